import { ConsecutiveBreaker, ExponentialBackoff, circuitBreaker, handleAll } from 'cockatiel';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis, type RedisOptions } from 'ioredis';
import { backoffMs } from '../backoff.ts';
import { assertOutsideUnitOfWork } from '../database/unit-guard.ts';
import { commonErrors } from '../errors/common.errors.ts';
import type { Logger } from '../telemetry/logger.ts';
import { connectionOptions, type RedisAddress } from './redis-address.ts';
import { refusalOf, type RedisRefused } from './redis-refused.ts';

/** How long anything may take on a Redis that answers within a millisecond when it is well. */
export interface RedisPatience {
  commandMs: number;
  connectMs: number;
  /** The wait before the second attempt to connect; it doubles up to the longest, each time by chance a little more or less. */
  firstRetryMs: number;
  longestRetryMs: number;
}

export const REDIS_PATIENCE: RedisPatience = { commandMs: 1_000, connectMs: 3_000, firstRetryMs: 100, longestRetryMs: 5_000 };

/** Whoever asks how a process is waits no longer than that for Redis. */
const CHECK_MS = 250;

/** Failures in a row after which commands are refused at once, until one is let through to try. */
const BREAKER_THRESHOLD = 5;
const BREAKER_HALF_OPEN = { initialDelay: 500, maxDelay: 5_000 };

/** One Redis, as the parts of a process share it. */
export interface SharedRedis {
  /** Runs commands within their time. @throws UNAVAILABLE, at once while Redis is known to be away; ReplyError when Redis says no */
  run<T>(work: (client: Redis) => Promise<T>): Promise<T>;
  /** A connection of its own, for reads that block; the caller connects and closes it. */
  dedicated(name: string): Redis;
  /** Resolves when Redis answers. @throws UNAVAILABLE within a quarter of a second when it does not */
  check(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Connects to Redis. One that is away is waited for in the background: nothing that uses it may depend on it.
 * @throws RedisRefused when it is there and its certificate, our user or our password is wrong
 */
export async function openRedis(address: RedisAddress, logger: Logger, patience: RedisPatience = REDIS_PATIENCE): Promise<SharedRedis> {
  const optionsFor = (connectionName: string, commandTimeout?: number): RedisOptions & { replyMapping: 'legacy' } => ({
    ...connectionOptions(address),
    lazyConnect: true,
    connectTimeout: patience.connectMs,
    // Nothing waits in line for a Redis that is away, and nothing is sent twice: callers know what to do instead.
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => backoffMs(attempt, { firstMs: patience.firstRetryMs, longestMs: patience.longestRetryMs, spread: 0.5 }),
    // What the replies look like, whichever protocol the server speaks.
    replyMapping: 'legacy',
    connectionName,
    commandTimeout,
  });
  const client = new Redis(optionsFor('autonomos', patience.commandMs));
  const refused = watch(client, logger);
  const breaker = circuitBreaker(handleAll, {
    breaker: new ConsecutiveBreaker(BREAKER_THRESHOLD),
    halfOpenAfter: new ExponentialBackoff(BREAKER_HALF_OPEN),
  });

  const run = async <T>(work: (client: Redis) => Promise<T>): Promise<T> => {
    assertOutsideUnitOfWork('Redis');
    try {
      const outcome = await breaker.execute(() => settle(work(client)));
      if ('refusal' in outcome) throw outcome.refusal;
      return outcome.value;
    } catch (cause) {
      if (isReplyError(cause)) throw cause;
      throw commonErrors.UNAVAILABLE({ what: 'Redis' }, { cause });
    }
  };

  const first = await Promise.race([
    client.connect().then(
      () => null,
      () => refused(),
    ),
    pause(patience.connectMs, null, { ref: false }).then(refused),
  ]);
  if (first !== null) {
    client.disconnect();
    throw first;
  }
  if (client.status !== 'ready')
    logger.warn({ url: new URL(address.url).host }, 'Redis does not answer; going on without it until it does');

  return {
    run,
    dedicated: (name) => new Redis(optionsFor(name)),
    async check() {
      const late = pause(CHECK_MS, 'late' as const, { ref: false });
      const answer = run((each) => each.ping());
      answer.catch(() => undefined);
      if ((await Promise.race([answer, late])) === 'late') throw commonErrors.UNAVAILABLE({ what: 'Redis' });
    },
    async close() {
      client.disconnect();
    },
  };
}

/** Redis that answers with an error is well: only silence and broken connections count for the breaker. */
async function settle<T>(work: Promise<T>): Promise<{ value: T } | { refusal: unknown }> {
  try {
    return { value: await work };
  } catch (error) {
    if (isReplyError(error) && refusalOf(error) === null) return { refusal: error };
    throw error;
  }
}

/** An answer, although not the one hoped for. */
function isReplyError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ReplyError';
}

/** Says once when Redis goes and once when it is back. @returns why it refuses us, as far as is known */
function watch(client: Redis, logger: Logger): () => RedisRefused | null {
  let away = false;
  let refusal: RedisRefused | null = null;
  client.on('error', (error: unknown) => {
    refusal = refusalOf(error);
    if (!away) logger.warn({ err: error }, 'Redis was lost');
    away = true;
  });
  client.on('close', () => {
    away = true;
  });
  client.on('ready', () => {
    if (away) logger.info('Redis is back');
    away = false;
    refusal = null;
  });
  return () => refusal;
}
