import { z } from 'zod';

/** What a finding leads to in the product. */
export const LinkKind = {
  ENTITY: 'ENTITY',
  METRIC: 'METRIC',
  CONNECTION: 'CONNECTION',
  SOURCE_OBJECT: 'SOURCE_OBJECT',
  DRIFT: 'DRIFT',
  REPAIR: 'REPAIR',
  APPROVAL: 'APPROVAL',
  ASSET: 'ASSET',
  API_KEY: 'API_KEY',
  USER: 'USER',
} as const;
export type LinkKind = (typeof LinkKind)[keyof typeof LinkKind];

export const Severity = { LOW: 'LOW', MEDIUM: 'MEDIUM', HIGH: 'HIGH', CRITICAL: 'CRITICAL' } as const;
export type Severity = (typeof Severity)[keyof typeof Severity];

/** What can be done about a finding; each is one tool of `act-on-finding`. */
export const FindingAction = {
  TICKET: 'TICKET',
  REPLAY_QUARANTINE: 'REPLAY_QUARANTINE',
  SYNC_CONNECTION: 'SYNC_CONNECTION',
  REVOKE_KEY: 'REVOKE_KEY',
} as const;
export type FindingAction = (typeof FindingAction)[keyof typeof FindingAction];

/** What numbers of findings count. Money is in the tenant's currency. */
export const FindingUnit = {
  COUNT: 'COUNT',
  DAYS: 'DAYS',
  MONEY: 'MONEY',
  MONEY_PER_MONTH: 'MONEY_PER_MONTH',
  PERCENT: 'PERCENT',
} as const;
export type FindingUnit = (typeof FindingUnit)[keyof typeof FindingUnit];

/** What one analysis tells at most; the gravest are told. */
export const MAX_FINDINGS = 50;
export const MAX_FURTHER = 5_000;
export const MAX_EVIDENCE_ROWS = 24;

const cellSchema = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);
export type Cell = z.infer<typeof cellSchema>;

export const linkSchema = z.object({ kind: z.enum(LinkKind), id: z.string().max(200), label: z.string().max(300) });
export type Link = z.infer<typeof linkSchema>;

export const evidenceSchema = z.object({
  columns: z.array(z.object({ label: z.string().max(100), unit: z.enum(FindingUnit).nullable() })).max(12),
  rows: z.array(z.array(cellSchema).max(12)).max(MAX_EVIDENCE_ROWS),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const proposalSchema = z.object({
  action: z.enum(FindingAction),
  /** What is to be done, as an order: “Ask Finance about …”. */
  intent: z.string().min(1).max(500),
  /** What it is expected to bring; null: nobody can say in numbers. */
  benefit: z.object({ value: z.number(), unit: z.enum(FindingUnit) }).nullable(),
  /** Records or people it touches. */
  touches: z.int().nonnegative().nullable(),
  reversible: z.boolean(),
  /** What the tool of the action is given; people may edit it. */
  payload: z.record(z.string(), z.json()),
});
export type Proposal = z.infer<typeof proposalSchema>;

export const foundSchema = z.object({
  /** Names what it is about within its analysis; the same thing found again has the same key. */
  key: z.string().min(1).max(300),
  title: z.string().min(1).max(300),
  detail: z.string().max(2_000),
  /** Each a sentence; why it was found. */
  reasons: z.array(z.string().max(500)).min(1).max(10),
  severity: z.enum(Severity),
  /** The number that tells later whether it got better: lower is better. */
  measure: z.object({ label: z.string().max(100), value: z.number(), unit: z.enum(FindingUnit) }),
  evidence: evidenceSchema,
  links: z.array(linkSchema).max(12),
  proposal: proposalSchema.nullable(),
});
export type Found = z.infer<typeof foundSchema>;

export const needSchema = z.object({ what: z.string().max(300), todo: z.string().max(500) });
/** Data that is not there, and how it would come. */
export type Need = z.infer<typeof needSchema>;

export const reportSchema = z.object({
  /** Name of the analysis: `finops.shadow-spend`. */
  analysis: z.string().max(100),
  findings: z.array(foundSchema).max(MAX_FINDINGS),
  /** Keys of what was found beyond these. */
  further: z.array(z.string().max(300)).max(MAX_FURTHER),
  /** Whether all there is has been looked at: then what was not found is no longer there. */
  complete: z.boolean(),
  /** How many records, connections, keys … were looked at. */
  examined: z.int().nonnegative(),
  needs: z.array(needSchema).max(20),
});
/** What an analysis comes to. */
export type Report = z.infer<typeof reportSchema>;
