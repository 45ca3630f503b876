import { z } from 'zod';
import type { Found, Link, Severity } from '../report.ts';
import { MAX_EVIDENCE_ROWS } from '../report.ts';
import { ticketAbout } from '../ticket.ts';
import type { Look } from './look.ts';

/** Findings of a page, and pages that are read: what lies beyond is not looked at. */
const PAGE = 200;
const MAX_PAGES = 25;
const MAX_REASONS = 10;

/** Agents tell four grades. What discovery calls critical is high: only people say that everything else has to wait. */
const SEVERITIES: Readonly<Record<AssetFindingSeen['severity'], Severity>> = { INFO: 'LOW', WARNING: 'MEDIUM', CRITICAL: 'HIGH' };

const assetSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['CONNECTION', 'DATA_OBJECT', 'APPLICATION']),
  connection: z.object({ id: z.string() }).nullable(),
  parent: z.object({ owner: z.object({ id: z.string() }).nullable() }).nullable(),
});
const findingSchema = z.object({
  id: z.string(),
  code: z.string(),
  about: z.string().nullable(),
  severity: z.enum(['INFO', 'WARNING', 'CRITICAL']),
  title: z.string(),
  detail: z.string(),
  remedy: z.string().nullable(),
  evidence: z.array(z.object({ plane: z.string().nullable(), record: z.string().nullable(), says: z.string() })),
  asset: assetSchema,
});
/** A finding about an asset, as the inventory tells it. */
export type AssetFindingSeen = z.infer<typeof findingSchema>;

const pageSchema = z.object({
  assetFindings: z.object({
    nodes: z.array(findingSchema),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});
type Page = z.infer<typeof pageSchema>['assetFindings'];
const DOCUMENT = `query ($codes: [String!]!, $first: Int!, $after: String) {
  assetFindings(filter: { codes: $codes }, first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes {
    id code about severity title detail remedy evidence { plane record says }
    asset { id name kind connection { id } parent { owner { id } } } } } }`;

/** Open findings of these kinds, the gravest first. `complete`: there are no more. */
export async function assetFindings(look: Look, codes: readonly string[]): Promise<{ seen: AssetFindingSeen[]; complete: boolean }> {
  const seen: AssetFindingSeen[] = [];
  let after: string | null = null;
  for (let page = 0; page < MAX_PAGES; page++) {
    const { nodes, pageInfo }: Page = pageSchema.parse(await look.ask(DOCUMENT, { codes: [...codes], first: PAGE, after })).assetFindings;
    seen.push(...nodes);
    if (!pageInfo.hasNextPage) return { seen, complete: true };
    after = pageInfo.endCursor;
  }
  return { seen, complete: false };
}

const countsSchema = z.object({ admitted: z.object({ totalCount: z.int() }), rejected: z.object({ totalCount: z.int() }) });
const COUNTS = `{ admitted: assets(first: 1, filter: { kind: APPLICATION }) { totalCount }
  rejected: assets(first: 1, filter: { kind: APPLICATION, admitted: false }) { totalCount } }`;

/** How many applications scans know; 0: no telemetry was ever scanned. */
export async function applicationsKnown(look: Look): Promise<number> {
  const { admitted, rejected } = countsSchema.parse(await look.ask(COUNTS));
  return admitted.totalCount + rejected.totalCount;
}

/** What is missing where no scan has found an application. */
export const NO_TELEMETRY = { what: 'Telemetry of what runs', todo: 'Add telemetry on the Discover page, and scan it.' };

/** What the inventory found, as agents tell it: the same finding, its evidence, and a ticket that says what to do. */
export function foundAbout({ id, severity, title: found, detail, remedy, evidence, asset }: AssetFindingSeen, label: string): Found {
  const title = (asset.kind === 'APPLICATION' ? found : `${asset.name}: ${found}`).slice(0, 300);
  const links: Link[] = [
    { kind: 'ASSET', id: asset.id, label: asset.name.slice(0, 300) },
    ...(asset.kind === 'CONNECTION' && asset.connection !== null
      ? [{ kind: 'CONNECTION' as const, id: asset.connection.id, label: asset.name.slice(0, 300) }]
      : []),
  ];
  const reasons = [...new Set([detail, ...evidence.map(({ says }) => says)])].slice(0, MAX_REASONS).map((each) => each.slice(0, 500));
  return {
    key: id,
    title,
    detail: detail.slice(0, 2_000),
    reasons,
    severity: SEVERITIES[severity],
    measure: { label, value: 1, unit: 'COUNT' },
    evidence: {
      columns: [{ label: 'Telemetry', unit: null }, { label: 'Record', unit: null }, { label: 'Says', unit: null }], // prettier-ignore
      rows: evidence
        .slice(0, MAX_EVIDENCE_ROWS)
        .map(({ plane, record, says }) => [plane, record?.slice(0, 500) ?? null, says.slice(0, 500)]),
    },
    links,
    proposal: ticketAbout({
      intent: `Open a ticket about ${asset.name}: ${remedy ?? title}`.slice(0, 500),
      title,
      text: [...reasons, ...(remedy === null ? [] : [remedy])].join('\n'),
      touches: 1,
      links,
    }),
  };
}
