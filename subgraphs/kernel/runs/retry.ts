import { backoffMs } from '../backoff.ts';
import { DomainError } from '../errors/domain-error.ts';
import type { RetryPolicy } from './workflow.ts';

export const DEFAULT_RETRY: RetryPolicy = { maxAttempts: 8, firstDelayMs: 500, maxDelayMs: 60_000 };

/**
 * How long to rest after so many tries failed without getting further; null: that was the last. Doubles from try to try, less up to half of
 * it by chance (0…1), so that what failed together is not tried again together.
 */
export function retryDelayMs(failures: number, policy: RetryPolicy, chance: number): number | null {
  if (failures >= policy.maxAttempts) return null;
  return backoffMs(failures, { firstMs: policy.firstDelayMs, longestMs: policy.maxDelayMs, spread: 0.5 }, chance);
}

/** Whether trying again can help: only a failure we foresaw says that it cannot. */
export function isFinalError(error: unknown): boolean {
  return error instanceof DomainError && !error.extensions.retry;
}
