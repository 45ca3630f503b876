import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';
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
});
