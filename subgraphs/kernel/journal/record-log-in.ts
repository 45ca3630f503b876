import type { System } from '../system.ts';
import { currentLogContext } from '../telemetry/logger.ts';

/** An attempt of somebody known to prove who they are. */
export interface LogInAttempt {
  tenantId: string;
  userId: string;
  /** What was tried: `logIn`, `refreshSession`. */
  operation: string;
  /** `OK`, or why not. */
  outcome: string;
  /** Where from; null: unknown. */
  address: string | null;
}

/** Journals an attempt, good or not, in the tenant it was made for. Takes no time that would tell whether somebody is known. */
export function recordLogIn({ journal, clock }: Pick<System, 'journal' | 'clock'>, attempt: LogInAttempt): void {
  const { requestId = 'direct', traceId = null } = currentLogContext();
  journal.record({
    ...attempt,
    credential: null,
    transport: 'HTTP',
    requestId,
    traceId,
    kind: 'LOG_IN',
    documentHash: null,
    cost: null,
    durationMs: 0,
    touched: [],
    at: clock(),
  });
}
