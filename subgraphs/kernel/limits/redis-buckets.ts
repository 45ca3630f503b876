import { createHash } from 'node:crypto';
import type { SharedRedis } from '../redis/redis.ts';
import { intervalOf, tokensOf, type Draw } from './bucket.ts';
import { nameOf } from './memory-buckets.ts';

/**
 * Takes tokens out of all buckets, or out of none. A bucket is the microsecond of Redis' clock at which it is full; it is forgotten then. Numbers fit a
 * double exactly until the year 2255. Of each bucket: its interval, its burst, what is taken, and what was taken elsewhere and is not known here.
 * @returns microseconds to wait (0 or less: taken), then what each bucket lacks
 */
const TAKE = `
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local kept = redis.call('MGET', unpack(KEYS))
local full, wait = {}, nil
for i = 1, #KEYS do
  local interval, burst, cost, owed = tonumber(ARGV[4 * i - 3]), tonumber(ARGV[4 * i - 2]), tonumber(ARGV[4 * i - 1]), tonumber(ARGV[4 * i])
  full[i] = math.max(now + owed, tonumber(kept[i] or '0'))
  local over = full[i] - now + (cost - burst) * interval
  if wait == nil or over > wait then wait = over end
end
local reply = { wait }
for i = 1, #KEYS do
  local interval, cost, owed = tonumber(ARGV[4 * i - 3]), tonumber(ARGV[4 * i - 1]), tonumber(ARGV[4 * i])
  if wait <= 0 then full[i] = full[i] + cost * interval end
  if full[i] > now and (owed > 0 or (wait <= 0 and cost > 0)) then
    redis.call('SET', KEYS[i], string.format('%.0f', full[i]), 'PX', math.ceil((full[i] - now) / 1000))
  end
  reply[i + 1] = full[i] - now
end
return reply`;
const TAKE_SHA1 = createHash('sha1').update(TAKE).digest('hex');

/** What Redis says of a call. */
export interface Counted {
  /** Microseconds; 0 or less: the tokens are taken. */
  wait: number;
  /** What each bucket lacks, in microseconds. */
  lacks: number[];
}

/** Takes tokens in one round trip. @param owed what was taken from each bucket while Redis was away, in microseconds @throws UNAVAILABLE */
export async function takeFromRedis(redis: SharedRedis, draws: readonly Draw[], owed: readonly number[]): Promise<Counted> {
  const keys = draws.map((draw) => `autonomos:limit:${nameOf(draw)}`);
  const args = draws.flatMap((draw, index) => [intervalOf(draw.policy), draw.policy.burst, tokensOf(draw), owed[index] ?? 0]);
  const reply = await redis.run(async (client) => {
    try {
      return await client.evalsha(TAKE_SHA1, keys.length, ...keys, ...args);
    } catch (error) {
      // A Redis that was started anew has forgotten the script.
      if (!(error instanceof Error && error.message.startsWith('NOSCRIPT'))) throw error;
      return client.eval(TAKE, keys.length, ...keys, ...args);
    }
  });
  const [wait, ...lacks] = numbersIn(reply);
  if (wait === undefined || lacks.length !== draws.length) throw new Error('Redis counted something else than was asked');
  return { wait, lacks };
}

function numbersIn(reply: unknown): number[] {
  return Array.isArray(reply) && reply.every((each) => typeof each === 'number') ? reply : [];
}
