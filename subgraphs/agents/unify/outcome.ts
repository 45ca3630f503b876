import type { Fact, RunFacts } from './run-facts.ts';

/** Why a run failed; PUBLISHING_FAILED and SYNC_FAILED say it in words of their own. */
export type FailureCode =
  | 'SYNC_FAILED'
  | 'PUBLISHING_FAILED'
  | 'MAPPING_REJECTED'
  | 'APPROVAL_EXPIRED'
  | 'NEWER_MAPPING_PROPOSED'
  | 'MAPPING_WITHDRAWN'
  | 'MAPPING_NOT_APPROVED'
  | 'CONNECTION_GONE'
  | 'WORK_CANCELLED';

/** How the agent's part of a run stands. */
export type Outcome =
  | { status: 'RUNNING' | 'WAITING' }
  | { status: 'SUCCEEDED'; finishedAt: string }
  | { status: 'FAILED'; finishedAt: string; code: FailureCode; message: string | null };
export type RunStatus = Outcome['status'];

const RUNNING: Outcome = { status: 'RUNNING' };
const WAITING: Outcome = { status: 'WAITING' };

const ABANDONED = {
  SUPERSEDED: 'NEWER_MAPPING_PROPOSED',
  CONNECTION_REMOVED: 'CONNECTION_GONE',
  WITHDRAWN: 'MAPPING_WITHDRAWN',
  MAPPING_REFUSED: 'MAPPING_NOT_APPROVED',
  CANCELLED: 'WORK_CANCELLED',
} as const satisfies Record<Fact<'abandoned'>['reason'], FailureCode>;

/**
 * How a run with these facts stands. A failed sync fails the run whatever else happened; a mapping that waits for a decision makes it
 * wait; records unified under the mapping that applies end it well.
 */
export function outcomeOf(facts: RunFacts): Outcome {
  const { synced, proposed, decided, published, unified, abandoned, publishFailed } = facts;
  if (synced != null && synced.failure !== null) return failed(synced, 'SYNC_FAILED', synced.failure);
  if (published !== undefined) {
    if (unified !== undefined && isUnder(unified, published)) return succeeded(unified);
    return abandoned === undefined ? RUNNING : failed(abandoned, ABANDONED[abandoned.reason]);
  }
  if (proposed === undefined && synced?.nothingNew === true) return succeeded(synced);
  const refusal = refusalOf(facts);
  if (unified !== undefined && (proposed === undefined || refusal !== null)) return succeeded(unified);
  if (refusal !== null) return refusal;
  if (proposed !== undefined && decided === undefined) return WAITING;
  return publishFailed === undefined ? RUNNING : failed(publishFailed, 'PUBLISHING_FAILED', publishFailed.message);
}

/** Whether the records were unified under this publication, and not under the mapping before it. */
function isUnder(unified: Fact<'unified'>, published: Fact<'published'>): boolean {
  return unified.proposalId === published.proposalId || unified.order > published.order;
}

function refusalOf({ decided, abandoned }: RunFacts): Outcome | null {
  if (decided?.status === 'REJECTED') return failed(decided, 'MAPPING_REJECTED');
  if (decided?.status === 'EXPIRED' && abandoned === undefined) return failed(decided, 'APPROVAL_EXPIRED');
  return abandoned === undefined ? null : failed(abandoned, ABANDONED[abandoned.reason]);
}

function succeeded({ at }: { at: string }): Outcome {
  return { status: 'SUCCEEDED', finishedAt: at };
}

function failed({ at }: { at: string }, code: FailureCode, message: string | null = null): Outcome {
  return { status: 'FAILED', finishedAt: at, code, message };
}
