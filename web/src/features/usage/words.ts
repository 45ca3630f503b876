import type { QuotaPeriod, RateKind, TenantPlan, UsageMeasure } from '../../gql/graphql.ts';

/** What is counted, as people say it. */
export const MEASURES: Record<UsageMeasure, { label: string; hint: string; key: 'requests' | 'records' | 'runs' | 'tokens' }> = {
  REQUESTS: { label: 'Requests', hint: 'Operations of the graph, from this client and from programs', key: 'requests' },
  RECORDS: { label: 'Records', hint: 'Records read from your sources', key: 'records' },
  RUNS: { label: 'Runs', hint: 'Syncs and other long work that was started', key: 'runs' },
  TOKENS: { label: 'Tokens', hint: 'Tokens of language models', key: 'tokens' },
};

export const PERIODS: Record<QuotaPeriod, string> = { DAY: 'today', MONTH: 'this month' };

export const RATES: Record<RateKind, { label: string; hint: string }> = {
  READ: { label: 'Reading', hint: 'Questions, pages and streams' },
  WRITE: { label: 'Changing', hint: 'Everything that changes something, log-in attempts among it' },
  UPLOAD: { label: 'Sending files', hint: 'Files that are uploaded' },
};

export const PLANS: Record<TenantPlan, { label: string; hint: string }> = {
  PERSONAL: { label: 'Personal', hint: 'Your own machine: no quotas.' },
  STARTER: { label: 'Starter', hint: 'For a small company that tries it.' },
  TEAM: { label: 'Team', hint: 'For a company.' },
  BUSINESS: { label: 'Business', hint: 'For a large company.' },
  ENTERPRISE: { label: 'Enterprise', hint: 'No quotas.' },
};
