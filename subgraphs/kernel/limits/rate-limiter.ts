import type { Draw, Drawn } from './bucket.ts';

/** Counts calls against buckets; shared by the processes where Redis is configured. */
export interface RateLimiter {
  /** Takes tokens out of all buckets, or out of none. Never rejects, and answers at once where nobody has to be asked. */
  take(draws: readonly Draw[]): Drawn | Promise<Drawn>;
  close(): void;
}
