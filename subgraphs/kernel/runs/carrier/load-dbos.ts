import { createRequire } from 'node:module';
import type { DBOS, DBOSClient } from '@dbos-inc/dbos-sdk';
import type { migrateSystemDatabase } from '@dbos-inc/dbos-sdk/internal/system_database';
import type { DLogger, GlobalLogger } from '@dbos-inc/dbos-sdk/internal/telemetry/logs';

/** What we use of it. */
interface Dbos {
  DBOS: typeof DBOS;
  DBOSClient: typeof DBOSClient;
  /** As `DBOS.migrate`, which can only log to the console. */
  migrate: (url: string, logger: DLogger) => Promise<void>;
}

const require = createRequire(import.meta.url);
const PACKAGE = '@dbos-inc/dbos-sdk';
const FILES = '/@dbos-inc/dbos-sdk/';

/**
 * DBOS keeps its state in its module: one launch a process. A copy of the module is a DBOS of its own, so that two systems in one process
 * (as tests run them) do not meet. A server loads it once.
 */
export function loadDbos(): Dbos {
  for (const file of Object.keys(require.cache)) if (file.replaceAll('\\', '/').includes(FILES)) delete require.cache[file];
  const main: Omit<Dbos, 'migrate'> = require(PACKAGE);
  const database: { migrateSystemDatabase: typeof migrateSystemDatabase } = require(`${PACKAGE}/internal/system_database`);
  const logs: { GlobalLogger: typeof GlobalLogger } = require(`${PACKAGE}/internal/telemetry/logs`);
  return {
    DBOS: main.DBOS,
    DBOSClient: main.DBOSClient,
    migrate: (url, logger) => database.migrateSystemDatabase(url, new logs.GlobalLogger(undefined, { logger })),
  };
}
