import { Client, type QueryResultRow } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testkit/database.ts';

/** Tables no tenant owns a row of, each with the reason. Everything else carries tenant_id. */
const WITHOUT_A_TENANT: Readonly<Record<string, string>> = {
  migration: 'which migrations have run; the app cannot read it',
  event_subscription: 'which consumer follows which topic; nothing of anybody in it',
  relay_lease: 'one row that says who numbers events; nothing of anybody in it',
  relay_publication: 'one row that says how far the log has been published; nothing of anybody in it',
  tenant: 'is the tenant: its id takes the place of tenant_id, under the same policy',
};

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await openTestDatabase();
  client = new Client({ connectionString: database.urlFor('autonomos_migrator') });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database[Symbol.asyncDispose]();
});

const rows = async <Row extends QueryResultRow>(query: string): Promise<Row[]> => (await client.query<Row>(query)).rows;

/** Names that a query gives in its column `name`. */
const names = async (query: string): Promise<string[]> => (await rows<{ name: string }>(query)).map(({ name }) => name).toSorted();

const TABLES = `select c.oid, c.relname as name, c.relrowsecurity, c.relforcerowsecurity,
  (select attnum from pg_attribute a where a.attrelid = c.oid and not attisdropped
    and attname = case c.relname when 'tenant' then 'id' else 'tenant_id' end) as tenant_column
  from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;
const OWNED = `(${TABLES}) t where tenant_column is not null`;

test('every table carries its tenant, but for a short list with reasons', async () => {
  const without = await names(`select name from (${TABLES}) t where tenant_column is null or name = 'tenant'`);
  expect(without).toEqual(Object.keys(WITHOUT_A_TENANT).toSorted());
  expect((await names(`select name from ${OWNED}`)).length).toBeGreaterThan(10);
});

test('tenant_id is never null and always a uuid', async () => {
  expect(
    await names(`select name from ${OWNED} and not exists (select 1 from pg_attribute a
      where a.attrelid = t.oid and a.attnum = t.tenant_column and attnotnull and atttypid = 'uuid'::regtype)`),
  ).toEqual([]);
});

test('every tenant table is under row-level security that holds for its owner too', async () => {
  expect(await names(`select name from ${OWNED} and not (relrowsecurity and relforcerowsecurity)`)).toEqual([]);
});

test('every tenant table has a policy that lets its tenant’s rows through, for reading and writing', async () => {
  expect(
    await names(`select name from ${OWNED} and not exists (select 1 from pg_policies p
      where schemaname = 'public' and tablename = t.name and cmd = 'ALL' and roles = '{public}'
        and qual like '%app.tenant_id%' and with_check like '%app.tenant_id%')`),
  ).toEqual([]);
});

test('every other policy is the system role’s, or lets one row be found by a secret the caller holds', async () => {
  const others = await rows<{ policyname: string; cmd: string; qual: string | null }>(
    `select policyname, cmd, qual from pg_policies where schemaname = 'public' and roles <> '{autonomos_system}'
      and coalesce(qual, '') not like '%app.tenant_id%' order by 1`,
  );
  expect(others.map(({ policyname }) => policyname)).toEqual(['log_in_link_by_code', 'user_account_log_in']);
  for (const { cmd, qual } of others) {
    expect(cmd).toBe('SELECT');
    expect(qual).toMatch(/current_setting\('app\.log_in_\w+'/);
  }
});

test('every tenant table has an index that starts with the tenant', async () => {
  expect(
    await names(`select name from ${OWNED} and not exists (select 1 from pg_index i
      where i.indrelid = t.oid and indpred is null and indkey[0] = t.tenant_column)`),
  ).toEqual([]);
});

test('a unique constraint over what a tenant chooses holds within the tenant: others’ values cannot be felt for', async () => {
  // An id is random; an e-mail and a slug name somebody to the whole product; a hash is of a secret.
  const global = new Set(['user_account_email_key', 'tenant_slug_key']);
  const wide = await rows<{ name: string; columns: string[] }>(
    `select i.indexrelid::regclass::text as name,
        array(select attname::text from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey) order by 1) as columns
      from pg_index i join (select * from ${OWNED}) t on t.oid = i.indrelid
      where indisunique and not (t.tenant_column = any(i.indkey))`,
  );
  const felt = wide.filter(({ name, columns }) => !global.has(name) && !columns.some((column) => /(^|_)(id|hash|sequence)$/.test(column)));
  expect(felt).toEqual([]);
});

test('the app’s login owns nothing, is no superuser, bypasses nothing, and is in no role but the system’s and tenants’', async () => {
  const [app] = await rows(
    `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = 'autonomos_app'`,
  );
  expect(app).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false });
  for (const catalogue of ['pg_class', 'pg_proc', 'pg_namespace', 'pg_type', 'pg_database']) {
    const owner = { pg_class: 'relowner', pg_proc: 'proowner', pg_namespace: 'nspowner', pg_type: 'typowner', pg_database: 'datdba' }[
      catalogue
    ];
    expect([catalogue, await rows(`select 1 from ${catalogue} where ${owner} = 'autonomos_app'::regrole`)]).toEqual([catalogue, []]);
  }
  expect(
    await names(`select roleid::regrole::text as name from pg_auth_members
      where member = 'autonomos_app'::regrole and roleid::regrole::text !~ '^t_[0-9a-f]{32}$'`),
  ).toEqual(['autonomos_system']);
});

test('neither the migrator nor the provisioner is superuser or bypasses anything', async () => {
  expect(
    await names(`select rolname as name from pg_roles where rolname in ('autonomos_migrator', 'autonomos_provisioner', 'autonomos_system')
      and (rolsuper or rolbypassrls)`),
  ).toEqual([]);
});

test('the app may not truncate, refer to, or put triggers on platform tables, nor make anything in public', async () => {
  const [may] = await rows(
    `select has_schema_privilege('autonomos_app', 'public', 'create') as make,
        bool_or(has_table_privilege('autonomos_app', oid, 'truncate, references, trigger')) as more
      from (${TABLES}) t`,
  );
  expect(may).toEqual({ make: false, more: false });
});

test('no view reads with its owner’s rights, and no function runs with them unseen', async () => {
  expect(
    await names(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
      and not coalesce('security_invoker=true' = any(reloptions), false)`),
  ).toEqual([]);
  expect(await names(`select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`)).toEqual([]);
});
