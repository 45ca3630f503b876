import { defineErrors, type DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { RateKind } from '../../subgraphs/kernel/limits/rates.ts';
import type { CountedCall } from './ticket.ts';

const WHAT: Readonly<Record<RateKind, string>> = { READ: 'queries', WRITE: 'mutations', UPLOAD: 'uploads' };

/** By then what waits has moved on. */
const BUSY_RETRY_MS = 1_000;

/** What is refused because there is too much of it at the moment. */
export const limitsErrors = defineErrors('gateway', {
  RATE_LIMITED: {
    message: (d: { kind: RateKind; seconds: number; retryAfterMs: number }) =>
      `More ${WHAT[d.kind] ?? 'operations'} came than may come in a minute; the next is welcome in ${d.seconds} s.`,
    todo: 'Send it again after as long as Retry-After and `retryAfterMs` say, and less at once.',
    retry: true,
    status: 429,
    retryAfterMs: (d: { retryAfterMs: number }) => d.retryAfterMs,
  },
  TENANT_BUSY: {
    message: () => 'More operations of your workspace are waiting than the server can take in.',
    todo: 'Send it again in a moment, and fewer at the same time.',
    retry: true,
    status: 429,
    retryAfterMs: () => BUSY_RETRY_MS,
  },
});

/** Why a call may not go on; null: it may. */
export function rateRefusal({ kind, drawn: { allowed, retryAfterMs } }: CountedCall): DomainError | null {
  return allowed ? null : limitsErrors.RATE_LIMITED({ kind, retryAfterMs, seconds: secondsOf(retryAfterMs) });
}

/** Whole seconds, as headers say them; at least one. */
export function secondsOf(milliseconds: number): number {
  return Math.max(1, Math.ceil(milliseconds / 1_000));
}
