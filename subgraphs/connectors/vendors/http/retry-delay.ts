import { backoffMs } from '../../../kernel/backoff.ts';

const BACKOFF = { firstMs: 250, longestMs: 20_000, spread: 0.2 };

/** How long to wait before the next attempt: what the vendor asks for, else twice as long each time, a fifth of it by chance. @param firstMs after the first */
export function retryDelay(attempt: number, askedMs: number | null, firstMs: number = BACKOFF.firstMs): number {
  return askedMs ?? Math.round(backoffMs(attempt, { ...BACKOFF, firstMs }));
}
