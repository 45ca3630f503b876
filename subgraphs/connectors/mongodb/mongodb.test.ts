import { Binary, Decimal128, Double, Int32, Long, ObjectId, UUID } from 'mongodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type MongodbStandin, startMongodbStandin } from '../../../sandbox/mongodb/mongodb-standin.ts';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import type { Connector, FoundTable, Page, SourceRef } from '../kit/connector.ts';
import { createMongodbConnector, tryMongodb } from './mongodb-connector.ts';

const options = { signal: new AbortController().signal };
let t: TestSystem;
let connector: Connector;
beforeAll(async () => {
  t = await startTestSystem([]);
  connector = createMongodbConnector(t.system);
});
afterAll(() => t[Symbol.asyncDispose]());

const sourceOf = ({ port }: MongodbStandin, settings: object = {}, login = ''): SourceRef => ({
  location: `mongodb://${login}127.0.0.1:${port}/shop`, secret: login === '' ? null : 'let me in', settings,
}); // prettier-ignore

async function tables(source: SourceRef): Promise<Record<string, FoundTable>> {
  const found = await connector.discover(source, options);
  return Object.fromEntries(found.flatMap((one) => (one.found.kind === 'TABLE' ? [[one.name, one.found]] : [])));
}

async function read(
  source: SourceRef,
  name: string,
  table: FoundTable | undefined,
  at: { from?: unknown; since?: unknown } = {},
): Promise<Page[]> {
  const asked = { path: `shop.${name}`, plan: table?.plan, key: ['_id'], from: at.from ?? null, since: at.since ?? null, screening: null };
  const pages: Page[] = [];
  for await (const page of connector.pages(source, asked, options)) pages.push(page);
  return pages;
}

const records = (pages: readonly Page[]): Record<string, unknown>[] =>
  pages.flatMap((page) => page.records.map(({ data }) => JSON.parse(data) as Record<string, unknown>));
const types = (table: FoundTable | undefined): Record<string, string> =>
  Object.fromEntries((table?.columns ?? []).map(({ name, type }) => [name, type]));

describe('a MongoDB deployment', () => {
  test('has a table for each collection, its documents flattened and typed', async () => {
    await using server = await startMongodbStandin();
    const customers = server.collection('shop.customers');
    const ids = Array.from({ length: 20 }, () => new ObjectId());
    for (const [i, _id] of ids.entries())
      customers.insert({
        _id, name: `Customer ${i}`, address: { city: 'Oslo', geo: { lat: new Double(59.9 + i) } }, tags: ['a', { b: new Int32(i) }], since: new Date(Date.UTC(2024, 0, i + 1)),
        spent: Decimal128.fromString(`${i}.10`), visits: Long.fromNumber(i), active: i % 2 === 0, ref: new UUID(), photo: new Binary(Buffer.from([i])), code: String(i).padStart(4, '0'), ...(i === 3 ? { note: null } : {}),
      }); // prettier-ignore
    for (const [i, id] of ids.entries())
      server.collection('shop.orders').insert({ _id: new Int32(i + 1), customer_id: id, total: new Double(i * 2) });
    server.collection('shop.empty');
    server.collection('shop.system.profile').insert({ a: 1 });
    server.collection('other.things').insert({ a: 1 });
    const found = await tables(sourceOf(server));
    expect(Object.keys(found)).toEqual(['customers', 'orders']);
    expect(types(found['customers'])).toEqual({
      _id: 'TEXT', name: 'TEXT', 'address.city': 'TEXT', 'address.geo.lat': 'DECIMAL', tags: 'TEXT', since: 'DATETIME', spent: 'DECIMAL', visits: 'INTEGER', active: 'BOOLEAN', ref: 'TEXT', photo: 'TEXT', code: 'TEXT', note: 'TEXT',
    }); // prettier-ignore
    expect(found['customers']?.primaryKey?.columns).toEqual(['_id']);
    expect(found['orders']?.foreignKeys).toMatchObject([
      { columns: ['customer_id'], targetPath: 'shop.customers', targetColumns: ['_id'], coverage: 1 },
    ]);
    const [first] = records(await read(sourceOf(server), 'customers', found['customers']));
    expect(first).toMatchObject({
      _id: ids[0]?.toHexString(),
      'address.geo.lat': 59.9,
      tags: '["a",{"b":0}]',
      since: '2024-01-01T00:00:00Z',
      spent: 0.1,
      visits: 0,
      active: true,
      code: '0000',
      photo: 'AA==',
      note: null,
    });
  });

  test('is read by _id whatever its type, and goes on at any page', async () => {
    await using server = await startMongodbStandin();
    const mixed = server.collection('shop.mixed');
    for (let i = 0; i < 1200; i++) mixed.insert({ _id: new Int32(i), v: i });
    for (let i = 0; i < 1200; i++) mixed.insert({ _id: `text ${String(i).padStart(5, '0')}`, v: i });
    for (let i = 0; i < 1200; i++) mixed.insert({ _id: new ObjectId(), v: i });
    const source = sourceOf(server);
    const { mixed: table } = await tables(source);
    const pages = await read(source, 'mixed', table);
    expect(new Set(pages.flatMap((page) => page.records.map(({ key }) => key))).size).toBe(3600);
    for (const [index, { cursor }] of pages.entries())
      expect((await read(source, 'mixed', table, { from: cursor })).flatMap((page) => page.records)).toHaveLength(
        pages.slice(index + 1).reduce((sum, page) => sum + page.records.length, 0),
      );
    const keys: string[] = [];
    for await (const page of connector.keys?.(
      source,
      { path: 'shop.mixed', plan: table?.plan, key: ['_id'], from: null, since: null, screening: null },
      options,
    ) ?? [])
      keys.push(...page);
    expect(keys).toHaveLength(3600);
  });

  test('that is a replica set is followed by its change stream, deletions included', async () => {
    await using server = await startMongodbStandin({ replicaSet: true });
    const orders = server.collection('shop.orders');
    for (let i = 0; i < 50; i++) orders.insert({ _id: `o${i}`, total: i });
    const source = sourceOf(server);
    const { orders: table } = await tables(source);
    expect(table?.incremental).toBe('_id');
    const since = (await read(source, 'orders', table)).at(-1)?.watermark;
    expect(since).toBeTruthy();
    orders.insert({ _id: 'new', total: 7 });
    orders.replace('o1', { total: 1000 });
    orders.replace('o1', { total: 2000 });
    orders.remove('o2');
    orders.insert({ _id: 'brief', total: 1 });
    orders.remove('brief');
    const changes = await read(source, 'orders', table, { since });
    expect(records(changes)).toEqual([
      { _id: 'new', total: 7 },
      { _id: 'o1', total: 2000 },
    ]);
    expect(changes.flatMap(({ removed }) => removed ?? []).toSorted()).toEqual(['brief', 'o2']);
    const next = changes.at(-1)?.watermark;
    expect(records(await read(source, 'orders', table, { since: next }))).toEqual([]);
    // Whoever was away too long reads everything once more.
    orders.insert({ _id: 'later', total: 1 });
    server.forget();
    expect(records(await read(source, 'orders', table, { since: next }))).toHaveLength(51);
    server.drop('shop.orders');
    await expect(read(source, 'orders', table, { since: next })).rejects.toMatchObject({ code: 'TABLE_GONE' });
  });

  test('without change streams is read by an indexed date of the last change, or whole', async () => {
    await using server = await startMongodbStandin();
    const dated = server.collection('shop.dated');
    for (let i = 0; i < 30; i++) dated.insert({ _id: new ObjectId(), n: i, updatedAt: new Date(Date.UTC(2024, 0, i + 1)) });
    dated.index({ updatedAt: 1 });
    for (let i = 0; i < 30; i++) server.collection('shop.plain').insert({ _id: new ObjectId(), n: i });
    const source = sourceOf(server);
    const { dated: table, plain } = await tables(source);
    expect(table?.incremental).toBe('updatedAt');
    expect(plain?.incremental).toBeNull();
    expect(plain?.evidence.join()).toContain('no member of a replica set');
    const since = (await read(source, 'dated', table)).at(-1)?.watermark;
    dated.insert({ _id: new ObjectId(), n: 99, updatedAt: new Date(Date.UTC(2024, 5, 1)) });
    const changed = await read(source, 'dated', table, { since });
    expect(records(changed).map(({ n }) => n)).toEqual([29, 99]);
    expect((await tables(sourceOf(server, { mode: 'incremental' })))['plain']?.incremental).toBe('_id');
  });

  test('takes a login, and says when it is wrong, away or forbidden', async () => {
    await using server = await startMongodbStandin({ logins: { reader: 'let me in' } });
    server.collection('shop.things').insert({ a: 1 });
    const source = sourceOf(server, {}, 'reader@');
    expect(await tryMongodb(t.system, source, options.signal)).toEqual(['things']);
    await expect(tryMongodb(t.system, { ...source, secret: 'wrong' }, options.signal)).rejects.toMatchObject({
      code: 'MONGODB_LOGIN_REFUSED',
    });
    await expect(connector.discover(sourceOf(server), options)).rejects.toMatchObject({ code: 'MONGODB_FORBIDDEN' });
    await expect(tryMongodb(t.system, { ...source, location: 'mongodb://169.254.169.254/shop' }, options.signal)).rejects.toMatchObject({
      code: 'ADDRESS_NOT_ALLOWED',
    });
    await using empty = await startMongodbStandin();
    await expect(connector.discover(sourceOf(empty), options)).rejects.toMatchObject({ code: 'MONGODB_NO_COLLECTIONS' });
  });

  test('on a server for many is not reached in the private network', async () => {
    await using server = await startMongodbStandin();
    const outside = createMongodbConnector({ ...t.system, topology: 'scaled', config: { ...t.system.config, allowPrivateSources: false } });
    for (const host of ['127.0.0.1', 'localhost'])
      await expect(
        outside.discover({ ...sourceOf(server), location: `mongodb://${host}:${server.port}/shop` }, options),
      ).rejects.toMatchObject({ code: 'ADDRESS_NOT_ALLOWED' });
  });
});
