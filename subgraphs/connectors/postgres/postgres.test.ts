import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../../../embedded/postgres/embedded-postgres.ts';
import { type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { SyncRunRow } from '../syncs/sync-run.entity.ts';
import { type SourceDatabase, openSourceDatabase, sourceServer } from './postgres.testkit.ts';

let t: ConnectorsTest;
beforeAll(async () => {
  t = await startConnectorsTest();
});
afterAll(() => t[Symbol.asyncDispose]());

const SHOP = `
  create table customers (id int primary key, name text not null, city varchar(40), since date);
  comment on column customers.city is 'Where they are';
  insert into customers select i, 'Customer ' || i, case when i % 7 = 0 then null else 'Oslo' end, date '2020-01-01' + i from generate_series(1, 40) i;
  create table orders (
    id bigint generated always as identity primary key, customer_id int not null references customers (id), ordered text, amount numeric(12, 2), note text,
    updated_at timestamptz not null default now()
  );
  create index on orders (updated_at);
  insert into orders (customer_id, ordered, amount, note)
    select i % 40 + 1, (i % 12 + 1) || '/' || (i % 28 + 1) || '/2024', i * 1.25, 'n' || i from generate_series(1, 2500) i;
  create table visits (customer_name text, seen text);
  insert into visits select 'Customer ' || (i % 40 + 1), '2024-01-' || lpad((i % 28 + 1)::text, 2, '0') from generate_series(1, 300) i;
  create view big_orders as select id, amount from orders where amount > 3000;
  create schema empty;`;

describe.skipIf(sourceServer() === null)('a PostgreSQL database', () => {
  let source: SourceDatabase;
  beforeAll(async () => {
    source = await openSourceDatabase(SHOP);
  });
  afterAll(() => source[Symbol.asyncDispose]());

  test('is discovered from its catalogue and its values, and lands', async () => {
    const viewer = await t.t.newTenant();
    const { connection, sync } = await t.connectDatabase(viewer, { url: source.url });
    expect(await t.finished(viewer, sync.id)).toMatchObject({
      status: 'SUCCEEDED',
      recordsLanded: 40 + 2500 + 300 + 100,
      recordsQuarantined: 0,
    });
    const objects = await t.objectsOf(viewer, connection.id);
    expect(Object.keys(objects).toSorted()).toEqual(['big_orders', 'customers', 'orders', 'visits']);
    const types = Object.fromEntries(objects['orders']?.schema?.fields.map(({ name, type }) => [name, type]) ?? []);
    expect(types).toEqual({
      id: 'INTEGER',
      customer_id: 'INTEGER',
      ordered: 'DATE',
      amount: 'DECIMAL',
      note: 'TEXT',
      updated_at: 'DATETIME',
    });
    expect(objects['orders']?.schema?.primaryKey).toMatchObject({ columns: ['id'] });
    expect(objects['orders']?.schema?.foreignKeys).toMatchObject([
      { columns: ['customer_id'], target: { name: 'customers' }, coverage: 1 },
    ]);
    // Nothing declares this one.
    expect(objects['visits']?.schema?.foreignKeys).toMatchObject([{ columns: ['customer_name'], target: { name: 'customers' } }]);
    expect(objects['customers']?.schema?.fields.find(({ name }) => name === 'city')).toMatchObject({ description: 'Where they are' });
    expect(objects['orders']?.sample[0]).toMatchObject({ id: 1, customer_id: 2, ordered: '2024-02-02', amount: 1.25, note: 'n1' });
  });

  test('synced again costs nothing where nothing changed; what changed, came and went is found by what is newer', async () => {
    await using shop = await openSourceDatabase(SHOP);
    const viewer = await t.t.newTenant();
    const { connection, sync } = await t.connectDatabase(viewer, { url: shop.url });
    await t.finished(viewer, sync.id);
    for (let again = 0; again < 2; again++) {
      expect(await t.resync(viewer, connection.id)).toMatchObject({ recordsLanded: 0, recordsUnchanged: 2940, recordsRemoved: 0 });
      expect(await latestPlan(viewer)).toMatchObject({
        big_orders: { unchanged: false },
        customers: { unchanged: true },
        orders: { unchanged: true },
      });
    }
    await shop.sql(`update orders set amount = 7, updated_at = now() where id = 5; delete from orders where id in (6, 7);
      insert into orders (customer_id, ordered, amount) values (1, '1/2/2025', 9), (2, '1/3/2025', 10); delete from visits where seen = '2024-01-02'`);
    expect(await t.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 3, recordsRemoved: 2 + 11 });
    expect(await latestPlan(viewer)).toMatchObject({
      customers: { unchanged: true },
      orders: { unchanged: false, since: expect.any(String) as unknown },
    });
    const { orders } = await t.objectsOf(viewer, connection.id);
    expect(orders).toMatchObject({ rowCount: 2500 });
    expect(orders?.notes).toContainEqual(expect.stringContaining('updated_at is never null'));
    expect(await rawOf(viewer, orders?.id ?? '', ['5', '6', '2501'])).toMatchObject([
      { record_key: '2501', removed: false },
      { record_key: '5', removed: false, data: expect.stringContaining('"amount": 7,') as unknown },
      { record_key: '6', removed: true },
    ]);
  });

  test('deletions are found among many keys, whatever the order of their digits and the name of their column', async () => {
    await using many = await openSourceDatabase(`create table many (r int primary key, updated_at timestamptz not null);
      create index on many (updated_at); insert into many select i, now() - interval '1 day' from generate_series(1, 12000) i;`);
    const viewer = await t.t.newTenant();
    const { connection, sync } = await t.connectDatabase(viewer, { url: many.url });
    expect(await t.finished(viewer, sync.id)).toMatchObject({ recordsLanded: 12_000 });
    await many.sql('delete from many where r in (9, 1000, 11999); insert into many values (0, now())');
    expect(await t.resync(viewer, connection.id)).toMatchObject({ recordsLanded: 1, recordsRemoved: 3, recordsUnchanged: 11_997 });
    expect(await latestPlan(viewer)).toMatchObject({ many: { unchanged: false, since: expect.any(String) as unknown } });
    const left = 'select count(*)::int as n, sum(record_key::int)::int as keys from raw_record where removed_at is null';
    expect(await tenantSql(viewer, left)).toEqual([{ n: 11_998, keys: (12_000 * 12_001) / 2 - 9 - 1000 - 11_999 }]);
  });

  test('every type lands exactly, or is said to be left out', async () => {
    await using types = await openSourceDatabase(`
      create type mood as enum ('happy', 'sad'); create domain cents as numeric(20, 4);
      create table everything (
        id uuid primary key default '8a0b1c2d-0000-4000-8000-000000000001', big int8, exact numeric, price cents, whole numeric(12, 0), cash money,
        half real, twice double precision, yes boolean, day date, local timestamp, moment timestamptz, clock time, span interval, feeling mood,
        tags text[], doc jsonb, plain json, raw bytea, padded char(6), host inet, bits bit(3), period int4range
      );
      insert into everything (big, exact, price, whole, cash, half, twice, yes, day, local, moment, clock, span, feeling, tags, doc, plain, raw, padded,
          host, bits, period) values
        (9007199254740993, 12345678901234567890.123400, 1.5000, 42, 12.34, 0.1, 1e300, true, '2024-02-29', '2024-02-29 10:00:00.123456',
         '2024-02-29 10:00:00+02', '10:30', '1 day 02:00', 'sad', '{a,"b c",null}', '{"a": [1, 2]}', '{"b":1}', '\\x00ff', 'ab', '10.0.0.1', '101', '[1,5)');
      insert into everything (id, exact, twice, day, moment) values ('8a0b1c2d-0000-4000-8000-000000000002', 'NaN', 'Infinity', 'infinity', '-infinity');
      insert into everything (id, day) values ('8a0b1c2d-0000-4000-8000-000000000003', '0044-03-15 BC');`);
    const viewer = await t.t.newTenant();
    const { connection, sync } = await t.connectDatabase(viewer, { url: types.url });
    expect(await t.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 2, recordsQuarantined: 1 });
    const { everything } = await t.objectsOf(viewer, connection.id);
    expect(everything?.notes.join()).toMatch(/raw \(bytea\) is left out: binary/u);
    const keys = ['8a0b1c2d-0000-4000-8000-000000000001', '8a0b1c2d-0000-4000-8000-000000000002'];
    const [first, second] = await rawOf(viewer, everything?.id ?? '', keys);
    // As text: JavaScript has no such numbers.
    const exact = [
      '"big": 9007199254740993,',
      '"exact": 12345678901234567890.1234,',
      '"price": 1.5,',
      '"whole": 42,',
      '"cash": 12.34,',
      '"half": 0.1,',
    ];
    for (const part of exact) expect(first?.data).toContain(part);
    expect(JSON.parse(first?.data ?? '')).toMatchObject({
      yes: true, day: '2024-02-29', local: '2024-02-29T10:00:00.123456Z', moment: '2024-02-29T08:00:00Z', clock: '10:30:00', span: 'P1DT2H', feeling: 'sad',
      tags: '["a","b c",null]', doc: '{"a": [1, 2]}', plain: '{"b":1}', padded: 'ab', host: '10.0.0.1/32', bits: '101', period: '[1,5)',
    }); // prettier-ignore
    expect(JSON.parse(second?.data ?? '')).toMatchObject({ exact: null, twice: null, day: null, moment: null });
    expect(everything?.quarantined.nodes).toMatchObject([{ code: 'VALUE_MISFIT' }]);
  });

  test('keys of several columns, keyless tables, odd names, partitions, views and schemas are read', async () => {
    await using odd = await openSourceDatabase(`
      create table "Order ""Lines""" (a text, b int, "Mixed Case" text, primary key (a, b));
      insert into "Order ""Lines""" select 'ö' || (i % 3), i, 'x' from generate_series(1, 2500) i;
      create table keyless (level text, message text); insert into keyless select 'info', 'm' || (i % 2) from generate_series(1, 1500) i;
      create table parts (id int, at date not null) partition by range (at);
      create table parts_1 partition of parts for values from ('2024-01-01') to ('2025-01-01'); insert into parts values (1, '2024-05-05'), (2, '2024-06-06');
      create table parent (id int primary key); create table child (extra int) inherits (parent); insert into parent values (1); insert into child values (2, 3);
      create materialized view counted as select level, count(*) as n from keyless group by level;
      create schema other; create table other.elders (id int primary key, note text); insert into other.elders values (7, 'seven');
      create table nothing (); create table empty (id int primary key, name text);`);
    const viewer = await t.t.newTenant();
    const { connection, sync } = await t.connectDatabase(viewer, { url: odd.url, name: 'Odd' });
    const landed = { status: 'SUCCEEDED', recordsLanded: 2500 + 1500 + 2 + 1 + 1 + 1 + 1, recordsQuarantined: 0 };
    expect(await t.finished(viewer, sync.id)).toMatchObject(landed);
    const objects = await t.objectsOf(viewer, connection.id);
    const names = ['Order "Lines"', 'child', 'counted', 'elders', 'empty', 'keyless', 'nothing', 'parent', 'parts'];
    expect(Object.keys(objects).toSorted()).toEqual(names);
    expect(objects['nothing']).toMatchObject({ status: 'SKIPPED', statusCode: 'NOT_TABULAR' });
    expect(objects['Order "Lines"']?.schema?.primaryKey?.columns).toEqual(['a', 'b']);
    expect(await t.resync(viewer, connection.id)).toMatchObject({ recordsLanded: 0, recordsRemoved: 0 });
    const one = await t.connectDatabase(viewer, { url: odd.url, schemas: ['other'], name: 'Only other' });
    expect(await t.finished(viewer, one.sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 1 });
  });

  const BIG =
    'create table a_big (id int primary key, name text); insert into a_big select i, repeat(md5(i::text), 20) from generate_series(1, 40000) i;';

  test('a server that goes away in the middle is waited for; the read goes on where it was', async () => {
    await using big = await openSourceDatabase(BIG);
    const viewer = await t.t.newTenant();
    const { connection, sync } = await t.connectDatabase(viewer, { url: big.url });
    await landing(viewer, sync.id);
    const ended = await big.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'AutonomOS'`,
    );
    expect(ended).toBeGreaterThan(0);
    expect(await t.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 40_000, recordsUnchanged: 0 });
    const counted = 'select count(*)::int as n, count(distinct ordinal)::int as ordinals, max(ordinal)::int as last from raw_record';
    expect(await tenantSql(viewer, counted)).toEqual([{ n: 40_000, ordinals: 40_000, last: 40_000 }]);
    expect((await t.objectsOf(viewer, connection.id))['a_big']).toMatchObject({ rowCount: 40_000 });
  });

  test('a table that vanishes during the sync is told of; the others land', async () => {
    await using big = await openSourceDatabase(`${BIG} create table z_small (id int primary key); insert into z_small values (1);`);
    const viewer = await t.t.newTenant();
    const { connection, sync } = await t.connectDatabase(viewer, { url: big.url });
    await landing(viewer, sync.id);
    await big.sql('drop table z_small');
    expect(await t.finished(viewer, sync.id)).toMatchObject({
      status: 'SUCCEEDED',
      recordsLanded: 40_000,
      problem: { code: 'TABLE_GONE' },
    });
    expect((await t.objectsOf(viewer, connection.id))['z_small']).toMatchObject({ status: 'SKIPPED', statusCode: 'GONE' });
  });

  test('a sync can be cancelled and resumed: it goes on, nothing is doubled', async () => {
    await using big = await openSourceDatabase(BIG);
    const viewer = await t.t.newTenant();
    const { sync } = await t.connectDatabase(viewer, { url: big.url });
    await landing(viewer, sync.id);
    const { system } = t.t;
    await system.database.unitOfWork(viewer.tenantId, (unit) => system.runs.cancel(unit, sync.id));
    expect(await t.finished(viewer, sync.id)).toMatchObject({ status: 'CANCELLED', problem: { code: 'SYNC_CANCELLED' } });
    expect(await system.database.unitOfWork(viewer.tenantId, (unit) => system.runs.resume(unit, sync.id))).toBe(true);
    await expect.poll(async () => (await t.finished(viewer, sync.id)).status, { timeout: 30_000 }).toBe('SUCCEEDED');
    expect(await tenantSql(viewer, 'select count(*)::int as n, max(ordinal)::int as last from raw_record')).toEqual([
      { n: 40_000, last: 40_000 },
    ]);
  });

  describe('what cannot be connected is told', () => {
    const problem = async (url: string): Promise<unknown> => (await t.connectDatabase(await t.t.newTenant(), { url })).problems?.[0]?.code;
    const changed = (change: (url: URL) => void): string => {
      const url = new URL(source.url);
      change(url);
      return url.href;
    };

    test('before anything is made of it', async () => {
      expect(await problem('mysql://a:b@localhost/x')).toBe('POSTGRES_URL_INVALID');
      expect(await problem('postgres://a:b@localhost')).toBe('POSTGRES_URL_INVALID');
      expect(await problem(changed((url) => void (url.pathname = '/no_such_database')))).toBe('POSTGRES_NOT_FOUND');
      expect(await problem(changed((url) => void (url.port = '1')))).toBe('POSTGRES_UNREACHABLE');
      expect(await problem(source.url.replace('127.0.0.1', 'no-such-host.invalid'))).toBe('HOST_NOT_FOUND');
      expect(await problem(source.url.replace('127.0.0.1', '169.254.169.254'))).toBe('ADDRESS_NOT_ALLOWED');
      expect(await problem(`${source.url}?sslmode=require`)).toBe('POSTGRES_TLS_REFUSED');
      expect(await problem(`${source.url}?sslmode=sometimes`)).toBe('POSTGRES_URL_INVALID');
      expect(await problem(changed((url) => void (url.username = 'nobody_here')))).toBe('POSTGRES_LOGIN_REFUSED');
    });

    test('a wrong password is told without saying which', async () => {
      await using guarded = await startEmbeddedPostgres({ dataFolder: null });
      const url = new URL(guarded.urlFor('autonomos_app'));
      url.password = 's3cret-guess';
      const { problems } = await t.connectDatabase(await t.t.newTenant(), { url: url.href });
      expect(problems).toEqual([{ code: 'POSTGRES_LOGIN_REFUSED', field: 'url' }]);
    });

    test('a schema that is not there, and one without tables, fail the sync', async () => {
      const viewer = await t.t.newTenant();
      const missing = await t.connectDatabase(viewer, { url: source.url, schemas: ['nowhere'] });
      expect(await t.finished(viewer, missing.sync.id)).toMatchObject({ status: 'FAILED', problem: { code: 'SCHEMA_NOT_FOUND' } });
      const empty = await t.connectDatabase(viewer, { url: source.url, schemas: ['empty'], name: 'Empty' });
      expect(await t.finished(viewer, empty.sync.id)).toMatchObject({ status: 'FAILED', problem: { code: 'POSTGRES_NO_TABLES' } });
    });

    test('a table that the login may not read is skipped', async () => {
      await using guarded = await openSourceDatabase(
        'create table open_one (id int primary key); insert into open_one values (1); create table closed (id int);',
      );
      const login = new URL(guarded.url).username;
      await guarded.sql(`revoke pg_read_all_data from ${login}; grant select on open_one to ${login}`);
      const viewer = await t.t.newTenant();
      const { connection, sync } = await t.connectDatabase(viewer, { url: guarded.url });
      expect(await t.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 1 });
      expect((await t.objectsOf(viewer, connection.id))['closed']).toMatchObject({ status: 'SKIPPED', statusCode: 'NOT_READABLE' });
    });

    test('a database is connected once under a name, also by two at the same moment', async () => {
      const viewer = await t.t.newTenant();
      const both = await Promise.all([t.connectDatabase(viewer, { url: source.url }), t.connectDatabase(viewer, { url: source.url })]);
      expect(both.map(({ problems }) => problems?.[0]?.code ?? 'STARTED').toSorted()).toEqual(['ALREADY_CONNECTED', 'STARTED']);
    });
  });

  test('the password is nowhere but in the vault', async () => {
    const viewer = await t.t.newTenant();
    const before = t.events.length;
    const { connection, sync } = await t.connectDatabase(viewer, { url: source.url });
    await t.finished(viewer, sync.id);
    const shown = await t.t.graph(
      'connectors',
      'query ($id: ID!) { connection(id: $id) { name kind location status } }',
      { id: connection.id },
      viewer,
    );
    const location = expect.stringMatching(/^postgres:\/\/reader_\w+@127\.0\.0\.1:\d+\/source_/u) as unknown;
    expect(shown.data).toMatchObject({ connection: { kind: 'POSTGRES', location } });
    const { rows } = await t.t.system.database.unitOfWork(viewer.tenantId, (unit) =>
      sql<{ row: string }>`select to_json(c)::text as row from connection c union all select to_json(o)::text from outbox_entry o
        union all select to_json(s)::text from sync_run s union all select to_json(d)::text from durable_step d
        union all select to_json(x)::text from source_schema x`.execute(unit.sql),
    );
    expect(rows.length).toBeGreaterThan(5);
    const nope = await t.connectDatabase(viewer, { url: source.url.replace(/source_\w+$/u, 'nope') });
    const texts = [JSON.stringify(shown), JSON.stringify(nope), JSON.stringify(t.events.slice(before)), ...rows.map(({ row }) => row)];
    for (const text of texts) for (const form of [source.password, encodeURIComponent(source.password)]) expect(text).not.toContain(form);
  });
});

/** What the tenant's last sync had to land, by table. */
async function latestPlan(viewer: UserViewer): Promise<Record<string, unknown>> {
  const [sync] = await t.t.system.database.unitOfWork(viewer.tenantId, ({ em }) =>
    em.find(SyncRunRow, {}, { orderBy: { startedAt: 'desc' }, limit: 1, populate: ['toLand'] }),
  );
  return Object.fromEntries((sync?.toLand?.tables ?? []).map((table) => [table.name, table]));
}

/** Waits until the first records of the sync are there. */
async function landing(viewer: UserViewer, syncId: string): Promise<void> {
  const landed = async (): Promise<number> => Number((await tenantSql(viewer, 'select count(*)::int as n from raw_record'))[0]?.['n']);
  await expect.poll(landed, { timeout: 30_000, interval: 5, message: syncId }).toBeGreaterThan(0);
}

const tenantSql = async (viewer: UserViewer, text: string): Promise<Record<string, unknown>[]> =>
  t.t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    unit.asTenant(async (db) => (await sql<Record<string, unknown>>`${sql.raw(text)}`.execute(db)).rows),
  );

async function rawOf(
  viewer: UserViewer,
  objectId: string,
  keys: string[],
): Promise<{ record_key: string; removed: boolean; data: string }[]> {
  const { rows } = await t.t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    unit.asTenant((db) =>
      sql<{
        record_key: string;
        removed: boolean;
        data: string;
      }>`select record_key, removed_at is not null as removed, data::text from raw_record
        where object_id = ${objectId}::uuid and record_key = any(${keys}::text[]) order by record_key`.execute(db),
    ),
  );
  return rows;
}
