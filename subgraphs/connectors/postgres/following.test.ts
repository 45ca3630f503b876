import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '../../../tests/testkit/postgres-cluster.ts';
import { type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { readDatabaseUrl } from './address.ts';
import { boundSlot, slotNameOf } from './replication/slot.ts';
import { openSession } from './session.ts';
import { type SourceDatabase, openSourceDatabase, sourceServer } from './postgres.testkit.ts';

let t: ConnectorsTest;
beforeAll(async () => {
  t = await startConnectorsTest();
});
afterAll(() => t[Symbol.asyncDispose]());

const CONNECT = `mutation ($input: SourceInput!) { connectSource(input: $input) {
  ... on ConnectionStarted { connection { id } sync { id } } ... on InputRefused { problems { code field message } } } }`;
const TABLES = `
  create table items (id int primary key, name text, big text);
  insert into items select i, 'Item ' || i, repeat(md5(i::text), 300) from generate_series(1, 3000) i;
  create table pairs (a text, b date, v int, primary key (b, a));
  insert into pairs select 'p' || i, date '2024-01-01' + i, i from generate_series(1, 20) i;
  create table loose (v int);
  insert into loose values (1);`;

/** Whoever owns the database. */
function ownerUrl({ database }: SourceDatabase): string {
  const url = new URL(sourceServer() ?? '');
  url.pathname = `/${database}`;
  return url.href;
}

async function connect(viewer: UserViewer, url: string, mode: string): Promise<string> {
  const values = [{ name: 'url', value: url }, { name: 'mode', value: mode }]; // prettier-ignore
  const { data, errors } = await t.t.graph('connectors', CONNECT, { input: { kind: 'POSTGRES', name: `by ${mode}`, values } }, viewer);
  expect(errors).toBeUndefined();
  const { connectSource } = data as { connectSource: { connection: { id: string }; sync: { id: string }; problems?: unknown } };
  expect(connectSource.problems).toBeUndefined();
  expect(await t.finished(viewer, connectSource.sync.id)).toMatchObject({ status: 'SUCCEEDED' });
  return connectSource.connection.id;
}

const slots = (url: string): Promise<{ slot_name: string }[]> =>
  withClient(url, async (client) => (await client.query<{ slot_name: string }>('select slot_name from pg_replication_slots where database = current_database()')).rows); // prettier-ignore

describe.skipIf(sourceServer() === null)('changes of a PostgreSQL database', () => {
  test.each(['auto', 'replication'])('are found by %s: what came, changed and went, and nothing else is read', async (mode) => {
    await using source = await openSourceDatabase(TABLES);
    const viewer = await t.t.newTenant();
    const id = await connect(viewer, ownerUrl(source), mode);
    const notes = (await t.objectsOf(viewer, id))['items']?.notes.join() ?? '';
    expect(notes).toContain(mode === 'auto' ? 'xmin' : 'logical replication');
    await source.sql(`
      update items set name = 'Changed' where id = 7;
      delete from items where id = 9;
      insert into items values (5000, 'New', 'x');
      update pairs set a = 'moved' where a = 'p3';
      insert into loose values (2);`);
    await source.sql("begin; insert into items values (6000, 'Rolled back', 'x'); rollback;");
    const run = await t.resync(viewer, id);
    expect(run).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 4, recordsRemoved: 2 });
    const { items, pairs, loose } = await t.objectsOf(viewer, id);
    expect([items?.rowCount, pairs?.rowCount, loose?.rowCount]).toEqual([3000, 20, 2]);
    await source.sql("truncate items; insert into items values (1, 'Only', null);");
    expect(await t.resync(viewer, id)).toMatchObject({ status: 'SUCCEEDED' });
    expect((await t.objectsOf(viewer, id))['items']).toMatchObject({ rowCount: 1 });
    await source.sql("update items set name = 'Again';");
    expect(await t.resync(viewer, id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 1 });
  });

  test('leave a slot at the source only when that was chosen, and none once the connection is removed', async () => {
    await using source = await openSourceDatabase(TABLES);
    const viewer = await t.t.newTenant();
    const plain = await connect(viewer, ownerUrl(source), 'auto');
    expect(await slots(ownerUrl(source))).toEqual([]);
    const followed = await connect(viewer, ownerUrl(source), 'replication');
    expect(await slots(ownerUrl(source))).toEqual([{ slot_name: `autonomos_${followed.replaceAll('-', '')}` }]);
    // What was lost with a slot is read whole.
    await withClient(ownerUrl(source), (client) =>
      client.query('select pg_drop_replication_slot(slot_name) from pg_replication_slots where database = current_database()'),
    );
    await source.sql("update items set name = 'While away' where id = 1; delete from items where id = 2;");
    expect(await t.resync(viewer, followed)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 1, recordsRemoved: 1 });
    for (const id of [plain, followed]) await t.t.graph('connectors', 'mutation ($id: ID!) { removeConnection(id: $id) }', { id }, viewer);
    expect(await slots(ownerUrl(source))).toEqual([]);
    const { rowCount } = await withClient(ownerUrl(source), (client) => client.query('select 1 from pg_publication'));
    expect(rowCount).toBe(0);
  });

  test('hold back no more of the log than is allowed: the slot goes, and the tables are read whole', async () => {
    await using source = await openSourceDatabase(TABLES);
    const viewer = await t.t.newTenant();
    const id = await connect(viewer, ownerUrl(source), 'replication');
    await source.sql("update items set big = repeat('x', 2000); delete from items where id = 1;");
    const target = { ...readDatabaseUrl(ownerUrl(source)), address: '127.0.0.1', sslMode: 'disable' as const };
    await using session = await openSession(target);
    expect(await boundSlot(session, slotNameOf(id))).toBe(false);
    expect(await boundSlot(session, slotNameOf(id), 1000)).toBe(true);
    expect(await slots(ownerUrl(source))).toEqual([]);
    expect(await t.resync(viewer, id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 2999, recordsRemoved: 1 });
    expect(await slots(ownerUrl(source))).toHaveLength(1);
  });

  test('are read by what is newer where the login may not replicate, and the reason is told', async () => {
    await using source = await openSourceDatabase(TABLES);
    const viewer = await t.t.newTenant();
    const id = await connect(viewer, source.url, 'replication');
    expect((await t.objectsOf(viewer, id))['items']?.notes.join()).toContain('the login may not replicate');
    await source.sql("update items set name = 'Changed' where id = 7;");
    expect(await t.resync(viewer, id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 1 });
  });
});
