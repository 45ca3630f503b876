import { Kysely, PostgresDialect, type RawBuilder } from 'kysely';
import { Pool } from 'pg';
import { reclaimLostConnections } from './reclaim-lost.ts';

/** Opened when they are needed. Statements that belong together are sent as one, so that few of them are under way. */
const MAX_CONNECTIONS = 3;

/** Statements that are transactions by themselves. */
interface Statements {
  /** @returns its rows */
  run(statement: RawBuilder<unknown>): Promise<readonly unknown[]>;
  close(): Promise<void>;
}

/** On connections of their own: what takes one way to the database never waits behind what keeps a connection for many. */
export function openStatements(url: string, warn: (error: Error) => void, watch: (pool: Pool) => void): Statements {
  const pool = new Pool({ connectionString: url, max: MAX_CONNECTIONS });
  pool.on('error', warn);
  pool.on('connect', (client) => client.on('error', warn));
  watch(pool);
  reclaimLostConnections(pool);
  const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool }) });
  return {
    run: async (statement) => (await statement.execute(db)).rows,
    close: () => db.destroy(),
  };
}
