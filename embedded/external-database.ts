import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { Logger } from '../subgraphs/kernel/telemetry/logger.ts';
import type { DatabaseServer } from './database-server.ts';
import { bootstrapRoles } from './postgres/bootstrap.ts';
import type { Login } from './postgres/logins.ts';

/** Held while logins or tables are changed; any number that nothing else on the database uses. */
const LOCK = 7_221_001;
const LOCK_PAUSE_MS = 100;
const LOCK_PATIENCE_MS = 120_000;
const MAX_BOOTSTRAPS = 10;

/**
 * The PostgreSQL at `url` with these logins. `bootstrap`: they are made in it, for which `url` has to be a superuser's; else only its
 * host, port and database count. @throws PostgreSQL's errors, or ECONNREFUSED
 */
export async function openExternalDatabase(
  url: string,
  logins: readonly Login[],
  bootstrap: boolean,
  logger: Logger,
): Promise<DatabaseServer> {
  const server: DatabaseServer = {
    urlFor(name) {
      const mine = new URL(url);
      mine.username = name;
      mine.password = logins.find((login) => login.name === name)?.password ?? '';
      return mine.href;
    },
    check: () => Promise.resolve(),
    alone: (work) =>
      withSuperuser(url, async (client) => {
        await takeLock(client);
        return work();
      }),
    stop: () => Promise.resolve(),
  };
  if (bootstrap) {
    const warnings = await withSuperuser(url, async (client) => {
      await takeLock(client);
      return makeLogins(client, logins);
    });
    for (const warning of warnings) logger.warn(warning);
  }
  return server;
}

async function withSuperuser<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  // A lock that is lost with its connection is noticed by the statement that fails, not by the end of this process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** By trying, not by waiting: whoever waits for a lock inside a statement holds up indexes that are built concurrently. */
async function takeLock(client: Client): Promise<void> {
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  while (Date.now() < deadline) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
    if (rows[0]?.mine === true) return;
    await pause(LOCK_PAUSE_MS);
  }
  throw new Error(`another process has been preparing the database for ${LOCK_PATIENCE_MS / 1_000} s`);
}

/** The lock is one database's, logins are the whole cluster's: somebody who prepares another database may be altering them right now. */
async function makeLogins(client: Client, logins: readonly Login[]): Promise<string[]> {
  for (let attempt = 1; ; attempt++) {
    try {
      return (await bootstrapRoles(client, logins)).warnings;
    } catch (error) {
      if (attempt === MAX_BOOTSTRAPS || !(error instanceof Error && error.message.includes('concurrently updated'))) throw error;
      await pause(LOCK_PAUSE_MS * Math.random());
    }
  }
}
