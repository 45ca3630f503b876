import { join } from 'node:path';
import type { Config } from '../subgraphs/kernel/config/config.ts';
import type { Login } from '../subgraphs/kernel/database/roles.ts';
import type { Logger } from '../subgraphs/kernel/telemetry/logger.ts';
import { loginsFrom } from './database-logins.ts';
import { openExternalDatabase } from './external-database.ts';
import { startEmbeddedPostgres } from './postgres/embedded-postgres.ts';
import { standardLogins } from './postgres/secrets.ts';

/** The PostgreSQL that a topology works on, whichever it is. */
export interface DatabaseServer {
  urlFor(login: Login): string;
  /** Rejects with what is wrong while the server does not answer. */
  check(): Promise<void>;
  /** Runs work that changes logins or tables: one process at a time, of those that share the database. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

const MAX_HEARTBEAT_AGE_MS = 2_000;

/**
 * The embedded PostgreSQL, or the one at `config.databaseUrl` with our logins in it. Passwords are made from the key that the configuration
 * gives, else they are random and kept in the data folder. `bootstrap`: whether logins are made.
 */
export function openDatabaseServer(
  config: Pick<Config, 'databaseUrl' | 'keys'>,
  { dataFolder, bootstrap, logger }: { dataFolder: string; bootstrap: boolean; logger: Logger },
): Promise<DatabaseServer> {
  if (config.databaseUrl === null) return embedded(dataFolder, logger);
  const logins = config.keys.logins === null ? standardLogins(join(dataFolder, 'logins')) : loginsFrom(config.keys.logins);
  return openExternalDatabase(config.databaseUrl, logins, bootstrap, logger);
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
    alone: (work) => work(),
    stop: () => postgres.stop(),
  };
}
