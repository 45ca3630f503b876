import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { migrations } from '../migrations/index.ts';
import type { Config } from '../subgraphs/kernel/config/config.ts';
import { migrateDown, migrationHistory, type MigrationRun } from '../subgraphs/kernel/database/migrate.ts';
import { createLogger } from '../subgraphs/kernel/telemetry/logger.ts';
import { openDatabaseServer } from './database-server.ts';
import { prepareDatabase } from './prepare-database.ts';

/** The migrations of a data folder's database, opened for as long as they are looked at or run. */
export interface OpenMigrations extends AsyncDisposable {
  up(): Promise<string[]>;
  /** The last one, or all after `to`. */
  down(to: string | null): Promise<string[]>;
  history(): Promise<MigrationRun>;
}

/** Rejects with DATA_FOLDER_IN_USE while a server runs on the folder. */
export async function openMigrations(config: Config): Promise<OpenMigrations> {
  const dataFolder = resolve(config.dataFolder);
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  const logger = createLogger('silent');
  const server = await openDatabaseServer(config, { dataFolder, bootstrap: true, logger });
  const url = server.urlFor('autonomos_migrator');
  return {
    up: () => prepareDatabase(server, logger),
    down: (to) => server.alone(() => migrateDown(url, migrations, to ?? undefined)),
    history: () => migrationHistory(url, migrations),
    [Symbol.asyncDispose]: () => server.stop(),
  };
}
