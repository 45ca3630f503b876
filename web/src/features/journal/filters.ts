import type { AuditFilter, JournalFilter, JournalKind } from '../../gql/graphql.ts';

/** Kinds of requests, as people say them. */
export const KINDS: Record<JournalKind, string> = {
  QUERY: 'Read',
  MUTATION: 'Change',
  SUBSCRIPTION: 'Followed',
  SUBSCRIPTION_END: 'Followed no more',
  REQUEST: 'Refused or outside of the graph',
  LOG_IN: 'Log-in',
  EXPORT: 'Export',
};

const REQUEST_NAMES = ['user', 'operation', 'kind', 'result', 'from', 'to', 'request', 'touched'] as const;
const CHANGE_NAMES = ['user', 'action', 'type', 'subject', 'from', 'to', 'request'] as const;

/** The names of filters in the address, by chain. */
export const FILTERS = { REQUESTS: REQUEST_NAMES, CHANGES: CHANGE_NAMES } as const;
export type FilterName = (typeof REQUEST_NAMES)[number] | (typeof CHANGE_NAMES)[number];

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

function given(search: URLSearchParams, name: FilterName): string | null {
  return search.get(name)?.trim() || null;
}

/** The days of the address as moments; the last day belongs to it whole. */
function between(search: URLSearchParams): { from: string | null; to: string | null } {
  const [from, to] = [given(search, 'from'), given(search, 'to')];
  const at = (day: string, plus: number) => new Date(Date.parse(`${day}T00:00:00Z`) + plus).toISOString();
  return { from: from !== null && DAY.test(from) ? at(from, 0) : null, to: to !== null && DAY.test(to) ? at(to, DAY_MS) : null };
}

/** Which requests the address asks for; what is unknown counts as not given. `result` is "failed", "ok" or the code of an error. */
export function journalFilter(search: URLSearchParams): JournalFilter {
  const kind = (Object.keys(KINDS) as JournalKind[]).find((each) => each === given(search, 'kind'));
  const result = given(search, 'result');
  const outcome = result === null || result === 'failed' || result === 'ok' ? null : result.toUpperCase();
  return {
    userId: given(search, 'user'),
    operation: given(search, 'operation'),
    kinds: kind ? [kind] : null,
    failed: result === 'failed' ? true : result === 'ok' ? false : null,
    outcome,
    requestId: given(search, 'request'),
    touched: given(search, 'touched'),
    ...between(search),
  };
}

/** Which changes the address asks for. */
export function auditFilter(search: URLSearchParams): AuditFilter {
  return {
    userId: given(search, 'user'),
    action: given(search, 'action'),
    subjectType: given(search, 'type'),
    subjectId: given(search, 'subject'),
    requestId: given(search, 'request'),
    ...between(search),
  };
}

/** The address of the export with the same filters. */
export function exportPath(chain: 'REQUESTS' | 'CHANGES', format: 'csv' | 'ndjson', search: URLSearchParams): string {
  const { kinds = null, ...rest } = chain === 'REQUESTS' ? journalFilter(search) : { ...auditFilter(search), kinds: null };
  const all = { format, chain, kind: kinds?.[0] ?? null, ...rest };
  const parts = Object.entries(all).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, String(value)]]));
  return `/journal/export?${new URLSearchParams(parts).toString()}`;
}
