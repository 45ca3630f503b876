import { finished } from 'node:stream/promises';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, type PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { TenantTables } from '../tenancy/landing.ts';
import { tenantSchemaName } from '../tenancy/tenant-names.ts';
import { assertOutsideUnitOfWork, insideUnitOfWork } from './unit-guard.ts';

/** Connections that load at once, beside those that people wait for; more of them wait for one another at the log. */
const MAX_WRITERS = 3;
const IDLE_MS = 10_000;
const PIECE_BYTES = 128 * 1024;

/** One transaction of one tenant that takes in much at once, on a connection of its own. */
export interface BulkWork {
  readonly tenantId: string;
  /** Platform tables, under row-level security; until `asTenant`. */
  readonly sql: Kysely<Record<string, never>>;
  /** Enters the tenant's role and schema for the rest of the transaction. Only generated SQL may run from here on. */
  asTenant(): Promise<Kysely<TenantTables>>;
  /** `copy … from stdin` with these bytes. */
  copy(statement: string, bytes: Uint8Array): Promise<void>;
}

/** Loading with COPY, in several connections at once. */
export interface Bulk {
  /** How many may load at once; 0: this database has one backend, which cannot, and takes small pages. */
  writers(): Promise<number>;
  /** Rolled back when `work` throws. */
  work<T>(tenantId: string, work: (bulk: BulkWork) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Opens the pool for loading; it makes no connection before it is needed. */
export function openBulk(url: string, onError: (error: Error) => void, prepare: (pool: Pool) => void): Bulk {
  const pool = new Pool({ connectionString: url, max: MAX_WRITERS, min: 0, idleTimeoutMillis: IDLE_MS });
  prepare(pool);
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  let writers: Promise<number> | null = null;

  const ask = async (): Promise<number> => {
    const { rows } = await pool.query<{ version: string }>('select version()');
    return /emcc|emscripten|wasm/iu.test(rows[0]?.version ?? '') ? 0 : MAX_WRITERS;
  };

  return {
    writers() {
      writers ??= ask().catch((error: unknown) => {
        writers = null;
        throw error;
      });
      return writers;
    },
    async work(tenantId, work) {
      assertOutsideUnitOfWork('loading');
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        return await insideUnitOfWork(() => inTransaction(client, tenantId, work));
      } catch (error) {
        broken = await rollBack(client);
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

async function inTransaction<T>(client: PoolClient, tenantId: string, work: (bulk: BulkWork) => Promise<T>): Promise<T> {
  const db = kyselyOn<Record<string, never>>(client);
  // Several statements at once: each answer waits for the event loop, which is busy while much is loaded.
  await client.query(`begin; select set_config('app.tenant_id', ${client.escapeLiteral(tenantId)}, true)`);
  const value = await work({
    tenantId,
    sql: db,
    async asTenant() {
      const name = client.escapeIdentifier(tenantSchemaName(tenantId));
      await client.query(`set local role ${name}; set local search_path = ${name}, extensions`);
      return kyselyOn<TenantTables>(client);
    },
    async copy(statement, bytes) {
      const stream = client.query(copyFrom(statement));
      // Piece by piece, so that the server reads what has come while the rest is on its way.
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) stream.write(bytes.subarray(at, at + PIECE_BYTES));
      stream.end();
      await finished(stream);
    },
  });
  await client.query('commit');
  return value;
}

/** @returns why the connection is of no more use; undefined when it is */
async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Kysely on a connection that is held anyway. */
function kyselyOn<Tables>(client: PoolClient): Kysely<Tables> {
  const held = { query: client.query.bind(client), release: () => undefined } as unknown as PoolClient;
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { options: {}, connect: () => Promise.resolve(held), end: () => Promise.resolve() } }),
  });
}
