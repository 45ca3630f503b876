/** What a tenant uses and may run out of. TOKENS: of language models. */
export const MEASURES = ['REQUESTS', 'RECORDS', 'RUNS', 'TOKENS'] as const;
export type Measure = (typeof MEASURES)[number];

/** How long a quota lasts, in UTC. */
export type QuotaPeriod = 'DAY' | 'MONTH';

/** Over which period each measure is counted. */
export const PERIODS: Readonly<Record<Measure, QuotaPeriod>> = { REQUESTS: 'DAY', RECORDS: 'MONTH', RUNS: 'MONTH', TOKENS: 'MONTH' };

export const PLAN_NAMES = ['PERSONAL', 'STARTER', 'TEAM', 'BUSINESS', 'ENTERPRISE'] as const;
export type PlanName = (typeof PLAN_NAMES)[number];

export interface Plan {
  title: string;
  /** How much of each measure there is in its period; null: as much as the server can do. */
  quotas: Readonly<Record<Measure, number | null>>;
  /** Its share of a server that has more to do than it can, beside those of the others. */
  weight: number;
}

/** All plans there are. Who has which is for the operator of the server to say. */
export const PLANS: Readonly<Record<PlanName, Plan>> = {
  PERSONAL: { title: 'Personal', quotas: { REQUESTS: null, RECORDS: null, RUNS: null, TOKENS: null }, weight: 1 },
  STARTER: { title: 'Starter', quotas: { REQUESTS: 20_000, RECORDS: 1_000_000, RUNS: 2_000, TOKENS: 2_000_000 }, weight: 1 },
  TEAM: { title: 'Team', quotas: { REQUESTS: 200_000, RECORDS: 20_000_000, RUNS: 20_000, TOKENS: 20_000_000 }, weight: 1 },
  BUSINESS: { title: 'Business', quotas: { REQUESTS: 2_000_000, RECORDS: 200_000_000, RUNS: 200_000, TOKENS: 200_000_000 }, weight: 2 },
  ENTERPRISE: { title: 'Enterprise', quotas: { REQUESTS: null, RECORDS: null, RUNS: null, TOKENS: null }, weight: 4 },
};

/** The plan of a name; null when there is none. */
export function planNamed(name: string): PlanName | null {
  return PLAN_NAMES.find((known) => known === name.toUpperCase()) ?? null;
}
