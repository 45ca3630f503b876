import { LRUCache } from 'lru-cache';
import { drawnOf, intervalOf, tokensOf, waitOf, type Draw, type Drawn } from './bucket.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** Buckets that are not full, of everybody; the least recently used are forgotten, which fills them. */
const MAX_BUCKETS = 100_000;

interface Bucket {
  /** When it is full, in microseconds of this process' clock. */
  fullAt: number;
  /** Something was taken that nobody else knows of. */
  alone: boolean;
}

/** Buckets of one process. */
export class MemoryBuckets {
  private readonly buckets = new LRUCache<string, Bucket>({ max: MAX_BUCKETS });
  private readonly clock: () => number;

  /** @param clock microseconds that only go forward */
  constructor(clock: () => number = () => Math.floor(performance.now() * 1_000)) {
    this.clock = clock;
  }

  /** Takes tokens out of all buckets, or out of none. @param alone nobody else is told of it now */
  take(draws: readonly Draw[], alone: boolean): Drawn {
    const now = this.clock();
    const { wait, lacks } = this.look(draws, now);
    if (wait > 0) return drawnOf(draws, wait, lacks);
    const left = draws.map((draw, index) => {
      const lack = (lacks[index] ?? 0) + tokensOf(draw) * intervalOf(draw.policy);
      if (lack > 0 && draw.cost > 0) this.keep(draw, now + lack, alone);
      return lack;
    });
    return drawnOf(draws, wait, left);
  }

  /** What is known already to be refused; null: it may be let through. */
  refusal(draws: readonly Draw[]): Drawn | null {
    const { wait, lacks } = this.look(draws, this.clock());
    return wait > 0 ? drawnOf(draws, wait, lacks) : null;
  }

  /** What a bucket lacks that nobody else knows of, in microseconds. */
  owed(draw: Draw): number {
    const bucket = this.buckets.get(nameOf(draw));
    return bucket?.alone === true ? Math.max(0, bucket.fullAt - this.clock()) : 0;
  }

  /** Takes over what somebody else counts. @param lackMicros microseconds until it is full */
  learn(draw: Draw, lackMicros: number): void {
    if (lackMicros > 0) this.keep(draw, this.clock() + lackMicros, false);
    else this.buckets.delete(nameOf(draw));
  }

  private look(draws: readonly Draw[], now: number): { wait: number; lacks: number[] } {
    let wait = Number.NEGATIVE_INFINITY;
    const lacks = draws.map((draw) => {
      const lack = Math.max(0, (this.buckets.get(nameOf(draw))?.fullAt ?? 0) - now);
      wait = Math.max(wait, waitOf(draw, lack));
      return lack;
    });
    return { wait, lacks };
  }

  private keep(draw: Draw, fullAt: number, alone: boolean): void {
    this.buckets.set(nameOf(draw), { fullAt, alone });
  }
}

/** A bucket's name among all. */
export function nameOf({ key, policy }: Draw): string {
  return `${key}:${policy.name}`;
}

/** Limits of a process that shares them with nobody. @param clock microseconds that only go forward */
export function createMemoryLimiter(clock?: () => number): RateLimiter {
  const buckets = new MemoryBuckets(clock);
  return { take: (draws) => buckets.take(draws, false), close: () => undefined };
}
