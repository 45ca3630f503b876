import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import { remedyOf } from './remedy.ts';

export type HealthStatus = 'HEALTHY' | 'DEGRADED' | 'FAILING' | 'UNKNOWN';
export type BreakerState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

/** Why a connection is not well, and what can be done. */
export interface HealthReason {
  /** Code of the error catalogue, or one of ours: STALE, FLAPPING, BUDGET_SPENT, MANY_QUARANTINED, BREAKER_OPEN, DRIFT_UNDECIDED. */
  code: string;
  message: string;
  todo: string;
}

/** Everything an assessment goes by; nothing is read from anywhere else. */
export interface HealthFacts {
  now: Date;
  lastSuccessAt: Date | null;
  consecutiveFailures: number;
  problem: StoredProblem | null;
  breaker: { state: BreakerState; until: Date | null };
  /** Seconds between two syncs by schedule; null: nobody expects any. */
  expectedEverySeconds: number | null;
  /** Of the last successful sync. */
  records: number;
  quarantined: number;
  /** 0…1 of the error budget of the last day that is left. */
  budgetLeft: number;
  /** Drifts that break something and that nobody has decided. */
  breakingDrifts: number;
  /** Changes of its health in the last hour. */
  recentChanges: number;
}

export interface Assessment {
  status: HealthStatus;
  reasons: HealthReason[];
  /** When time alone would change the assessment; null: it would not. */
  changesAt: Date | null;
}

/** Failures in a row after which a connection is failing, not merely shaken. */
export const FAILING_AFTER = 3;
/** Changes within an hour from which a connection that is well again is not yet called so. */
export const FLAPPING_FROM = 4;
/** Data is stale when it is older than so many intervals of its schedule, and some minutes for the sync itself. */
const STALE_INTERVALS = 2;
const STALE_GRACE_SECONDS = 300;
const QUARANTINED_SHARE = 0.05;
const HOUR_MS = 3_600_000;

/** How well a connection is. Pure: the same facts give the same verdict. */
export function assess(facts: HealthFacts): Assessment {
  const failing: HealthReason[] = [];
  const degraded: HealthReason[] = [];
  const { problem, consecutiveFailures, lastSuccessAt, now, breaker } = facts;
  if (problem !== null && consecutiveFailures > 0) {
    const lasting = consecutiveFailures >= FAILING_AFTER || remedyOf(problem.code) !== 'RETRY';
    (lasting ? failing : degraded).push({ ...problem });
  }
  // Until a request has succeeded it is not back: one that tries it says nothing yet.
  if (breaker.state !== 'CLOSED')
    (consecutiveFailures > 0 ? failing : degraded).push({
      code: 'BREAKER_OPEN',
      message: 'The source failed several times in a row and is left alone for a while.',
      todo: 'Nothing: one request tries it when the pause is over.',
    });
  const staleAt = staleFrom(facts);
  if (staleAt !== null && staleAt <= now)
    degraded.push({
      code: 'STALE',
      message: `Its data is older than its schedule allows: the last sync succeeded ${lastSuccessAt === null ? 'never' : lastSuccessAt.toISOString()}.`,
      todo: 'See why the last syncs did not run or did not end, or change the schedule.',
    });
  if (facts.records > 0 && facts.quarantined / (facts.records + facts.quarantined) > QUARANTINED_SHARE)
    degraded.push({
      code: 'MANY_QUARANTINED',
      message: `${facts.quarantined.toLocaleString('en-US')} of its records could not land.`,
      todo: 'Look at the quarantine: each record there has a reason.',
    });
  if (facts.breakingDrifts > 0)
    degraded.push({
      code: 'DRIFT_UNDECIDED',
      message: 'Its source changed in a way that breaks something, and nobody has decided what to do.',
      todo: 'Decide the proposed repairs; records that do not fit wait in quarantine.',
    });
  if (facts.budgetLeft <= 0 && degraded.length + failing.length === 0)
    degraded.push({
      code: 'BUDGET_SPENT',
      message: 'More of its syncs or requests failed in the last day than the target allows.',
      todo: 'See its recent syncs; it recovers as the failures get older than a day.',
    });
  if (failing.length + degraded.length === 0 && lastSuccessAt !== null && facts.recentChanges >= FLAPPING_FROM)
    degraded.push({
      code: 'FLAPPING',
      message: `It works now, but has changed ${facts.recentChanges} times within the hour.`,
      todo: 'Wait: it counts as healthy when it has been steady for an hour.',
    });
  const reasons = [...failing, ...degraded];
  const known = lastSuccessAt !== null || consecutiveFailures > 0;
  const status = failing.length > 0 ? 'FAILING' : degraded.length > 0 ? 'DEGRADED' : known ? 'HEALTHY' : 'UNKNOWN';
  return { status, reasons, changesAt: nextChange(facts, reasons, staleAt) };
}

/** The moment from which the data counts as stale; null without a schedule. */
function staleFrom({ expectedEverySeconds, lastSuccessAt }: HealthFacts): Date | null {
  if (expectedEverySeconds === null || lastSuccessAt === null) return null;
  return new Date(lastSuccessAt.getTime() + (expectedEverySeconds * STALE_INTERVALS + STALE_GRACE_SECONDS) * 1_000);
}

function nextChange({ now, breaker }: HealthFacts, reasons: readonly HealthReason[], staleAt: Date | null): Date | null {
  const moments: Date[] = [];
  if (staleAt !== null && staleAt > now) moments.push(staleAt);
  if (breaker.state === 'OPEN' && breaker.until !== null && breaker.until > now) moments.push(breaker.until);
  if (reasons.some(({ code }) => code === 'FLAPPING' || code === 'BUDGET_SPENT')) moments.push(new Date(now.getTime() + HOUR_MS / 4));
  return moments.toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
