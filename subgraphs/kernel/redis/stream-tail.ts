import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Logger } from '../telemetry/logger.ts';
import { refusalOf } from './redis-refused.ts';

/** How long one read waits for something new. */
const BLOCK_MS = 500;
/** A read that is not answered this long after it should have been: Redis is frozen, or the way to it is cut. */
const GRACE_MS = 500;
/** How often readers are woken while Redis is away. */
const AWAY_POLL_MS = 250;
/** How often they are woken while nothing comes: who numbers entries may have lost Redis although we have not. */
const QUIET_MS = 2_000;
/** A connection that is not made by then is given up and made anew. */
const STUCK_MS = 5_000;

/**
 * Reads a stream to its end for ever and calls `wake` after everything that came; also when something may have come that could not
 * be seen. Takes the connection over.
 */
export function tailStream(client: Redis, key: string, wake: () => void, logger: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  let refused = false;
  client.on('error', (error: unknown) => {
    if (refusalOf(error) !== null && !refused)
      logger.error({ err: error }, 'Redis refuses us; events are looked for in the outbox instead');
    refused = refusalOf(error) !== null;
  });

  let after: string | null = null;
  let wokenAt = 0;
  const wakeNow = (): void => {
    wokenAt = performance.now();
    wake();
  };

  const readOnce = async (): Promise<void> => {
    if (after === null) {
      // From here on; what came before the connection is seen by looking once.
      const [last] = await within(GRACE_MS, client.xrevrange(key, '+', '-', 'COUNT', 1));
      after = last?.[0] ?? '0-0';
      wakeNow();
    }
    const found = await within(BLOCK_MS + GRACE_MS, client.xread('COUNT', 1_000, 'BLOCK', BLOCK_MS, 'STREAMS', key, after));
    const last = found?.[0]?.[1].at(-1);
    if (last !== undefined) after = last[0];
    if (last !== undefined || performance.now() - wokenAt > QUIET_MS) wakeNow();
  };

  const loop = async (): Promise<void> => {
    let awaySince: number | null = null;
    await Promise.race([
      client.connect().catch(() => undefined),
      pause(STUCK_MS, undefined, { signal, ref: false }).catch(() => undefined),
    ]);
    while (!signal.aborted) {
      try {
        await readOnce();
        if (awaySince !== null) logger.info('events come over Redis again');
        awaySince = null;
      } catch (error) {
        if (signal.aborted) return;
        if (awaySince === null) logger.warn({ err: error }, 'events do not come over Redis; looking in the outbox instead');
        awaySince ??= performance.now();
        after = null;
        wakeNow();
        if (error instanceof Unanswered || (client.status !== 'reconnecting' && performance.now() - awaySince > STUCK_MS)) {
          awaySince = performance.now();
          client.disconnect(true);
        }
        await pause(AWAY_POLL_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  };
  const finished = loop();

  return {
    async stop() {
      stopping.abort();
      client.disconnect();
      await finished;
    },
  };
}

class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** The command's reply. @throws Unanswered after `ms` */
async function within<T>(ms: number, command: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unanswered(`no answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([command, late]);
  } finally {
    clearTimeout(timer);
    command.catch(() => undefined);
  }
}
