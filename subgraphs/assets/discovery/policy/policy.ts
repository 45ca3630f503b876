import { z } from 'zod';

const MAX_LISTED = 10_000;
const MAX_NAME = 500;
const DAY_MS = 86_400_000;

const name = z.string().trim().min(1).max(MAX_NAME);
const names = z.array(name).max(MAX_LISTED);

/** How a tenant judges what it runs. Every field has a default: `{}` is the default policy. */
export const policySchema = z.strictObject({
  admission: z
    .strictObject({
      /** How many different sources must have seen an asset within the window of activity. */
      noiseFloor: z.int().min(0).max(1_000).default(2),
      /** Whether what stands in the cloud's own inventory is admitted, however few have seen it. */
      cloud: z.boolean().default(true),
    })
    .prefault({}),
  /** Days after which activity is stale. */
  activityWindowDays: z.int().min(0).max(3_650).default(90),
  identity: z
    .strictObject({
      /** Whether a record of the identity provider counts only when people log in through it. */
      requireSso: z.boolean().default(false),
      /** Words in the name of a record that mark a copy which is not the thing in use. */
      copyMarks: names.default(['legacy', 'old', 'deprecated', 'retired', 'obsolete', 'test', 'testing', 'tst', 'staging', 'stage', 'stg', 'dev', 'development', 'sandbox', 'qa', 'uat', 'demo', 'preprod', 'preproduction', 'nonprod', 'nonproduction']), // prettier-ignore
    })
    .prefault({}),
  cmdb: z
    .strictObject({
      /** Whether a record without a life-cycle state that counts is left out; a state that never counts always is. */
      requireLifecycle: z.boolean().default(true),
      lifecycles: names.default(['active', 'production', 'prod', 'live', 'in use', 'operational', 'deployed', 'installed']),
      retired: names.default(['retired', 'decommissioned', 'disposed', 'end of life', 'eol', 'inactive', 'archived']),
      requireType: z.boolean().default(false),
      types: names.default(['app', 'application', 'service', 'business service', 'saas', 'software', 'database', 'server', 'infra', 'infrastructure']), // prettier-ignore
      /** Whether a record counts only where something else than the CMDB knows the asset too. */
      corroborated: z.boolean().default(false),
    })
    .prefault({}),
  /** Whether one governed asset of a vendor's family governs the others. */
  vendorPropagation: z.boolean().default(true),
  /** Which domains belong to one vendor, beyond what records say. */
  vendorFamilies: z.record(name, names).default({}),
  /** Domains and names that are not looked at. */
  exclusions: names.default([]),
  /** Domains and names that nobody may use. */
  banned: names.default([]),
  /** Domains of the plumbing: content delivery, telemetry, certificates. */
  infrastructure: z.strictObject({ domains: names.default([]), included: z.boolean().default(false) }).prefault({}),
  /** Domains that are bad input unless they are let in: those that stand for many hosts, and those with letters beyond ASCII. */
  domains: z.strictObject({ wildcards: z.boolean().default(false), punycode: z.boolean().default(false) }).prefault({}),
  /** What is another name of what. */
  aliases: z.record(name, name).default({}),
  /** The company's own domains: what runs under them is not external. */
  ownDomains: names.default([]),
  /** Whether what is known by a name only, under no domain, counts as external. */
  externalByName: z.boolean().default(false),
  finance: z
    .strictObject({
      /** Spend a year, in the currency of the records, below which nothing counts as paid for. */
      minimumYearlySpend: z.number().min(0).default(0),
    })
    .prefault({}),
});

export type Policy = z.infer<typeof policySchema>;

export const DEFAULT_POLICY: Policy = policySchema.parse({});

/** How long activity counts as recent, in milliseconds. */
export const windowMsOf = ({ activityWindowDays }: Policy): number => activityWindowDays * DAY_MS;
