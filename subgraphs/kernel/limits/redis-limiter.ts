import type { SharedRedis } from '../redis/redis.ts';
import type { Logger } from '../telemetry/logger.ts';
import { drawnOf, type Draw, type Drawn } from './bucket.ts';
import { MemoryBuckets } from './memory-buckets.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { takeFromRedis } from './redis-buckets.ts';

/** Nobody waits longer for Redis than this; after the first who did, nobody waits at all until it answers again. */
const PATIENCE_MS = 150;
/** How often a Redis that is away is looked for. */
const LOOK_MS = 250;
/** Calls that wait for Redis at the same time; more are counted in memory. */
const MAX_WAITING = 10_000;

/**
 * Limits that the processes share: Redis counts, in one round trip. Memory knows what Redis said last, so that what is refused is refused without asking
 * until it may pass; and it counts by itself while Redis is away, from where Redis stood, and tells it afterwards what it missed.
 */
export function createRedisLimiter(redis: SharedRedis, logger: Logger): RateLimiter {
  const memory = new MemoryBuckets();
  let away = false;
  let waiting = 0;
  let looking: NodeJS.Timeout | undefined;

  const look = async (): Promise<void> => {
    const answers = await redis.check().then(
      () => true,
      () => false,
    );
    if (!answers || !away) return;
    clearInterval(looking);
    away = false;
    logger.info('limits are shared again');
  };
  const lose = (error: unknown): void => {
    if (away) return;
    away = true;
    logger.warn({ err: error }, 'limits are counted by each process alone until Redis answers');
    looking = setInterval(() => void look(), LOOK_MS);
    looking.unref();
  };
  const ask = async (draws: readonly Draw[]): Promise<Drawn> => {
    waiting++;
    try {
      const { wait, lacks } = await within(
        PATIENCE_MS,
        takeFromRedis(
          redis,
          draws,
          draws.map((draw) => memory.owed(draw)),
        ),
      );
      for (const [index, draw] of draws.entries()) memory.learn(draw, lacks[index] ?? 0);
      return drawnOf(draws, wait, lacks);
    } catch (error) {
      lose(error);
      return memory.take(draws, true);
    } finally {
      waiting--;
    }
  };
  return {
    take: (draws) => memory.refusal(draws) ?? (away || waiting >= MAX_WAITING ? memory.take(draws, true) : ask(draws)),
    close: () => clearInterval(looking),
  };
}

/** @throws when nothing has come by then; what comes later is not waited for */
async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    // After a long turn of the event loop, what has come meanwhile is read before this is said.
    timer = setTimeout(() => setImmediate(() => reject(new Error(`no answer within ${ms} ms`))), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
