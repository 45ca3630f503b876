/**
 * What a vendor does wrong. EXPIRED_TOKEN only where there is a token endpoint. A DUPLICATE_PAGE is the page before once more, OUT_OF_ORDER the records
 * of a page in another order; LYING_END says that nothing comes after a page although something does, LYING_MORE the opposite.
 */
export const FAILURES = [
  'TOO_MANY', 'SERVER_ERROR', 'HUNG_UP', 'CUT', 'EXPIRED_TOKEN', 'DUPLICATE_PAGE', 'OUT_OF_ORDER', 'LYING_END', 'LYING_MORE',
] as const; // prettier-ignore
export type Failure = (typeof FAILURES)[number];

export interface FailurePlan {
  /** The same seed and the same requests fail in the same way. */
  seed: string;
  /** How likely each is for a request, 0…1. */
  rates: Partial<Record<Failure, number>>;
  /** What Retry-After says, in seconds. */
  retryAfter: number;
  /** Failures that stop a request come at most so often in a row, so that whoever tries again gets through. */
  inARow: number;
  /** What happens to the next requests, one each, before chance decides. */
  next: readonly Failure[];
}

/** One of each, so that those who stop a request do not follow each other. */
const ONE_OF_EACH: readonly Failure[] = ['TOO_MANY', 'DUPLICATE_PAGE', 'SERVER_ERROR', 'LYING_END', 'CUT', 'OUT_OF_ORDER', 'HUNG_UP', 'LYING_MORE', 'EXPIRED_TOKEN']; // prettier-ignore

/** Every failure once at the beginning, and now and then after. */
export const everyFailure = (seed: string, rate = 0.05, retryAfter = 0.01): FailurePlan => ({
  seed,
  rates: Object.fromEntries(FAILURES.map((failure) => [failure, rate])),
  retryAfter,
  inARow: 2,
  next: ONE_OF_EACH,
});

export const noFailures: FailurePlan = { seed: '', rates: {}, retryAfter: 1, inARow: 2, next: [] };
