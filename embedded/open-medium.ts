import type { ReadinessCheck } from '../gateway/http/health-routes.ts';
import type { Cache } from '../subgraphs/kernel/cache/cache.ts';
import { createMemoryCache } from '../subgraphs/kernel/cache/memory-cache.ts';
import { createRedisCache } from '../subgraphs/kernel/cache/redis-cache.ts';
import type { Config } from '../subgraphs/kernel/config/config.ts';
import type { Database } from '../subgraphs/kernel/database/database.ts';
import { openBell } from '../subgraphs/kernel/events/bell.ts';
import type { EventTransport } from '../subgraphs/kernel/events/event-transport.ts';
import { memoryTransport } from '../subgraphs/kernel/events/memory-transport.ts';
import { outboxTransport } from '../subgraphs/kernel/events/outbox-transport.ts';
import { createMemoryLimiter } from '../subgraphs/kernel/limits/memory-buckets.ts';
import type { RateLimiter } from '../subgraphs/kernel/limits/rate-limiter.ts';
import { createRedisLimiter } from '../subgraphs/kernel/limits/redis-limiter.ts';
import type { Locks } from '../subgraphs/kernel/locks/locks.ts';
import { createMemoryLocks } from '../subgraphs/kernel/locks/memory-locks.ts';
import { createRedisLocks } from '../subgraphs/kernel/locks/redis-locks.ts';
import { logIdentity } from '../subgraphs/kernel/redis/log-identity.ts';
import { openRedis } from '../subgraphs/kernel/redis/redis.ts';
import { redisTransport } from '../subgraphs/kernel/redis/redis-transport.ts';
import type { Logger } from '../subgraphs/kernel/telemetry/logger.ts';

/** What the processes of a topology have between them, besides the database. */
export interface Medium {
  eventTransport: EventTransport;
  cache: Cache;
  locks: Locks;
  limiter: RateLimiter;
  readiness: readonly ReadinessCheck[];
  close(): Promise<void>;
}

/**
 * Redis where it is configured. The embedded database belongs to one process, which needs nothing between its parts; several processes
 * without Redis have the database ring for events, and cache and lock each for itself. `url`: the database's, of the app's login. @throws RedisRefused
 */
export async function openMedium(config: Config, database: Database, url: string, logger: Logger): Promise<Medium> {
  if (config.redis !== null && config.databaseUrl !== null) return overRedis(config.redis, database, logger);
  if (config.redis !== null) logger.warn('REDIS_URL is not used: the embedded database belongs to one process');
  const eventTransport = config.databaseUrl === null ? memoryTransport() : outboxTransport(undefined, openBell(url, logger));
  return {
    eventTransport,
    cache: createMemoryCache(),
    locks: createMemoryLocks(),
    limiter: createMemoryLimiter(),
    readiness: [],
    close: () => eventTransport.close(),
  };
}

async function overRedis(address: NonNullable<Config['redis']>, database: Database, logger: Logger): Promise<Medium> {
  const redis = await openRedis(address, logger);
  const eventTransport = redisTransport(redis, await logIdentity(database), logger);
  const limiter = createRedisLimiter(redis, logger);
  return {
    eventTransport,
    cache: createRedisCache(redis, logger),
    locks: createRedisLocks(redis, logger),
    limiter,
    // Everything goes on without it, only later: a process that took itself out of service for it would make things worse.
    readiness: [{ name: 'redis', optional: true, check: () => redis.check() }],
    async close() {
      limiter.close();
      await eventTransport.close();
      await redis.close();
    },
  };
}
