import type { Logger } from '../telemetry/logger.ts';
import type { SharedRedis } from '../redis/redis.ts';
import { MAX_VALUE_CHARACTERS, type Cache, type CacheKey } from './cache.ts';

/** A cache that the processes share. What Redis does not answer is as if it were not there: a cache never fails its callers. */
export function createRedisCache(redis: SharedRedis, logger: Logger): Cache {
  const keyOf = ({ tenantId, name }: CacheKey): string => `autonomos:cache:${tenantId}:${name}`;
  const without = (error: unknown): null => {
    logger.debug({ err: error }, 'the cache did not answer');
    return null;
  };
  return {
    get: (key) => redis.run((client) => client.get(keyOf(key))).catch(without),
    async set(key, value, ttlMs) {
      if (value.length > MAX_VALUE_CHARACTERS) return;
      await redis.run((client) => client.set(keyOf(key), value, 'PX', Math.ceil(ttlMs))).catch(without);
    },
    async delete(key) {
      await redis.run((client) => client.unlink(keyOf(key))).catch(without);
    },
  };
}
