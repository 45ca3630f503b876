import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestKernel, type TestKernel } from '../../../tests/testkit/test-kernel.ts';
import { tenantSchemaName } from './tenant-names.ts';
import { openTenantSchemas, type TenantSchemas } from './tenant-schema.ts';

const ONE_BACKEND = 'a lock needs two open transactions; the embedded database has one backend';

let t: TestKernel;
let impatient: TenantSchemas;
beforeAll(async () => {
  t = await openTestKernel();
  impatient = openTenantSchemas(
    t.urlFor('autonomos_provisioner'),
    () => undefined,
    () => undefined,
    { timeoutMs: 20, attempts: 3 },
  );
});
afterAll(async () => {
  await impatient.close();
  await t[Symbol.asyncDispose]();
});

async function schemaAndRole(tenantId: string): Promise<[schemas: number, roles: number]> {
  const name = tenantSchemaName(tenantId);
  const { rows } = await t.database.systemWork((db) =>
    sql<{ schemas: number; roles: number }>`
      select (select count(*)::int from pg_namespace where nspname = ${name}) as schemas,
             (select count(*)::int from pg_roles where rolname = ${name}) as roles`.execute(db),
  );
  return [rows[0]?.schemas ?? -1, rows[0]?.roles ?? -1];
}

const recordsOf = (tenantId: string) =>
  t.database.unitOfWork(tenantId, (unit) =>
    unit.asTenant((db) => db.selectFrom('raw_record').select(['record_key', 'data']).orderBy('ordinal').execute()),
  );

/** Holds a lock that DDL on the tenant's records has to wait for, until released. */
async function readerOf(tenantId: string): Promise<{ release: () => Promise<unknown> } & AsyncDisposable> {
  const client = new Client({ connectionString: t.urlFor('autonomos_provisioner') });
  await client.connect();
  await client.query('begin');
  await client.query(`lock table ${tenantSchemaName(tenantId)}.raw_record in access share mode`);
  return { release: () => client.query('commit'), [Symbol.asyncDispose]: () => client.end() };
}

test('making a tenant twice, or many times at once, is making it once', async () => {
  const tenantId = randomUUID();
  await Promise.all(Array.from({ length: 5 }, () => t.database.tenants.create(tenantId)));
  await t.database.tenants.create(tenantId);
  expect(await schemaAndRole(tenantId)).toEqual([1, 1]);
  expect(await recordsOf(tenantId)).toEqual([]);
});

test('many tenants can be made at once', async () => {
  const ids = Array.from({ length: 8 }, () => randomUUID());
  await Promise.all(ids.map((id) => t.database.tenants.create(id)));
  for (const id of ids) expect(await schemaAndRole(id)).toEqual([1, 1]);
});

test('making a tenant again keeps its data', async () => {
  const tenantId = await t.newTenant({ schema: true });
  await t.database.tenants.define(tenantId, async (db) => {
    await sql`create table e_thing (id uuid primary key)`.execute(db);
    await sql`insert into e_thing values (gen_random_uuid())`.execute(db);
  });
  await t.database.tenants.create(tenantId);
  const { rows } = await t.database.unitOfWork(tenantId, (unit) => unit.asTenant((db) => sql`select 1 from e_thing`.execute(db)));
  expect(rows).toHaveLength(1);
});

test('tables defined later can be read and written by the tenant’s role', async () => {
  const tenantId = await t.newTenant({ schema: true });
  await t.database.tenants.define(tenantId, async (db) => {
    await sql`create table e_thing (id int primary key, label text)`.execute(db);
  });
  const labels = await t.database.unitOfWork(tenantId, (unit) =>
    unit.asTenant(async (db) => {
      await sql`insert into e_thing values (1, 'a'), (2, 'b')`.execute(db);
      await sql`update e_thing set label = 'c' where id = 1`.execute(db);
      await sql`delete from e_thing where id = 2`.execute(db);
      return (await sql`select label from e_thing`.execute(db)).rows;
    }),
  );
  expect(labels).toEqual([{ label: 'c' }]);
});

test('a definition that fails leaves nothing of itself', async () => {
  const tenantId = await t.newTenant({ schema: true });
  const definition = t.database.tenants.define(tenantId, async (db) => {
    await sql`create table half (id int)`.execute(db);
    await sql`create table half (id int)`.execute(db);
  });
  await expect(definition).rejects.toMatchObject({ code: '42P07' });
  await t.database.tenants.define(tenantId, async (db) => void (await sql`create table half (id int)`.execute(db)));
});

test('thousands of records land in one statement and come back as they were', async () => {
  const tenantId = await t.newTenant({ schema: true });
  const [objectId, syncId] = [randomUUID(), randomUUID()];
  const rows = Array.from({ length: 5_000 }, (_, i) => ({ key: `r${i}`, ordinal: i, data: { n: i, text: `ünï '"\\ ${i}`, none: null } }));
  await t.database.unitOfWork(tenantId, (unit) =>
    unit.asTenant((db) =>
      sql`insert into raw_record (object_id, record_key, ordinal, data, content_hash, sync_id, changed_sync_id)
        select ${objectId}::uuid, e.key, e.ordinal, e.data, 'h', ${syncId}::uuid, ${syncId}::uuid
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(key text, ordinal bigint, data jsonb)`.execute(db),
    ),
  );
  const landed = await recordsOf(tenantId);
  expect(landed).toHaveLength(rows.length);
  expect(landed[4_999]).toEqual({ record_key: 'r4999', data: rows[4_999]?.data });
});

test('DDL waits for readers, gives way to those behind it, and starts again until the table is free', async (context) => {
  context.skip(t.oneBackend, ONE_BACKEND);
  const tenantId = await t.newTenant({ schema: true });
  await using reader = await readerOf(tenantId);
  let attempts = 0;
  await t.database.tenants.define(tenantId, async (db) => {
    attempts++;
    if (attempts === 2) {
      // The first attempt has given up: a newcomer reads at once although DDL has been asking for the table.
      await recordsOfAnother(tenantId);
      await reader.release();
    }
    await sql`alter table raw_record add column extra int`.execute(db);
  });
  expect(attempts).toBe(2);
});

test('DDL that never gets its lock ends with DATABASE_BUSY', async (context) => {
  context.skip(t.oneBackend, ONE_BACKEND);
  const tenantId = await t.newTenant({ schema: true });
  await using reader = await readerOf(tenantId);
  const definition = impatient.define(tenantId, async (db) => void (await sql`alter table raw_record add column extra int`.execute(db)));
  await expect(definition).rejects.toMatchObject({ code: 'DATABASE_BUSY', extensions: { retry: true } });
  await reader.release();
});

test('dropping a tenant takes its schema and its role, and may be done twice', async () => {
  const [tenantId, neighbour] = [await t.newTenant({ schema: true }), await t.newTenant({ schema: true })];
  await t.database.tenants.drop(tenantId);
  await t.database.tenants.drop(tenantId);
  expect(await schemaAndRole(tenantId)).toEqual([0, 0]);
  expect(await schemaAndRole(neighbour)).toEqual([1, 1]);
});

test('a tenant’s id that is none never becomes a name', () => {
  for (const id of ['', 'public', '../x', '"; drop schema public; --', `${randomUUID()}x`])
    expect(() => tenantSchemaName(id)).toThrowError('UUID');
});

async function recordsOfAnother(tenantId: string): Promise<void> {
  await using client = Object.assign(new Client({ connectionString: t.urlFor('autonomos_provisioner') }), {
    [Symbol.asyncDispose]: (): Promise<void> => client.end(),
  });
  await client.connect();
  await client.query("set statement_timeout = '2s'");
  await client.query(`select 1 from ${tenantSchemaName(tenantId)}.raw_record`);
}
