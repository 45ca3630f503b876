import { randomUUID } from 'node:crypto';
import { mkdir, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CONNECT, SHOP, type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

describe('what may be connected', () => {
  test('only what lies below the allowed folders, links followed', async () => {
    const viewer = await c.t.newTenant();
    const folder = await c.folderWith({ 'a.csv': 'id,name\n1,a\n2,b\n' });
    await symlink('/usr/share', join(folder, 'out'));
    const code = async (input: Record<string, unknown>): Promise<string | undefined> =>
      (await c.connect(viewer, input)).problems?.[0]?.code;
    expect(await code({ folder: '/usr/share' })).toBe('FOLDER_NOT_ALLOWED');
    expect(await code({ folder: '/no/such/place' })).toBe('FOLDER_NOT_ALLOWED');
    expect(await code({ folder: join(folder, 'out') })).toBe('FOLDER_NOT_ALLOWED');
    expect(await code({ folder: join(folder, '../../usr/share') })).toBe('FOLDER_NOT_ALLOWED');
    expect(await code({ folder: join(folder, 'nowhere') })).toBe('FOLDER_NOT_FOUND');
    expect(await code({ folder: join(folder, 'a.csv') })).toBe('FOLDER_NOT_FOUND');
    expect(await code({ folder: 'relative' })).toBe('INVALID_INPUT');
    expect(await code({ folder: await c.folderWith({}) })).toBe('NO_FILES');
    expect(await code({})).toBe('SOURCE_CHOICE');
    expect(await code({ folder, uploadId: randomUUID() })).toBe('SOURCE_CHOICE');
    expect(await code({ folder, name: ' ' })).toBe('CONNECTION_NAME_INVALID');
    expect(await code({ uploadId: randomUUID() })).toBe('UPLOAD_NOT_FOUND');
  });

  test('the allowed folders can be browsed, nothing else', async () => {
    const viewer = await c.t.newTenant();
    const folder = await c.folderWith({ 'a.csv': 'id\n1\n', 'photo.png': 'x', '.hidden.csv': 'x' });
    await mkdir(join(folder, 'sub'));
    const query = 'query ($path: String) { serverFolder(path: $path) { path parent folders { name path } files { name bytes } } }';
    expect((await c.t.graph('connectors', query, {}, viewer)).data).toMatchObject({
      serverFolder: { path: null, folders: [{ path: tmpdir() }] },
    });
    expect((await c.t.graph('connectors', query, { path: folder }, viewer)).data).toEqual({
      serverFolder: {
        path: folder,
        parent: tmpdir(),
        folders: [{ name: 'sub', path: join(folder, 'sub') }],
        files: [{ name: 'a.csv', bytes: 5 }],
      },
    });
    expect((await c.t.graph('connectors', query, { path: '/usr' }, viewer)).errors?.[0]?.extensions?.['code']).toBe('FOLDER_NOT_ALLOWED');
  });

  test('one sync at a time, also when two start together; a foreign connection is not found', async () => {
    const viewer = await c.t.newTenant();
    const { connection, sync } = await c.connect(viewer, { folder: await c.folderWith(SHOP) });
    await c.finished(viewer, sync.id);
    const again = 'mutation ($id: ID!) { syncConnection(id: $id) { sync { id } } }';
    const both = await Promise.all([
      c.t.graph('connectors', again, { id: connection.id }, viewer),
      c.t.graph('connectors', again, { id: connection.id }, viewer),
    ]);
    expect(new Set(both.map((result) => result.errors?.[0]?.extensions?.['code'] ?? 'STARTED'))).toEqual(
      new Set(['STARTED', 'SYNC_RUNNING']),
    );
    const stranger = await c.t.newTenant();
    expect((await c.t.graph('connectors', again, { id: connection.id }, stranger)).errors?.[0]?.extensions?.['code']).toBe(
      'CONNECTION_NOT_FOUND',
    );
    expect((await c.t.graph('connectors', '{ connections { totalCount } }', {}, stranger)).data).toEqual({
      connections: { totalCount: 0 },
    });
    expect(
      (await c.t.graph('connectors', 'query ($id: ID!) { connection(id: $id) { id } }', { id: connection.id }, stranger)).data,
    ).toEqual({
      connection: null,
    });
  });

  test('a folder is connected once under a name; under another name it is another connection', async () => {
    const viewer = await c.t.newTenant();
    const folder = await c.folderWith(SHOP);
    const first = await c.connect(viewer, { folder, name: 'Shop' });
    expect((await c.connect(viewer, { folder })).problems).toEqual([{ code: 'ALREADY_CONNECTED', field: 'folder' }]);
    const second = await c.connect(viewer, { folder, name: 'Once more' });
    expect(second.connection.id).not.toBe(first.connection.id);
    expect((await c.connect(viewer, { folder, name: 'Once more' })).problems?.[0]?.code).toBe('ALREADY_CONNECTED');
    for (const { sync } of [first, second]) await c.finished(viewer, sync.id);
  });

  test('removing a connection while it syncs ends the sync and leaves nothing behind', async () => {
    const viewer = await c.t.newTenant();
    const rows = Array.from({ length: 30_000 }, (_, i) => `${i + 1},name ${i}\n`).join('');
    const { connection, sync } = await c.connect(viewer, { folder: await c.folderWith({ 'big.csv': `id,name\n${rows}` }) });
    const landed = async (): Promise<number> =>
      c.t.system.database.unitOfWork(viewer.tenantId, (unit) =>
        unit.asTenant(async (db) => (await db.selectFrom('raw_record').select('record_key').limit(1).execute()).length),
      );
    await expect.poll(landed, { timeout: 30_000, interval: 10 }).toBe(1);
    const remove = 'mutation ($id: ID!) { removeConnection(id: $id) }';
    expect((await c.t.graph('connectors', remove, { id: connection.id }, viewer)).data).toEqual({ removeConnection: true });
    expect((await c.t.graph('connectors', 'query ($id: ID!) { syncRun(id: $id) { id } }', { id: sync.id }, viewer)).data).toEqual({
      syncRun: null,
    });
    expect(await landed()).toBe(0);
  });

  test('a viewer reads and does not connect', async () => {
    const viewer = await c.t.newTenant('VIEWER');
    expect((await c.t.graph('connectors', CONNECT, { input: { folder: tmpdir() } }, viewer)).errors?.[0]?.extensions?.['code']).toBe(
      'FORBIDDEN',
    );
    expect((await c.t.graph('connectors', '{ connections { totalCount } }', {}, viewer)).data).toEqual({ connections: { totalCount: 0 } });
  });

  test('removing a connection takes what it landed with it', async () => {
    const viewer = await c.t.newTenant();
    const { connection, sync } = await c.connect(viewer, { folder: await c.folderWith(SHOP) });
    await c.finished(viewer, sync.id);
    const remove = async (): Promise<unknown> =>
      (await c.t.graph('connectors', 'mutation ($id: ID!) { removeConnection(id: $id) }', { id: connection.id }, viewer)).data;
    expect(await remove()).toEqual({ removeConnection: true });
    expect(await remove()).toEqual({ removeConnection: false });
    const left = await c.t.system.database.unitOfWork(viewer.tenantId, (unit) =>
      unit.asTenant((db) => db.selectFrom('raw_record').selectAll().execute()),
    );
    expect(left).toEqual([]);
  });
});
