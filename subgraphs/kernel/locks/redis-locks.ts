import { randomUUID } from 'node:crypto';
import type { SharedRedis } from '../redis/redis.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { Lease, Locks } from './locks.ts';

/** Long after any lease has ended; by then the clock alone makes the next token larger. */
const TOKEN_TTL_MS = 24 * 60 * 60_000;

/**
 * Takes the lock when it is free and makes its token: larger than the last one, and never smaller than the microseconds of Redis' clock,
 * so that tokens grow on although a Redis that lost its memory has forgotten the last one. Both fit a double exactly until the year 2255.
 */
const ACQUIRE = `
if not redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2]) then return false end
local now = redis.call('TIME')
local token = math.max(tonumber(now[1]) * 1000000 + tonumber(now[2]), tonumber(redis.call('GET', KEYS[2]) or '0') + 1)
local text = string.format('%.0f', token)
redis.call('SET', KEYS[2], text, 'PX', ARGV[3])
return text`;
const RENEW = `return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('PEXPIRE', KEYS[1], ARGV[2]) or 0`;
const RELEASE = `return redis.call('GET', KEYS[1]) == ARGV[1] and redis.call('DEL', KEYS[1]) or 0`;

/** Leases among the processes that share one Redis. While it is away nobody gets one, and those that are held run out. */
export function createRedisLocks(redis: SharedRedis, logger: Logger): Locks {
  const evaluate = async (script: string, keys: string[], ...args: (string | number)[]): Promise<unknown> => {
    try {
      return await redis.run((client) => client.eval(script, keys.length, ...keys, ...args));
    } catch (error) {
      logger.debug({ err: error }, 'the locks did not answer');
      return null;
    }
  };
  return {
    async acquire(name, ttlMs): Promise<Lease | null> {
      const holder = randomUUID();
      // In one hash slot, should it be a cluster.
      const [lock, counter] = [`autonomos:lock:{${name}}`, `autonomos:lock:{${name}}:token`];
      const token = await evaluate(ACQUIRE, [lock, counter], holder, Math.ceil(ttlMs), TOKEN_TTL_MS);
      if (typeof token !== 'string') return null;
      return {
        token: Number(token),
        renew: async (longerMs) => (await evaluate(RENEW, [lock], holder, Math.ceil(longerMs))) === 1,
        release: async () => void (await evaluate(RELEASE, [lock], holder)),
      };
    },
  };
}
