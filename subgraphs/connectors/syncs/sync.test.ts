import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SHOP, type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

describe('a folder of files', () => {
  test('is discovered, lands, and tells of it on the event log', async () => {
    const viewer = await c.t.newTenant();
    const started = await c.connect(viewer, { folder: await c.folderWith(SHOP), name: 'Shop' });
    expect(started).toMatchObject({ connection: { createdBy: { id: viewer.userId } }, sync: { status: 'RUNNING' } });
    expect(await c.finished(viewer, started.sync.id)).toEqual({
      status: 'SUCCEEDED', phase: 'FINISHED', progress: 1, recordsLanded: 2503, recordsUnchanged: 0, recordsRemoved: 0, recordsQuarantined: 0, problem: null,
      connection: { id: started.connection.id, status: 'READY', statusReason: null },
    }); // prettier-ignore
    const objects = await c.objectsOf(viewer, started.connection.id);
    expect(objects['dictionary']).toMatchObject({ status: 'SKIPPED', statusCode: 'DOCUMENTATION' });
    expect(objects['orders']?.schema?.fields.map(({ name, type, description }) => [name, type, description])).toEqual([
      ['order_id', 'INTEGER', 'Number of the order'],
      ['customer', 'TEXT', null],
      ['ordered', 'DATE', null],
      ['total', 'MONEY', 'What was paid'],
      ['note', 'TEXT', null],
    ]);
    expect(objects['orders']?.schema?.primaryKey?.columns).toEqual(['order_id']);
    expect(objects['orders']?.schema?.foreignKeys).toMatchObject([
      { columns: ['customer'], target: { name: 'customers' }, coverage: 0.6668 },
    ]);
    expect(objects['orders']?.sample[0]).toEqual({ order_id: 1, customer: 'Acme Corp', ordered: '2017-01-01', total: 0.5, note: 'n0' });
    expect(objects['customers']?.sample[2]).toEqual({ customer: 'Initech', city: null, since: '2015-01-02' });
    await c.t.settled();
    const mine = c.events.filter((event) => event.tenantId === viewer.tenantId);
    const topics = mine.map((event) => event.topic);
    expect(topics.slice(0, 3)).toEqual(['connectors.connection-created', 'connectors.sync-started', 'connectors.schema-discovered']);
    expect(topics.at(-1)).toBe('connectors.sync-finished');
    const landed = mine
      .filter((event) => event.topic === 'connectors.records-landed')
      .map((event) => (event.payload as { changed: number }).changed);
    expect(landed.reduce((sum, changed) => sum + changed, 0)).toBe(2503);
    expect(Math.max(...landed)).toBeLessThanOrEqual(1000);
  });

  test('synced again changes nothing that did not change, and finds what changed, came and went', async () => {
    const viewer = await c.t.newTenant();
    const folder = await c.folderWith(SHOP);
    const { connection, sync } = await c.connect(viewer, { folder });
    await c.finished(viewer, sync.id);
    expect(await c.resync(viewer, connection.id)).toMatchObject({ recordsLanded: 0, recordsUnchanged: 2503, recordsRemoved: 0 });
    await writeFile(
      join(folder, 'customers.csv'),
      'customer,city,since\nAcme Corp,Oslo,3/1/2017\nGlobex,Trondheim,10/20/2016\nHooli,Voss,1/2/2018\n',
    );
    expect(await c.resync(viewer, connection.id)).toMatchObject({ recordsLanded: 2, recordsUnchanged: 2501, recordsRemoved: 1 });
    await unlink(join(folder, 'orders.csv'));
    expect(await c.resync(viewer, connection.id)).toMatchObject({ recordsLanded: 0, recordsUnchanged: 3, recordsRemoved: 2500 });
    expect((await c.objectsOf(viewer, connection.id))['orders']).toMatchObject({ status: 'SKIPPED', statusCode: 'GONE', rowCount: 0 });
    await writeFile(join(folder, 'orders.csv'), SHOP['orders.csv']);
    expect(await c.resync(viewer, connection.id)).toMatchObject({ recordsLanded: 2500, recordsUnchanged: 3, recordsRemoved: 0 });
  });

  test('records without a key are told apart by content, equal ones by number', async () => {
    const viewer = await c.t.newTenant();
    const folder = await c.folderWith({ 'log.csv': 'level,message\ninfo,started\ninfo,started\nwarn,slow\n' });
    const { connection, sync } = await c.connect(viewer, { folder });
    expect(await c.finished(viewer, sync.id)).toMatchObject({ recordsLanded: 3, recordsQuarantined: 0 });
    await writeFile(join(folder, 'log.csv'), 'level,message\nwarn,slow\ninfo,started\n');
    expect(await c.resync(viewer, connection.id)).toMatchObject({ recordsLanded: 0, recordsUnchanged: 2, recordsRemoved: 1 });
  });

  test('a key that repeats later costs only the repeated records', async () => {
    const viewer = await c.t.newTenant();
    const folder = await c.folderWith({ 'goods.csv': 'id,name\n1,a\n2,b\n' });
    const { connection, sync } = await c.connect(viewer, { folder });
    await c.finished(viewer, sync.id);
    await writeFile(join(folder, 'goods.csv'), 'id,name\n1,a\n2,b\n2,c\n');
    expect(await c.resync(viewer, connection.id)).toMatchObject({ recordsLanded: 0, recordsUnchanged: 2, recordsQuarantined: 1 });
    expect((await c.objectsOf(viewer, connection.id))['goods']?.quarantined.nodes).toMatchObject([{ line: 4, code: 'DUPLICATE_KEY' }]);
  });
});

test('a sync that cannot reach its source fails with what to do, and keeps what has landed', async () => {
  const viewer = await c.t.newTenant();
  const folder = await c.folderWith({ 'goods.csv': 'id,name\n1,a\n2,b\n' });
  const { connection, sync } = await c.connect(viewer, { folder });
  await c.finished(viewer, sync.id);
  await unlink(join(folder, 'goods.csv'));
  expect(await c.resync(viewer, connection.id)).toMatchObject({
    status: 'FAILED',
    problem: { code: 'NO_FILES' },
    connection: { status: 'FAILED', statusReason: expect.stringContaining('no data file') as unknown },
  });
  expect((await c.objectsOf(viewer, connection.id))['goods']).toMatchObject({
    status: 'READY',
    rowCount: 2,
    sample: [{ id: 1 }, { id: 2 }],
  });
  await writeFile(join(folder, 'goods.csv'), 'id,name\n1,a\n2,b\n');
  expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 0, recordsUnchanged: 2 });
});
