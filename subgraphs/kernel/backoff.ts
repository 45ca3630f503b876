/** How long to rest between attempts. */
export interface Backoff {
  /** The rest before the second attempt; it doubles from attempt to attempt. */
  firstMs: number;
  longestMs: number;
  /** The share of a rest, 0…1, that is left to chance, so that what failed together is not tried again together. 1: anything down to none. */
  spread: number;
}

/** The rest after so many attempts (1, 2, …), in milliseconds. `chance` in 0…1 takes up to the whole spread from it. */
export function backoffMs(attempts: number, { firstMs, longestMs, spread }: Backoff, chance: number = Math.random()): number {
  const whole = Math.min(firstMs * 2 ** Math.min(attempts - 1, 30), longestMs);
  return whole * (1 - spread * chance);
}
