import type { Json } from './canonical.ts';

/** How a request came. */
export type Transport = 'HTTP' | 'SOCKET';

/** SUBSCRIPTION: one was opened; SUBSCRIPTION_END: it is over. REQUEST: refused before it was known what is asked. LOG_IN: somebody proved, or failed to prove, who they are. */
export type RequestKind = 'QUERY' | 'MUTATION' | 'SUBSCRIPTION' | 'SUBSCRIPTION_END' | 'REQUEST' | 'LOG_IN' | 'EXPORT';

/** One request of somebody in a tenant, as it is told to the journal. */
export interface JournalEntry {
  tenantId: string;
  /** Null where only the tenant is known. */
  userId: string | null;
  credential: { kind: string; id: string } | null;
  address: string | null;
  transport: Transport;
  requestId: string;
  /** Leads to the trace and to what background work did because of it. */
  traceId: string | null;
  kind: RequestKind;
  /** Name of the operation, as its caller called it. */
  operation: string;
  /** SHA-256 of the document's text. */
  documentHash: string | null;
  /** `OK`, or the code of the first error. */
  outcome: string;
  /** What it was estimated to cost. */
  cost: number | null;
  durationMs: number;
  /** Ids that were handed in; those that are not the tenant's own are left out when it is written. */
  touched: readonly string[];
  at: Date;
}

/** An entry as it waits to be written, in memory or in a file. */
export interface WaitingEntry {
  tenantId: string;
  /** A column each, but for `touched`. */
  row: Readonly<Record<string, Json>>;
  touched: readonly string[];
}

const MAX_OPERATION = 200;
const MAX_DURATION_US = 1e15;

/** The entry with its id, as it will be written; texts that a caller chose are cut. */
export function waitingEntry(entry: JournalEntry, id: string): WaitingEntry {
  const { credential, durationMs, touched, tenantId } = entry;
  return {
    tenantId,
    touched,
    row: {
      id,
      at: entry.at.toISOString(),
      request_id: entry.requestId,
      trace_id: entry.traceId,
      user_id: entry.userId,
      credential_kind: credential?.kind ?? null,
      credential_id: credential?.id ?? null,
      address: entry.address,
      transport: entry.transport,
      kind: entry.kind,
      operation: entry.operation.slice(0, MAX_OPERATION).toWellFormed(),
      document_hash: entry.documentHash,
      outcome: entry.outcome.slice(0, MAX_OPERATION).toWellFormed(),
      cost: entry.cost === null ? null : Math.min(2 ** 31 - 1, Math.round(entry.cost)),
      duration_us: Math.min(MAX_DURATION_US, Math.max(0, Math.round(durationMs * 1_000))),
    },
  };
}
