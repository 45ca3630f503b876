import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from '../telemetry/logger.ts';

const CHANNEL = 'autonomos_events';
/** A server that does not answer is tried anew. */
const CONNECT_MS = 5_000;
/** How soon a connection that is lost is made anew. */
const RETRY_MS = 1_000;

/** Rung by one process of a database, heard by all of them; not kept for those who are away. */
export interface Bell {
  ring(): Promise<void>;
  /** Called whenever it was rung, or may have been. */
  listen(heard: () => void): void;
  close(): Promise<void>;
}

/** A bell of PostgreSQL's own (LISTEN and NOTIFY), on a connection of its own. While that is lost nobody hears anything. */
export function openBell(url: string, logger: Logger): Bell {
  const stopping = new AbortController();
  const { signal } = stopping;
  const listeners: (() => void)[] = [];
  const tell = (): void => {
    for (const heard of listeners) heard();
  };
  let client: Client | null = null;

  const hear = async (): Promise<void> => {
    const connection = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
    const over = new Promise<void>((resolve) => {
      connection.once('end', () => resolve());
      connection.on('error', () => resolve());
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    connection.on('notification', tell);
    try {
      await connection.connect();
      await connection.query(`listen ${CHANNEL}`);
      client = connection;
      // What was rung while nobody listened.
      tell();
      await over;
    } finally {
      client = null;
      await connection.end().catch(() => undefined);
    }
  };
  const hearing = (async () => {
    while (!signal.aborted) {
      await hear().catch((error: unknown) => logger.warn({ err: error }, 'the database’s notifications cannot be heard; trying again'));
      await pause(RETRY_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  })();

  return {
    async ring() {
      await client?.query(`notify ${CHANNEL}`);
    },
    listen: (heard) => void listeners.push(heard),
    async close() {
      stopping.abort();
      await hearing;
    },
  };
}
