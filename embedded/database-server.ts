import { join } from 'node:path';
import { Client } from 'pg';
import type { Login } from '../subgraphs/kernel/database/roles.ts';
import type { Logger } from '../subgraphs/kernel/telemetry/logger.ts';
import { bootstrapRoles } from './postgres/bootstrap.ts';
import { startEmbeddedPostgres } from './postgres/embedded-postgres.ts';
import { standardLogins } from './postgres/secrets.ts';

/** The PostgreSQL that a topology works on, whichever it is. */
export interface DatabaseServer {
  urlFor(login: Login): string;
  /** Rejects with what is wrong while the server does not answer. */
  check(): Promise<void>;
  stop(): Promise<void>;
}

const MAX_HEARTBEAT_AGE_MS = 2_000;

/** The embedded PostgreSQL, or the one at `url` (a superuser's), with our logins made in it. Passwords are kept in the data folder. */
export function openDatabaseServer(options: { url: string | null; dataFolder: string; logger: Logger }): Promise<DatabaseServer> {
  return options.url === null ? embedded(options.dataFolder, options.logger) : external(options.url, options.dataFolder, options.logger);
}

async function embedded(dataFolder: string, logger: Logger): Promise<DatabaseServer> {
  const postgres = await startEmbeddedPostgres({ dataFolder: join(dataFolder, 'postgres'), onLog: (line) => logger.warn(line) });
  for (const warning of postgres.warnings) logger.warn(warning);
  return {
    urlFor: (login) => postgres.urlFor(login),
    async check() {
      const { ageMs } = postgres.heartbeat;
      if (!postgres.running || ageMs > MAX_HEARTBEAT_AGE_MS) throw new Error('the embedded database is being restarted');
    },
    stop: () => postgres.stop(),
  };
}

async function external(url: string, dataFolder: string, logger: Logger): Promise<DatabaseServer> {
  const logins = standardLogins(join(dataFolder, 'logins'));
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { warnings } = await bootstrapRoles(client, logins);
    for (const warning of warnings) logger.warn(warning);
  } finally {
    await client.end();
  }
  return {
    urlFor(name) {
      const mine = new URL(url);
      mine.username = name;
      mine.password = logins.find((login) => login.name === name)?.password ?? '';
      return mine.href;
    },
    check: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  };
}
