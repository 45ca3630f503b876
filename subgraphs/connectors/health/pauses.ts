import { backoffMs } from '../../kernel/backoff.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import { remedyOf } from './remedy.ts';

const MINUTE_MS = 60_000;
/** Pauses between attempts to heal: for what may come right by itself, and for what hardly will. */
const PAUSES = {
  RETRY: { firstMs: MINUTE_MS, longestMs: 60 * MINUTE_MS, spread: 0.2 },
  LASTING: { firstMs: 5 * MINUTE_MS, longestMs: 360 * MINUTE_MS, spread: 0.2 },
} as const;

/** When a connection that was tried so often is tried again; null: a person has to do something first. */
export function nextAttempt(problem: StoredProblem, attempts: number, now: Date): Date | null {
  const remedy = remedyOf(problem.code);
  return remedy === 'PERSON' ? null : new Date(now.getTime() + backoffMs(attempts + 1, PAUSES[remedy]));
}
