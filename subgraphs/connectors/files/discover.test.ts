import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type DiscoveredFile, discoverFiles } from './discover.ts';

const root = mkdtempSync(join(tmpdir(), 'discover-'));
afterAll(() => rmSync(root, { recursive: true }));
let folders = 0;

function discover(files: Record<string, string>): Record<string, DiscoveredFile['found']> {
  const folder = join(root, String(folders++));
  const listed = Object.entries(files).map(([path, content]) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return { file, path };
  });
  return Object.fromEntries(discoverFiles(listed).map((one) => [one.path, one.found]));
}

/** Rows of a table as text, from 0. */
const rows = (header: string, count: number, row: (i: number) => (string | number)[]): string =>
  `${header}\n${Array.from({ length: count }, (_, i) => row(i).join(',')).join('\n')}\n`;

function keysOf(found: DiscoveredFile['found'] | undefined): { primary: string[] | null; foreign: string[] } {
  if (found?.kind !== 'TABLE') throw new Error('not a table');
  return {
    primary: found.primaryKey?.columns ?? null,
    foreign: found.foreignKeys.map(
      (key) => `${key.columns.join()} -> ${key.targetPath}.${key.targetColumns.join()} ${key.coverage.toFixed(2)}`,
    ),
  };
}

describe('keys', () => {
  const shop = discover({
    'customers.csv': rows('customerID,name,city', 40, (i) => [`C${i}`, `Customer ${i}`, `City ${i % 5}`]),
    'dim_product.csv': rows('product_key,product_name,price', 30, (i) => [i + 1, `Thing ${i}`, i * 1.5]),
    'orders.csv': rows('order_id,customerID,ship_customer_id,quantity,ordered', 200, (i) => [
      1000 + i,
      `C${i % 40}`,
      `C${i % 7}`,
      (i % 28) + 1,
      `2020-01-${(i % 28) + 1}`,
    ]),
    'order_details.csv': rows('order_id,product_key,units', 400, (i) => [1000 + (i >> 1), (i % 29) + 1, (i % 3) + 1]),
    'staff.csv': rows('staff_id,name,manager_id', 20, (i) => [i + 1, `Person ${i}`, i === 0 ? '' : 1]),
    'calendar.csv': rows('date,weekday', 28, (i) => [`2020-01-${i + 1}`, i % 7]),
  });

  test('are found by values and names, and whole numbers that happen to be in range are no references', () => {
    expect(keysOf(shop['customers.csv'])).toEqual({ primary: ['customerID'], foreign: [] });
    expect(keysOf(shop['dim_product.csv'])).toEqual({ primary: ['product_key'], foreign: [] });
    expect(keysOf(shop['orders.csv'])).toEqual({
      primary: ['order_id'],
      foreign: [
        'customerID -> customers.csv.customerID 1.00',
        'ship_customer_id -> customers.csv.customerID 1.00',
        'ordered -> calendar.csv.date 1.00',
      ],
    });
  });

  test('two columns together are a key when none is alone', () => {
    expect(keysOf(shop['order_details.csv'])).toEqual({
      primary: ['order_id', 'product_key'],
      foreign: ['order_id -> orders.csv.order_id 1.00', 'product_key -> dim_product.csv.product_key 1.00'],
    });
  });

  test('a table can refer to itself', () => expect(keysOf(shop['staff.csv']).foreign).toEqual(['manager_id -> staff.csv.staff_id 1.00']));

  test('names written another way still refer, with the coverage of what matches exactly', () => {
    const found = discover({
      'products.csv': 'product,line\nGT Pro,a\nGT Basic,a\nMX One,b\nMX Two,b\nMX Three,b\n',
      'deals.csv': rows('deal_id,product', 50, (i) => [`D${i}`, ['GTPro', 'GT Basic', 'MX One', 'MX Two', 'MX Three'][i % 5] ?? '']),
    });
    expect(keysOf(found['deals.csv']).foreign).toEqual(['product -> products.csv.product 0.80']);
  });

  test('amounts that are all different are no key, content without one has none', () => {
    const found = discover({ 'log.csv': rows('level,message,cost', 20, (i) => [i % 2 === 0 ? 'info' : 'warn', `m${i % 9}`, i * 1.25]) });
    expect(keysOf(found['log.csv'])).toEqual({ primary: null, foreign: [] });
  });
});

test('a data dictionary describes the other files and is no table itself', () => {
  const found = discover({
    'orders.csv': rows('order_id,status', 5, (i) => [i, 'open']),
    'people.csv': rows('id,status', 5, (i) => [i, 'active']),
    'dictionary.csv':
      'Table,Field,Description\norders,order_id,Unique number of the order\n,status,Where the order stands\npeople,id,Number of the person\n,status,Whether they work here\n',
  });
  expect(found['dictionary.csv']).toMatchObject({ kind: 'SKIPPED', code: 'DOCUMENTATION' });
  const describe = (path: string): (string | null)[] =>
    found[path]?.kind === 'TABLE' ? found[path].columns.map((column) => column.description) : [];
  expect(describe('orders.csv')).toEqual(['Unique number of the order', 'Where the order stands']);
  expect(describe('people.csv')).toEqual(['Number of the person', 'Whether they work here']);
});

test('ambiguous dates of one file follow the dates of another', () => {
  const found = discover({
    'a.csv': rows('id,day', 3, (i) => [i, `0${i + 1}/02/2020`]),
    'b.csv': rows('id,day', 3, (i) => [i, `2${i}/02/2020`]),
  });
  expect(found['a.csv']).toMatchObject({ formats: [{}, { type: 'DATE', order: 'DMY' }] });
});

test('profiles count what lands', () => {
  const found = discover({ 'a.csv': rows('id,amount', 100, (i) => [i, i === 99 ? 'oops' : i === 98 ? '' : i % 4]) });
  expect(found['a.csv']).toMatchObject({
    rowCount: 99,
    quarantinedCount: 1,
    columns: [
      { profile: { rows: 99, distinct: 99 } },
      { type: 'INTEGER', nullable: true, profile: { blanks: 1, distinct: 4, min: '0', max: '3' } },
    ],
  });
});

test('JSON records that do not all have the same properties share their columns', () => {
  const found = discover({ 'a.ndjson': '{"id":1,"tags":["x"]}\n{"id":2,"owner":{"name":"Ann"},"paid":true}\n' });
  expect(found['a.ndjson']).toMatchObject({
    rowCount: 2,
    columns: [
      { name: 'id', type: 'INTEGER' },
      { name: 'tags', type: 'TEXT' },
      { name: 'owner.name', type: 'TEXT', nullable: true },
      { name: 'paid', type: 'BOOLEAN' },
    ],
  });
});

describe('the line at the end that sums up the others', () => {
  const table = (last: string): DiscoveredFile['found'] | undefined =>
    discover({ 'sales.csv': `Month,Store,Units,Amount\n2024-01,North,3,10.50\n2024-02,South,4,20.00\n2024-03,East,1,1.25\n${last}` })[
      'sales.csv'
    ];

  test('is no record: it would double every sum, and its word would make a column text', () => {
    const found = table('Grand Total,,8,31.75\n');
    expect(found).toMatchObject({ kind: 'TABLE', rowCount: 3, quarantinedCount: 1, evidence: ['the last line is a total and left out'] });
    expect(found?.kind === 'TABLE' && found.columns.map((column) => column.type)).toEqual(['DATE', 'TEXT', 'INTEGER', 'DECIMAL']);
  });

  test('is a record when it names something, or when others are totals too', () => {
    expect(table('Total,Wines & Spirits,8,31.75\n')).toMatchObject({ rowCount: 4, quarantinedCount: 0 });
    const sexes = 'Sex,Year,Number\nMale,2020,4\nFemale,2020,5\nTotal,2020,9\nMale,2021,4\nFemale,2021,5\nTotal,2021,9\n';
    expect(discover({ 'sexes.csv': sexes })['sexes.csv']).toMatchObject({ rowCount: 6 });
  });
});

describe('names that refer', () => {
  const firms = ['Acme Corporation', 'Globex Inc.', 'Initech LLC', 'Stark Ltd.', 'Hooli', 'Umbrella Corp'];
  const written = (i: number): string =>
    [
      firms[i % 6],
      firms[i % 6]?.toUpperCase(),
      firms[i % 6]?.replace(' Inc.', ' Inc').replace(' LLC', ' L.L.C.').replace(' Ltd.', ' Limited'),
    ][i % 3] ?? '';
  const books = discover({
    'companies.csv': rows('company_id,company_name,founded', 6, (i) => [i + 1, firms[i] ?? '', 1990 + i]),
    'invoices.csv': rows('invoice_no,Company,amount', 60, (i) => [`I${i}`, written(i), i * 3]),
    'movies_metadata.csv': rows('id,title', 30, (i) => [i + 1, `Film ${i}`]),
    'ratings.csv': rows('userId,movieId,rating', 90, (i) => [(i % 9) + 1, (i % 30) + 1, (i % 10) / 2]),
    'targets.csv': rows('Month,Target', 6, (i) => [`2024-0${i + 1}`, 500 - i * 7]),
  });

  test('are found in spite of case, punctuation and legal forms, and plurals that are not regular', () => {
    expect(keysOf(books['invoices.csv']).foreign).toEqual([expect.stringContaining('Company -> companies.csv.company_name')]);
    expect(keysOf(books['ratings.csv']).foreign).toEqual(['movieId -> movies_metadata.csv.id 1.00']);
  });

  test('a whole number called as its table is a measure, no key', () => {
    expect(keysOf(books['targets.csv']).primary).toEqual(['Month']);
  });

  test('an id goes to the table it is called after, not to another where it happens to be unique', () => {
    const shop = discover({
      'shop_orders.csv': rows('order_id,placed', 40, (i) => [`O${i}`, `2024-01-${(i % 28) + 1}`]),
      'shop_payments.csv': rows('order_id,paid', 40, (i) => [`O${i}`, i]),
      'shop_items.csv': rows('order_id,line,sku', 80, (i) => [`O${i % 40}`, (i % 2) + 1, `S${i % 9}`]),
    });
    expect(keysOf(shop['shop_items.csv']).foreign).toEqual(['order_id -> shop_orders.csv.order_id 1.00']);
    expect(keysOf(shop['shop_payments.csv']).foreign).toEqual(['order_id -> shop_orders.csv.order_id 1.00']);
    expect(keysOf(shop['shop_orders.csv']).foreign).toEqual([]);
  });
});
