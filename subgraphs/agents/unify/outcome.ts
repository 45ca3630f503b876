import { assertNever } from '../../kernel/assert-never.ts';
import type { Fact, RunFacts } from './run-facts.ts';

export const RunStatus = { RUNNING: 'RUNNING', WAITING: 'WAITING', SUCCEEDED: 'SUCCEEDED', FAILED: 'FAILED' } as const;
export type RunStatus = (typeof RunStatus)[keyof typeof RunStatus];

/** How a run stands. */
export type Outcome =
  | { status: 'RUNNING' | 'WAITING' }
  | { status: 'SUCCEEDED'; finishedAt: string }
  | { status: 'FAILED'; finishedAt: string; problem: string };

const RUNNING: Outcome = { status: 'RUNNING' };
const WAITING: Outcome = { status: 'WAITING' };

/**
 * How a run with these facts stands. A failed sync fails the run whatever else happened; a mapping that waits for a decision makes it
 * wait; records unified under the mapping that applies end it well.
 */
export function outcomeOf(facts: RunFacts): Outcome {
  const { synced, proposed, decided, published, unified, abandoned, publishFailed } = facts;
  if (synced != null && synced.failure !== null) return failed(synced, synced.failure);
  if (published !== undefined) {
    if (unified !== undefined && isUnder(unified, published)) return succeeded(unified);
    return abandoned === undefined ? RUNNING : failed(abandoned, reasonOf(abandoned));
  }
  if (proposed === undefined && synced?.nothingNew === true) return succeeded(synced);
  const refusal = refusalOf(facts);
  if (unified !== undefined && (proposed === undefined || refusal !== null)) return succeeded(unified);
  if (refusal !== null) return refusal;
  if (proposed !== undefined && decided === undefined) return WAITING;
  return publishFailed === undefined ? RUNNING : failed(publishFailed, publishFailed.message);
}

/** Whether the records were unified under this publication, and not under the mapping before it. */
function isUnder(unified: Fact<'unified'>, published: Fact<'published'>): boolean {
  return unified.proposalId === published.proposalId || unified.order > published.order;
}

function refusalOf({ decided, abandoned }: RunFacts): Outcome | null {
  if (decided?.status === 'REJECTED') return failed(decided, 'The mapping was rejected, so nothing was published.');
  if (decided?.status === 'EXPIRED' && abandoned === undefined) return failed(decided, 'Nobody decided on the mapping in time.');
  return abandoned === undefined ? null : failed(abandoned, reasonOf(abandoned));
}

function reasonOf({ reason }: Fact<'abandoned'>): string {
  switch (reason) {
    case 'SUPERSEDED':
      return 'A newer mapping of the connection was proposed instead.';
    case 'CONNECTION_REMOVED':
      return 'The connection was removed.';
    case 'WITHDRAWN':
      return 'The source is again as it was when its mapping was published; nothing is left to decide.';
    case 'MAPPING_REFUSED':
      return 'The mapping of the connection was not approved, so its records could not be unified.';
    default:
      return assertNever(reason);
  }
}

function succeeded({ at }: { at: string }): Outcome {
  return { status: 'SUCCEEDED', finishedAt: at };
}

function failed({ at }: { at: string }, problem: string): Outcome {
  return { status: 'FAILED', finishedAt: at, problem };
}
