import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { migrations } from '../migrations/index.ts';
import { migrateUp } from '../subgraphs/kernel/database/migrate.ts';
import { prepareSegments } from '../subgraphs/kernel/runs/carrier/prepare-segments.ts';
import type { Logger } from '../subgraphs/kernel/telemetry/logger.ts';
import type { DatabaseServer } from './database-server.ts';

const POLL_MS = 500;
const PATIENCE_MS = 120_000;

/** Nobody brought the tables up to date, and this process is not to. */
export class DatabaseNotPrepared extends Error {
  override readonly name = 'DatabaseNotPrepared';
  readonly code = 'DATABASE_NOT_PREPARED';
}

/** Brings the tables up to date, one process at a time. @returns the migrations that this process ran */
export function prepareDatabase(server: DatabaseServer, logger: Logger): Promise<string[]> {
  return server.alone(async () => {
    const ran = await migrateUp(server.urlFor('autonomos_migrator'), migrations);
    await prepareSegments(server.urlFor('autonomos_workflows'), logger);
    return ran;
  });
}

/**
 * Waits until another process has brought the tables up to date. @returns none
 * @throws DatabaseNotPrepared after two minutes, with what is missing
 */
export async function untilPrepared(server: DatabaseServer, logger: Logger): Promise<never[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let told = false; ; told = true) {
    const missing = await missingOf(server.urlFor('autonomos_migrator'));
    if (missing === null) return [];
    if (Date.now() > deadline) throw new DatabaseNotPrepared(missing);
    if (!told) logger.info({ missing }, 'waiting until the database is prepared');
    await pause(POLL_MS);
  }
}

/** What is still to be done; null when all is. A server that does not answer yet, or lacks our logins, is not prepared either. */
async function missingOf(url: string): Promise<string | null> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    // Asked without the migrator's own machinery: every process asks at its start, and hardly ever is anything missing.
    const { rows } = await client.query<{ name: string }>('select name from migration');
    const pending = migrations.filter(({ name }) => !rows.some((row) => row.name === name)).map(({ name }) => name);
    if (pending.length > 0) return `migrations are to be run: ${pending.join(', ')}`;
    const made = await client.query("select 1 from pg_namespace where nspname = 'segments'");
    return made.rows.length === 1 ? null : 'the tables of durable runs are to be made';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await client.end();
  }
}
