import type { Journal } from '../../subgraphs/kernel/journal/journal.ts';
import type { RequestKind, Transport } from '../../subgraphs/kernel/journal/journal-entry.ts';
import { currentLogContext } from '../../subgraphs/kernel/telemetry/logger.ts';
import type { GatewayContext } from '../context.ts';
import type { FloodNotes } from './flood-notes.ts';
import type { FinishedOperation } from './operation-plugin.ts';
import { idsIn } from './ids-in.ts';

/** What is noted of a request beside who it came from. */
export interface Noted {
  kind: RequestKind;
  operation: string;
  documentHash: string | null;
  outcome: string;
  cost: number | null;
  durationMs: number;
  touched: readonly string[];
}

const RATE_LIMITED = 'RATE_LIMITED';
const KINDS = { query: 'QUERY', mutation: 'MUTATION', subscription: 'SUBSCRIPTION' } as const;

/** Journals an operation that is over. The events of a subscription are no requests; that it was opened, and ended, is told. */
export function journalOperation(journal: Journal, now: Date, operation: FinishedOperation, floods: FloodNotes): void {
  const { context, kind, code, refusal, name } = operation;
  const phase = context.subscription;
  if (phase !== null && (phase.kind !== 'OPEN' || phase.again === true)) return;
  const { viewer } = context;
  const flood = code === RATE_LIMITED && viewer.kind === 'user' ? floods.take(`${viewer.tenantId} ${viewer.userId}`, now.getTime()) : 0;
  if (flood === null) return;
  note(journal, now, context, phase === null ? 'HTTP' : 'SOCKET', {
    kind: KINDS[kind],
    operation: `${name ?? 'anonymous'}${flood === 0 ? '' : ` (and ${flood} before)`}`,
    documentHash: operation.hash,
    outcome: code ?? refusal ?? 'OK',
    cost: operation.cost?.estimated ?? null,
    durationMs: operation.durationMs,
    touched: idsIn(operation.variables),
  });
}

/** Journals what somebody of a tenant did; of nobody there is nothing to journal. */
export function note(
  journal: Journal,
  at: Date,
  { viewer, requestId, clientAddress }: Pick<GatewayContext, 'viewer' | 'requestId' | 'clientAddress'>,
  transport: Transport,
  noted: Noted,
): void {
  if (viewer.kind === 'anonymous') return;
  const { tenantId, userId, credential = null } = viewer;
  const { traceId = requestId } = currentLogContext();
  journal.record({ tenantId, userId, credential, address: clientAddress, transport, requestId, traceId, at, ...noted });
}
