/** How long one kind of thing is kept: what a tenant may choose, in days, and what holds until it does (null: kept until it chooses). */
export interface RetentionTerms {
  /** Shown to people. */
  title: string;
  default: number | null;
  minimum: number;
  maximum: number;
}

const YEARS_10 = 3_650;

/** Every kind that a tenant may set a time for, with the platform's bounds. Whoever owns a kind registers how it is counted and deleted. */
export const RETENTION_KINDS = {
  RAW: { title: 'Raw records that are no longer at their source', default: null, minimum: 1, maximum: YEARS_10 },
  QUARANTINE: { title: 'Records that were set aside', default: null, minimum: 1, maximum: YEARS_10 },
  RUNS: { title: 'Runs that have ended, with their steps', default: 90, minimum: 7, maximum: YEARS_10 },
  EVENTS: { title: 'The event log that clients and consumers follow', default: 7, minimum: 1, maximum: 7 },
  SCANS: {
    title: 'Scans that others followed, what they thought of applications, and findings that are resolved',
    default: 730,
    minimum: 90,
    maximum: YEARS_10,
  },
  APPROVALS: { title: 'Approvals that were decided', default: 365, minimum: 30, maximum: YEARS_10 },
  MAPPINGS: { title: 'Mapping proposals that others replaced', default: 365, minimum: 30, maximum: YEARS_10 },
  RESOLUTION: {
    title: 'What became of records that are the same, and values set on records that are gone',
    default: null,
    minimum: 30,
    maximum: YEARS_10,
  },
  QUESTIONS: { title: 'Saved dashboards that nobody changed', default: null, minimum: 30, maximum: YEARS_10 },
  SESSIONS: { title: 'Sessions and sign-in links that have ended', default: 90, minimum: 1, maximum: 365 },
  NOTIFICATIONS: { title: 'Notifications and what was sent of them', default: 90, minimum: 1, maximum: YEARS_10 },
  IDEMPOTENCY: { title: 'Replies kept for idempotency keys', default: 1, minimum: 1, maximum: 1 },
  JOURNAL: { title: 'The journal of requests and of changes', default: 365, minimum: 90, maximum: YEARS_10 },
  USAGE: { title: 'What was used, day by day', default: 730, minimum: 90, maximum: YEARS_10 },
  FINDINGS: { title: 'Reports of personal data not seen any more', default: 365, minimum: 30, maximum: YEARS_10 },
  EXPORTS: { title: 'Archives made for persons', default: 1, minimum: 1, maximum: 7 },
} as const satisfies Record<string, RetentionTerms>;

export type RetentionKindName = keyof typeof RETENTION_KINDS;
