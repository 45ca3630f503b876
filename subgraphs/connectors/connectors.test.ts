import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mkdir, mkdtemp, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestSystem, startTestSystem } from '../../tests/testkit/test-system.ts';
import { DomainError } from '../kernel/errors/domain-error.ts';
import { createGraphContext } from '../kernel/federation/context.ts';
import { type DomainEvent, defineConsumer } from '../kernel/outbox/consumer.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import { connectorsEntities } from './entities.ts';
import { createConnectors } from './index.ts';
import { SourceObjectRow } from './objects/source-object.entity.ts';
import { SyncRunRow } from './syncs/sync-run.entity.ts';

let t: TestSystem;
const folders: string[] = [];
const events: DomainEvent[] = [];

beforeAll(async () => {
  const listen = async (event: DomainEvent): Promise<void> => void events.push(event);
  const spy = defineConsumer('test.listen', {
    'connectors.connection-created': listen, 'connectors.sync-started': listen, 'connectors.schema-discovered': listen, 'connectors.records-landed': listen,
    'connectors.sync-finished': listen, 'connectors.connection-removed': listen,
  }); // prettier-ignore
  t = await startTestSystem([{ create: (system) => ({ ...createConnectors(system), consumers: [spy] }), entities: connectorsEntities }]);
});
afterAll(async () => {
  await t[Symbol.asyncDispose]();
  for (const folder of folders) await rm(folder, { recursive: true, force: true });
});

async function folderWith(files: Record<string, string | Buffer>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'connect-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}

interface Refused {
  problems: { code: string; field: string | null }[];
}
interface Started {
  connection: { id: string };
  sync: { id: string };
}
const CONNECT = `mutation ($input: ConnectFilesInput!) { connectFiles(input: $input) {
  ... on ConnectionStarted { connection { id status createdBy { id } } sync { id status } } ... on InputRefused { problems { code field } } } }`;

async function connect(viewer: UserViewer, input: Record<string, unknown>): Promise<Started & Refused> {
  const { data, errors } = await t.graph('connectors', CONNECT, { input }, viewer);
  expect(errors).toBeUndefined();
  return (data as { connectFiles: Started & Refused }).connectFiles;
}

const SYNC = `query ($id: ID!) { syncRun(id: $id) { status phase progress recordsLanded recordsUnchanged recordsRemoved recordsQuarantined problem { code } connection { id status statusReason } } }`;
interface Sync {
  status: string;
  recordsLanded: number;
}

async function finished(viewer: UserViewer, id: string): Promise<Sync> {
  return await expect
    .poll(
      async () => {
        const { data } = await t.graph('connectors', SYNC, { id }, viewer);
        return (data as { syncRun: Sync }).syncRun;
      },
      { timeout: 50_000, interval: 50 },
    )
    .not.toMatchObject({ status: 'RUNNING' })
    .then(async () => ((await t.graph('connectors', SYNC, { id }, viewer)).data as { syncRun: Sync }).syncRun);
}

async function resync(viewer: UserViewer, id: string): Promise<Sync> {
  const { data, errors } = await t.graph('connectors', 'mutation ($id: ID!) { syncConnection(id: $id) { sync { id } } }', { id }, viewer);
  expect(errors).toBeUndefined();
  return finished(viewer, (data as { syncConnection: { sync: { id: string } } }).syncConnection.sync.id);
}

interface Objects {
  [name: string]: {
    id: string; status: string; statusCode: string | null; rowCount: number; quarantinedCount: number; notes: string[]; sample: Record<string, unknown>[];
    schema: { primaryKey: { columns: string[] } | null; fields: { name: string; type: string; description: string | null; evidence: string[] }[]; foreignKeys: { columns: string[]; coverage: number; target: { name: string } }[] } | null;
    quarantined: { totalCount: number; nodes: { line: number; code: string; raw: string }[] };
  };
} // prettier-ignore

async function objectsOf(viewer: UserViewer, id: string): Promise<Objects> {
  const query = `query ($id: ID!) { connection(id: $id) { name status latestSync { id status } objects { totalCount nodes { id name status statusCode statusReason rowCount quarantinedCount notes
    connection { id } sample(first: 3) quarantined { totalCount nodes { id line code reason raw } }
    schema { id fingerprint object { name } primaryKey { columns evidence } fields { name position type format currency nullable distinctCount blankCount examples evidence description }
      foreignKeys { columns target { name } targetColumns coverage evidence } } } } } }`;
  const { data, errors } = await t.graph('connectors', query, { id }, viewer);
  expect(errors).toBeUndefined();
  const { nodes } = (data as { connection: { objects: { nodes: ({ name: string } & Objects[string])[] } } }).connection.objects;
  return Object.fromEntries(nodes.map((node) => [node.name, node]));
}

const SHOP = {
  'customers.csv': 'customer,city,since\nAcme Corp,Oslo,3/1/2017\nGlobex,Bergen,10/20/2016\nInitech,,1/2/2015\n',
  'orders.csv':
    'order_id,customer,ordered,total,note\n' +
    Array.from(
      { length: 2500 },
      (_, i) => `${i + 1},${['Acme Corp', 'Globex', 'AcmeCorp'][i % 3]},${(i % 12) + 1}/${(i % 28) + 1}/2017,"$${i}.50",n${i}\n`,
    ).join(''),
  'dictionary.csv':
    'Table,Field,Description\norders,order_id,Number of the order\norders,total,What was paid\ncustomers,city,Where they are\ncustomers,since,First order\ncustomers,customer,Legal name\n',
};

describe('a folder of files', () => {
  test('is discovered, lands, and tells of it on the event log', async () => {
    const viewer = await t.newTenant();
    const started = await connect(viewer, { folder: await folderWith(SHOP), name: 'Shop' });
    expect(started).toMatchObject({ connection: { createdBy: { id: viewer.userId } }, sync: { status: 'RUNNING' } });
    expect(await finished(viewer, started.sync.id)).toEqual({
      status: 'SUCCEEDED', phase: 'FINISHED', progress: 1, recordsLanded: 2503, recordsUnchanged: 0, recordsRemoved: 0, recordsQuarantined: 0, problem: null,
      connection: { id: started.connection.id, status: 'READY', statusReason: null },
    }); // prettier-ignore
    const objects = await objectsOf(viewer, started.connection.id);
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
    await t.settled();
    const mine = events.filter((event) => event.tenantId === viewer.tenantId);
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
    const viewer = await t.newTenant();
    const folder = await folderWith(SHOP);
    const { connection, sync } = await connect(viewer, { folder });
    await finished(viewer, sync.id);
    expect(await resync(viewer, connection.id)).toMatchObject({ recordsLanded: 0, recordsUnchanged: 2503, recordsRemoved: 0 });
    await writeFile(
      join(folder, 'customers.csv'),
      'customer,city,since\nAcme Corp,Oslo,3/1/2017\nGlobex,Trondheim,10/20/2016\nHooli,Voss,1/2/2018\n',
    );
    expect(await resync(viewer, connection.id)).toMatchObject({ recordsLanded: 2, recordsUnchanged: 2501, recordsRemoved: 1 });
    await unlink(join(folder, 'orders.csv'));
    expect(await resync(viewer, connection.id)).toMatchObject({ recordsLanded: 0, recordsUnchanged: 3, recordsRemoved: 2500 });
    expect((await objectsOf(viewer, connection.id))['orders']).toMatchObject({ status: 'SKIPPED', statusCode: 'GONE', rowCount: 0 });
    await writeFile(join(folder, 'orders.csv'), SHOP['orders.csv']);
    expect(await resync(viewer, connection.id)).toMatchObject({ recordsLanded: 2500, recordsUnchanged: 3, recordsRemoved: 0 });
  });

  test('records without a key are told apart by content, equal ones by number', async () => {
    const viewer = await t.newTenant();
    const folder = await folderWith({ 'log.csv': 'level,message\ninfo,started\ninfo,started\nwarn,slow\n' });
    const { connection, sync } = await connect(viewer, { folder });
    expect(await finished(viewer, sync.id)).toMatchObject({ recordsLanded: 3, recordsQuarantined: 0 });
    await writeFile(join(folder, 'log.csv'), 'level,message\nwarn,slow\ninfo,started\n');
    expect(await resync(viewer, connection.id)).toMatchObject({ recordsLanded: 0, recordsUnchanged: 2, recordsRemoved: 1 });
  });

  test('a key that repeats later costs only the repeated records', async () => {
    const viewer = await t.newTenant();
    const folder = await folderWith({ 'goods.csv': 'id,name\n1,a\n2,b\n' });
    const { connection, sync } = await connect(viewer, { folder });
    await finished(viewer, sync.id);
    await writeFile(join(folder, 'goods.csv'), 'id,name\n1,a\n2,b\n2,c\n');
    expect(await resync(viewer, connection.id)).toMatchObject({ recordsLanded: 0, recordsUnchanged: 2, recordsQuarantined: 1 });
    expect((await objectsOf(viewer, connection.id))['goods']?.quarantined.nodes).toMatchObject([{ line: 4, code: 'DUPLICATE_KEY' }]);
  });
});

describe('bad input', () => {
  test('is told apart with line and reason; the good lands', async () => {
    const viewer = await t.newTenant();
    const numbers = Array.from({ length: 100 }, (_, i) => `${i + 1},${i}\n`).join('');
    const folder = await folderWith({
      'empty.csv': '',
      'binary.csv': Buffer.from([1, 2, 3, 0, 255, 254, 0, 1]),
      'ragged.csv': 'id,name,city\n1,a,Oslo\n2,b\n3,c,Rome,extra\n4,d,Paris\n',
      'twins.csv': 'id,name,name,\n1,a,b,c\n2,d,e,f\n',
      'mixed.csv': Buffer.concat([Buffer.from('id,name\n1,Zoë\n'), Buffer.from('2,Jos\xe9\n', 'latin1')]),
      'misfit.csv': `id,amount\n${numbers}101,oops\n`,
      'header.csv': 'id,name\n',
      'book.xlsx': Buffer.from('504b0304', 'hex'),
    });
    const { connection, sync } = await connect(viewer, { folder });
    expect(await finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsQuarantined: 3 });
    const objects = await objectsOf(viewer, connection.id);
    expect(objects['empty']).toMatchObject({ status: 'SKIPPED', statusCode: 'EMPTY_FILE' });
    expect(objects['binary']).toMatchObject({ status: 'SKIPPED', statusCode: 'BINARY_FILE' });
    expect(objects['book']).toMatchObject({ status: 'SKIPPED', statusCode: 'UNSUPPORTED_FORMAT' });
    expect(objects['header']).toMatchObject({ status: 'READY', rowCount: 0 });
    expect(objects['ragged']).toMatchObject({
      rowCount: 2,
      quarantinedCount: 2,
      quarantined: { totalCount: 2, nodes: [{ line: 3, code: 'TOO_FEW_CELLS', raw: '2,b' }, { line: 4, code: 'TOO_MANY_CELLS' }] },
    }); // prettier-ignore
    expect(objects['twins']?.schema?.fields.map(({ name, evidence }) => [name, evidence.length > 0])).toEqual([
      ['id', true],
      ['name', false],
      ['name (2)', true],
      ['column 4', true],
    ]);
    expect(objects['mixed']).toMatchObject({
      rowCount: 2,
      notes: [expect.stringContaining('mixes encodings')],
      sample: [{ name: 'Zoë' }, { name: 'José' }],
    });
    expect(objects['misfit']).toMatchObject({ rowCount: 100, quarantined: { nodes: [{ line: 102, code: 'VALUE_MISFIT' }] } });
  });

  test('a line of 200 MB is skipped in bounded memory; the lines around it land', async () => {
    const viewer = await t.newTenant();
    const folder = await folderWith({});
    const block = Buffer.alloc(1024 * 1024, 'x');
    async function* content(): AsyncGenerator<Buffer> {
      yield Buffer.from('id,name\n1,first\n2,');
      for (let i = 0; i < 200; i++) yield block;
      yield Buffer.from('\n3,last\n');
    }
    await pipeline(Readable.from(content()), createWriteStream(join(folder, 'long.csv')));
    const before = process.memoryUsage().rss;
    const { connection, sync } = await connect(viewer, { folder });
    expect(await finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 2, recordsQuarantined: 1 });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    expect((await objectsOf(viewer, connection.id))['long']).toMatchObject({
      rowCount: 2,
      quarantined: { nodes: [{ line: 3, code: 'RECORD_TOO_LONG', raw: expect.stringMatching(/^2,x{1998}$/u) as unknown }] },
    });
  });
});

describe('what may be connected', () => {
  test('only what lies below the allowed folders, links followed', async () => {
    const viewer = await t.newTenant();
    const folder = await folderWith({ 'a.csv': 'id,name\n1,a\n2,b\n' });
    await symlink('/usr/share', join(folder, 'out'));
    const code = async (input: Record<string, unknown>): Promise<string | undefined> => (await connect(viewer, input)).problems?.[0]?.code;
    expect(await code({ folder: '/usr/share' })).toBe('FOLDER_NOT_ALLOWED');
    expect(await code({ folder: '/no/such/place' })).toBe('FOLDER_NOT_ALLOWED');
    expect(await code({ folder: join(folder, 'out') })).toBe('FOLDER_NOT_ALLOWED');
    expect(await code({ folder: join(folder, '../../usr/share') })).toBe('FOLDER_NOT_ALLOWED');
    expect(await code({ folder: join(folder, 'nowhere') })).toBe('FOLDER_NOT_FOUND');
    expect(await code({ folder: join(folder, 'a.csv') })).toBe('FOLDER_NOT_FOUND');
    expect(await code({ folder: 'relative' })).toBe('INVALID_INPUT');
    expect(await code({ folder: await folderWith({}) })).toBe('NO_FILES');
    expect(await code({})).toBe('SOURCE_CHOICE');
    expect(await code({ folder, uploadId: randomUUID() })).toBe('SOURCE_CHOICE');
    expect(await code({ folder, name: ' ' })).toBe('CONNECTION_NAME_INVALID');
    expect(await code({ uploadId: randomUUID() })).toBe('UPLOAD_NOT_FOUND');
  });

  test('the allowed folders can be browsed, nothing else', async () => {
    const viewer = await t.newTenant();
    const folder = await folderWith({ 'a.csv': 'id\n1\n', 'photo.png': 'x', '.hidden.csv': 'x' });
    await mkdir(join(folder, 'sub'));
    const query = 'query ($path: String) { serverFolder(path: $path) { path parent folders { name path } files { name bytes } } }';
    expect((await t.graph('connectors', query, {}, viewer)).data).toMatchObject({
      serverFolder: { path: null, folders: [{ path: tmpdir() }] },
    });
    expect((await t.graph('connectors', query, { path: folder }, viewer)).data).toEqual({
      serverFolder: {
        path: folder,
        parent: tmpdir(),
        folders: [{ name: 'sub', path: join(folder, 'sub') }],
        files: [{ name: 'a.csv', bytes: 5 }],
      },
    });
    expect((await t.graph('connectors', query, { path: '/usr' }, viewer)).errors?.[0]?.extensions?.['code']).toBe('FOLDER_NOT_ALLOWED');
  });

  test('one sync at a time, also when two start together; a foreign connection is not found', async () => {
    const viewer = await t.newTenant();
    const { connection, sync } = await connect(viewer, { folder: await folderWith(SHOP) });
    await finished(viewer, sync.id);
    const again = 'mutation ($id: ID!) { syncConnection(id: $id) { sync { id } } }';
    const both = await Promise.all([
      t.graph('connectors', again, { id: connection.id }, viewer),
      t.graph('connectors', again, { id: connection.id }, viewer),
    ]);
    expect(
      both.map((result) => result.errors?.[0]?.extensions?.['code'] ?? 'STARTED').toSorted((a, b) => String(a).localeCompare(String(b))),
    ).toEqual(['STARTED', 'SYNC_RUNNING']);
    const stranger = await t.newTenant();
    expect((await t.graph('connectors', again, { id: connection.id }, stranger)).errors?.[0]?.extensions?.['code']).toBe(
      'CONNECTION_NOT_FOUND',
    );
    expect((await t.graph('connectors', '{ connections { totalCount } }', {}, stranger)).data).toEqual({ connections: { totalCount: 0 } });
    expect((await t.graph('connectors', 'query ($id: ID!) { connection(id: $id) { id } }', { id: connection.id }, stranger)).data).toEqual({
      connection: null,
    });
  });

  test('a viewer reads and does not connect', async () => {
    const viewer = await t.newTenant('VIEWER');
    expect((await t.graph('connectors', CONNECT, { input: { folder: tmpdir() } }, viewer)).errors?.[0]?.extensions?.['code']).toBe(
      'FORBIDDEN',
    );
    expect((await t.graph('connectors', '{ connections { totalCount } }', {}, viewer)).data).toEqual({ connections: { totalCount: 0 } });
  });

  test('removing a connection takes what it landed with it', async () => {
    const viewer = await t.newTenant();
    const { connection, sync } = await connect(viewer, { folder: await folderWith(SHOP) });
    await finished(viewer, sync.id);
    const remove = async (): Promise<unknown> =>
      (await t.graph('connectors', 'mutation ($id: ID!) { removeConnection(id: $id) }', { id: connection.id }, viewer)).data;
    expect(await remove()).toEqual({ removeConnection: true });
    expect(await remove()).toEqual({ removeConnection: false });
    const left = await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
      unit.asTenant((db) => db.selectFrom('raw_record').selectAll().execute()),
    );
    expect(left).toEqual([]);
  });
});

describe('an upload', () => {
  interface Reply {
    status: number;
    body: { bytes?: number };
  }

  async function put(
    viewer: UserViewer,
    path: string,
    body: AsyncIterable<Buffer> | Iterable<Buffer>,
    headers: Record<string, string> = {},
  ): Promise<Reply | string> {
    const [route] = createConnectors(t.system).routes ?? [];
    const request = Object.assign(Readable.from(body), { url: path, headers }) as unknown as IncomingMessage;
    const reply: Reply = { status: 0, body: {} };
    const response = {
      writeHead: (status: number) => Object.assign(response, { status: (reply.status = status) }),
      end: (text: string) => void (reply.body = JSON.parse(text) as Reply['body']),
    };
    try {
      await route?.handle(request, response as unknown as ServerResponse, createGraphContext({ viewer }));
      return reply;
    } catch (error) {
      if (error instanceof DomainError) return error.code;
      throw error;
    }
  }
  const create = async (viewer: UserViewer): Promise<{ id: string; path: string; maxFileBytes: number }> =>
    (
      (await t.graph('connectors', 'mutation { createUpload { id path maxFileBytes } }', {}, viewer)).data as {
        createUpload: { id: string; path: string; maxFileBytes: number };
      }
    ).createUpload;

  test('is sent file by file, then connected', async () => {
    const viewer = await t.newTenant();
    const upload = await create(viewer);
    expect((await connect(viewer, { uploadId: upload.id })).problems).toMatchObject([{ code: 'UPLOAD_EMPTY', field: 'uploadId' }]);
    expect(await put(viewer, `${upload.path}/caf%C3%A9%20list.csv`, [Buffer.from('id,na'), Buffer.from('me\n1,a\n2,b\n')])).toEqual({
      status: 201,
      body: { name: 'café list.csv', bytes: 16 },
    });
    const { connection, sync } = await connect(viewer, { uploadId: upload.id });
    expect(await finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 2 });
    expect((await objectsOf(viewer, connection.id))['café list']).toMatchObject({ rowCount: 2 });
    expect(await put(viewer, `${upload.path}/more.csv`, [Buffer.from('x')])).toBe('UPLOAD_CLOSED');
    expect((await connect(viewer, { uploadId: upload.id })).problems).toMatchObject([{ code: 'UPLOAD_CLOSED' }]);
  });

  test('takes no unsafe name, no foreign upload, nothing too large, and leaves no half a file', async () => {
    const viewer = await t.newTenant();
    const upload = await create(viewer);
    const one = (): Buffer[] => [Buffer.from('id\n1\n')];
    expect(await put(viewer, `${upload.path}/..%2F..%2Fetc.csv`, one())).toBe('FILE_NAME_INVALID');
    expect(await put(viewer, `${upload.path}/.hidden.csv`, one())).toBe('FILE_NAME_INVALID');
    expect(await put(viewer, `${upload.path}/sub/a.csv`, one())).toBe('FILE_NAME_INVALID');
    expect(await put(viewer, `${upload.path}/%E0%A4%A.csv`, one())).toBe('FILE_NAME_INVALID');
    expect(await put(viewer, `${upload.path}/run.exe`, one())).toBe('FILE_TYPE_REFUSED');
    expect(await put(viewer, `${upload.path}/big.csv`, one(), { 'content-length': String(upload.maxFileBytes + 1) })).toBe(
      'FILE_TOO_LARGE',
    );
    expect(await put(await t.newTenant(), `${upload.path}/a.csv`, one())).toBe('UPLOAD_NOT_FOUND');
    expect(await put(await t.newTenant('VIEWER'), `${upload.path}/a.csv`, one())).toBe('FORBIDDEN');
    expect(await put(viewer, '/uploads/nonsense/a.csv', one())).toBe('UPLOAD_NOT_FOUND');
    async function* broken(): AsyncGenerator<Buffer> {
      yield Buffer.from('id\n');
      throw new Error('the line went dead');
    }
    await expect(put(viewer, `${upload.path}/half.csv`, broken())).rejects.toThrow('went dead');
    expect((await connect(viewer, { uploadId: upload.id })).problems).toMatchObject([{ code: 'UPLOAD_EMPTY' }]);
  });
});

test('a sync that a crash left behind is run again from the start and doubles nothing', async () => {
  const viewer = await t.newTenant();
  const { connection, sync } = await connect(viewer, { folder: await folderWith(SHOP) });
  await finished(viewer, sync.id);
  // What a kill between two pages leaves: the run RUNNING, some records landed.
  await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
    await unit.em.nativeUpdate(SyncRunRow, { id: sync.id }, { status: 'RUNNING', phase: 'LANDING', finishedAt: null });
    await unit.em.nativeUpdate(SourceObjectRow, { connectionId: connection.id }, { landedHash: null });
    await unit.asTenant((db) => db.deleteFrom('raw_record').where('ordinal', '>', '1000').execute());
  });
  const next = createConnectors(t.system);
  await next.start?.();
  expect(await finished(viewer, sync.id)).toMatchObject({
    status: 'SUCCEEDED',
    recordsLanded: 1500,
    recordsUnchanged: 1003,
    recordsRemoved: 0,
  });
  await next.stop?.();
});
