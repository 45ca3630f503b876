import type { Logger } from '../telemetry/logger.ts';
import type { SharedRedis } from '../redis/redis.ts';
import { MAX_VALUE_CHARACTERS, type Cache, type CacheKey } from './cache.ts';

/** Keys that one step of a scan looks at. */
const SCANNED = 1_000;

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
    count: async (tenantId) => (await keysOf(redis, tenantId).catch(() => [])).length,
    async clear(tenantId) {
      const keys = await keysOf(redis, tenantId).catch(() => []);
      if (keys.length > 0) await redis.run((client) => client.unlink(...keys)).catch(without);
    },
    async delete(key) {
      await redis.run((client) => client.unlink(keyOf(key))).catch(without);
    },
  };
}

/** Every key in which the tenant's id stands, whatever it is for: what is cached, and what is counted. */
async function keysOf(redis: SharedRedis, tenantId: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor = '0', first = true; first || cursor !== '0'; first = false) {
    const [next, keys] = await redis.run((client) => client.scan(cursor, 'MATCH', `autonomos:*${tenantId}*`, 'COUNT', SCANNED));
    found.push(...keys);
    cursor = next;
  }
  return found;
}
