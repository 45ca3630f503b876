import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import { Pool } from 'pg';
import { commonErrors } from '../errors/common.errors.ts';
import { APP_LOGIN, PROVISIONER_LOGIN } from '../database/roles.ts';
import { assertOutsideUnitOfWork } from '../database/unit-guard.ts';
import { LANDING_DDL, type TenantTables } from './landing.ts';
import { tenantSchemaName } from './tenant-names.ts';

const MAX_CONNECTIONS = 2;
/** How long DDL waits for a lock, and how often it starts again. */
export interface LockPolicy {
  timeoutMs: number;
  attempts: number;
}

const LOCK_POLICY: LockPolicy = { timeoutMs: 200, attempts: 20 };
const LOCK_NOT_AVAILABLE = '55P03';

export type TenantDefinition = (db: Transaction<TenantTables>) => Promise<void>;

/** The provisioner: makes, changes and drops the schemas that hold tenants' data. */
export interface TenantSchemas {
  /** Makes the tenant's schema, role and landing zone; does nothing when they are there. */
  create(tenantId: string): Promise<void>;
  /** Brings the landing zone of a schema that an older version made up to this one; asks the database once a process and tenant. */
  ensure(tenantId: string): Promise<void>;
  /**
   * Runs DDL in the tenant's schema as one transaction, one at a time. Waits 200 ms at most for each lock and starts again, so that readers never
   * queue behind it. @throws DATABASE_BUSY after 20 attempts.
   */
  define(tenantId: string, definition: TenantDefinition): Promise<void>;
  /** Removes the tenant's data for good. */
  drop(tenantId: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the provisioner's own small pool; `prepare` is handed it before its first connection. */
export function openTenantSchemas(
  url: string,
  onError: (error: Error) => void,
  prepare: (pool: Pool) => void = () => undefined,
  lock: LockPolicy = LOCK_POLICY,
): TenantSchemas {
  const pool = new Pool({ connectionString: url, max: MAX_CONNECTIONS });
  prepare(pool);
  pool.on('error', onError);
  // Without this a server that stops in the middle of a transaction would end our process.
  pool.on('connect', (client) => client.on('error', onError));
  const database = new Kysely<TenantTables>({ dialect: new PostgresDialect({ pool }) });

  const define = async (tenantId: string, definition: TenantDefinition): Promise<void> => {
    assertOutsideUnitOfWork('tenant DDL');
    const name = tenantSchemaName(tenantId);
    const schema = sql.id(name);
    for (let attempt = 1; ; attempt++) {
      try {
        await database.transaction().execute(async (transaction) => {
          await sql`set local lock_timeout = ${sql.lit(lock.timeoutMs)}`.execute(transaction);
          await sql`set local search_path = ${schema}, extensions`.execute(transaction);
          // Roles and functions have neither "if not exists" nor locks of their own: definitions of one tenant wait for each other here.
          await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
          await definition(transaction);
        });
        return;
      } catch (error) {
        if (!isLockTimeout(error)) throw error;
        if (attempt === lock.attempts) throw commonErrors.DATABASE_BUSY({}, { cause: error });
        await wait(lock.timeoutMs * attempt);
      }
    }
  };

  const current = new Set<string>();
  const ensure = async (tenantId: string): Promise<void> => {
    if (current.has(tenantId)) return;
    const name = tenantSchemaName(tenantId);
    const { rows } = await sql<{ version: string | null }>`
      select obj_description(oid, 'pg_namespace') as version from pg_namespace where nspname = ${name}`.execute(database);
    const [found] = rows;
    if (found !== undefined && found.version !== LANDING_VERSION) await define(tenantId, (db) => defineLanding(db, name));
    if (found !== undefined) current.add(tenantId);
  };

  return {
    define,
    ensure,
    async create(tenantId) {
      const name = tenantSchemaName(tenantId);
      const id = sql.id(name);
      await define(tenantId, async (db) => {
        const { rows } = await sql`select 1 from pg_roles where rolname = ${name}`.execute(db);
        if (rows.length === 0) await sql`create role ${id} nologin`.execute(db);
        await sql`grant ${id} to ${sql.id(APP_LOGIN)}`.execute(db);
        await sql`create schema if not exists ${id}`.execute(db);
        await sql`grant usage on schema ${id} to ${id}`.execute(db);
        await sql`alter default privileges for role ${sql.id(PROVISIONER_LOGIN)} in schema ${id}
          grant select, insert, update, delete on tables to ${id}`.execute(db);
        await defineLanding(db, name);
      });
    },
    async drop(tenantId) {
      const id = sql.id(tenantSchemaName(tenantId));
      await define(tenantId, async (db) => {
        await sql`drop schema if exists ${id} cascade`.execute(db);
        await sql`drop role if exists ${id}`.execute(db);
      });
    },
    close: () => database.destroy(),
  };
}

/** Says of a schema which landing zone it has. */
const LANDING_VERSION = `landing ${createHash('sha256').update(LANDING_DDL.join(';')).digest('hex').slice(0, 16)}`;

async function defineLanding(db: Transaction<TenantTables>, schema: string): Promise<void> {
  for (const statement of LANDING_DDL) await sql.raw(statement).execute(db);
  await sql`comment on schema ${sql.id(schema)} is ${sql.lit(LANDING_VERSION)}`.execute(db);
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE;
}
