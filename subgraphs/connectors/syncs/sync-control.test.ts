import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type ConnectorsTest, SHOP, startConnectorsTest } from '../connectors.testkit.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

const ROWS = 60_000;
/** Without a key that could be told from its values: landed page by page. */
const LONG = `level,message\n${Array.from({ length: ROWS }, (_, i) => `info,line ${i % 50_000}\n`).join('')}`;

const SYNC = `query ($id: ID!) { syncRun(id: $id) { status mode progress secondsLeft recordsLanded connection { status }
  objects { name status records changed progress problem { code } object { name } } } }`;

async function ask(viewer: UserViewer, mutation: string, id: string): Promise<Record<string, unknown> | string> {
  const { data, errors } = await c.t.graph('connectors', `mutation ($id: ID!) { ${mutation}(id: $id) { id status } }`, { id }, viewer);
  return (errors?.[0]?.extensions?.['code'] as string | undefined) ?? ((data?.[mutation] ?? {}) as Record<string, unknown>);
}

async function syncOf(viewer: UserViewer, id: string): Promise<Record<string, unknown> & { recordsLanded: number; status: string }> {
  return (await c.t.graph('connectors', SYNC, { id }, viewer)).data?.['syncRun'] as never;
}

async function landed(viewer: UserViewer): Promise<number> {
  return c.t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    unit.asTenant(async (db) => Number((await sql<{ n: string }>`select count(*) as n from raw_record`.execute(db)).rows[0]?.n)),
  );
}

test('a sync that is paused lands nothing until it is resumed, then goes on and loses nothing', async () => {
  const viewer = await c.t.newTenant();
  const { connection, sync } = await c.connect(viewer, { folder: await c.folderWith({ 'long.csv': LONG }) });
  await eventually('some of it has landed', async () => (await landed(viewer)) > 0);
  expect(await ask(viewer, 'pauseSync', sync.id)).toMatchObject({ status: 'PAUSED' });
  const paused = await landed(viewer);
  expect(paused).toBeLessThan(ROWS);
  expect(await syncOf(viewer, sync.id)).toMatchObject({ status: 'PAUSED', mode: 'FULL', connection: { status: 'PAUSED' } });
  expect(await ask(viewer, 'pauseSync', sync.id)).toBe('SYNC_NOT_RUNNING');
  await c.t.settled();
  expect(await landed(viewer)).toBe(paused);
  await eventually('its worker has let go', async () => (await ask(viewer, 'resumeSync', sync.id)) !== 'SYNC_STILL_STOPPING');
  expect(await c.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: ROWS });
  expect(await landed(viewer)).toBe(ROWS);
  expect(await syncOf(viewer, sync.id)).toMatchObject({
    progress: 1, secondsLeft: null, connection: { status: 'READY' },
    objects: [{ name: 'long', status: 'DONE', records: ROWS, changed: ROWS, progress: 1, problem: null, object: { name: 'long' } }],
  }); // prettier-ignore
  expect(await ask(viewer, 'resumeSync', sync.id)).toBe('SYNC_NOT_PAUSED');
  expect(connection.id).toBeTruthy();
});

test('a sync that is cancelled ends, running or paused; a newer one supersedes it', async () => {
  const viewer = await c.t.newTenant();
  const { connection, sync } = await c.connect(viewer, { folder: await c.folderWith({ 'long.csv': LONG }) });
  await eventually('some of it has landed', async () => (await landed(viewer)) > 0);
  await ask(viewer, 'pauseSync', sync.id);
  expect(await ask(viewer, 'cancelSync', sync.id)).toMatchObject({ status: 'CANCELLED' });
  expect(await ask(viewer, 'cancelSync', sync.id)).toBe('SYNC_NOT_RUNNING');
  expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED' });
  expect(await ask(viewer, 'resumeSync', sync.id)).toBe('SYNC_SUPERSEDED');
  expect(await landed(viewer)).toBe(ROWS);
  const stranger = await c.t.newTenant();
  for (const mutation of ['pauseSync', 'resumeSync', 'cancelSync']) expect(await ask(stranger, mutation, sync.id)).toBe('SYNC_NOT_FOUND');
});

test('a backfill reads just the objects that were asked for, once more, and says what it is', async () => {
  const viewer = await c.t.newTenant();
  const { connection, sync } = await c.connect(viewer, { folder: await c.folderWith(SHOP) });
  await c.finished(viewer, sync.id);
  const objects = await c.objectsOf(viewer, connection.id);
  const query = `mutation ($id: ID!, $objects: [ID!], $since: DateTime) { backfillConnection(id: $id, objects: $objects, since: $since) { sync { id } } }`;
  const backfill = async (variables: Record<string, unknown>): Promise<{ id: string } | string> => {
    const { data, errors } = await c.t.graph('connectors', query, { id: connection.id, ...variables }, viewer);
    return (
      (errors?.[0]?.extensions?.['code'] as string | undefined) ??
      (data?.['backfillConnection'] as { sync: { id: string } } | undefined)?.sync ??
      ''
    );
  };
  expect(await backfill({ since: '2999-01-01T00:00:00Z' })).toBe('BACKFILL_IN_FUTURE');
  expect(await backfill({ objects: [connection.id] })).toBe('BACKFILL_OBJECT_UNKNOWN');
  const started = await backfill({ objects: [objects['orders']?.id], since: '2020-01-01T00:00:00Z' });
  const { id } = started as { id: string };
  expect(await c.finished(viewer, id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 0, recordsUnchanged: 2500, recordsRemoved: 0 });
  expect(await syncOf(viewer, id)).toMatchObject({
    mode: 'BACKFILL',
    objects: [{ name: 'orders', status: 'DONE', records: 2500, changed: 0 }],
  });
  expect(await c.resync(viewer, connection.id)).toMatchObject({ recordsLanded: 0, recordsUnchanged: 2503 });
});
