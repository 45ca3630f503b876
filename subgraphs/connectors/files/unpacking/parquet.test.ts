import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, describe, expect, test } from 'vitest';
import { parsers } from './parquet/cells.ts';
import { discovered, landed, removeAll, skipOf, typesOf } from './unpacking.testkit.ts';

afterAll(removeAll);

const bytesOf = (options: Omit<Parameters<typeof parquetWriteBuffer>[0], 'writer'>): Uint8Array =>
  new Uint8Array(parquetWriteBuffer(options));
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

describe('a Parquet file', () => {
  test('is typed as it says, its text by what it says, over all row groups', async () => {
    const bytes = bytesOf({
      rowGroupSize: 1000,
      columnData: [
        { name: 'id', data: times(2500, (i) => BigInt(i)), type: 'INT64' },
        { name: 'name', data: times(2500, (i) => (i % 10 === 0 ? null : `name, “${i}”\n`)), type: 'STRING', nullable: true },
        { name: 'amount_usd', data: times(2500, (i) => i / 4), type: 'DOUBLE' },
        { name: 'at', data: times(2500, (i) => new Date(Date.UTC(2024, 0, 1, 0, 0, i))), type: 'TIMESTAMP' },
        { name: 'open', data: times(2500, (i) => i % 2 === 0), type: 'BOOLEAN' },
        { name: 'code', data: times(2500, (i) => String(i).padStart(6, '0')), type: 'STRING' },
      ],
    });
    const one = (await discovered({ 'sales.parquet': bytes }))['sales.parquet'];
    expect(typesOf(one)).toEqual({ id: 'INTEGER', name: 'TEXT', amount_usd: 'MONEY', at: 'DATETIME', open: 'BOOLEAN', code: 'TEXT' });
    const { records, bad } = await landed(one);
    expect(bad).toEqual([]);
    expect(records).toHaveLength(2500);
    expect(records[1]).toEqual({ id: 1, name: 'name, “1”', amount_usd: 0.25, at: '2024-01-01T00:00:01Z', open: false, code: '000001' });
    expect(records[2490]).toMatchObject({ id: 2490, name: null });
    expect(one?.found).toMatchObject({ rowCount: 2500, primaryKey: { columns: ['id'] } });
  });

  test('has columns for structures and JSON for lists', async () => {
    const bytes = bytesOf({
      schema: [
        { name: 'root', num_children: 3 },
        { name: 'id', type: 'INT32', repetition_type: 'REQUIRED' },
        { name: 'address', repetition_type: 'OPTIONAL', num_children: 2 },
        { name: 'city', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
        { name: 'zip', type: 'INT32', repetition_type: 'OPTIONAL' },
        { name: 'tags', repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
      ],
      columnData: [
        { name: 'id', data: [1, 2, 3] },
        { name: 'address', data: [{ city: 'Oslo', zip: 150 }, null, { city: null, zip: 7 }] },
        { name: 'tags', data: [['a', 'b'], [], null] },
      ],
    });
    const one = (await discovered({ 'people.parquet': bytes }))['people.parquet'];
    expect(typesOf(one)).toEqual({ id: 'INTEGER', 'address.city': 'TEXT', 'address.zip': 'INTEGER', tags: 'TEXT' });
    expect((await landed(one)).records).toEqual([
      { id: 1, 'address.city': 'Oslo', 'address.zip': 150, tags: '["a","b"]' },
      { id: 2, 'address.city': null, 'address.zip': null, tags: '[]' },
      { id: 3, 'address.city': null, 'address.zip': 7, tags: null },
    ]);
  });

  test('keeps whole numbers that are too long for a number as text', async () => {
    const bytes = bytesOf({ columnData: [{ name: 'id', data: [1n, 9_007_199_254_740_993n], type: 'INT64' }] });
    const one = (await discovered({ 'long.parquet': bytes }))['long.parquet'];
    expect(typesOf(one)).toEqual({ id: 'TEXT' });
    expect((await landed(one)).records).toEqual([{ id: '1' }, { id: '9007199254740993' }]);
  });

  test('that is cut off, damaged or none says so; one without rows is an empty table', async () => {
    const whole = bytesOf({ columnData: [{ name: 'id', data: times(5000, (i) => `value ${i}`), type: 'STRING' }] });
    const damaged = Uint8Array.from(whole);
    damaged.fill(0xff, 4, 2000);
    const empty = bytesOf({ columnData: [{ name: 'id', data: [], type: 'STRING' }] });
    const found = await discovered({
      'cut.parquet': whole.subarray(0, whole.length - 500),
      'damaged.parquet': damaged,
      'none.parquet': 'id\n1\n',
      'rowless.parquet': empty,
    });
    expect(['cut.parquet', 'damaged.parquet', 'none.parquet'].map((path) => skipOf(found[path]))).toEqual([
      'UNREADABLE',
      'UNREADABLE',
      'UNREADABLE',
    ]);
  });
});

test('moments keep the digits that they have', () => {
  const micros = (count: bigint): unknown => parsers.timestampFromMicroseconds?.(count);
  expect([1_704_067_200_123_456n, 1_704_067_200_000_000n, 1_704_067_200_100_000n, -1n, -1_000_001n].map(micros)).toEqual([
    '2024-01-01T00:00:00.123456Z', '2024-01-01T00:00:00Z', '2024-01-01T00:00:00.1Z', '1969-12-31T23:59:59.999999Z', '1969-12-31T23:59:58.999999Z',
  ]); // prettier-ignore
});

describe('gzip', () => {
  test('holds texts of any kind', async () => {
    const lines = times(1200, (i) => JSON.stringify({ id: i, user: { name: `n${i}`, tags: [i] } })).join('\n');
    const found = await discovered({ 'events.ndjson.gz': gzipSync(lines), 'people.csv.gz': gzipSync('id;name\n1;Ada\n2;Bob\n') });
    expect(typesOf(found['events.ndjson.gz'])).toEqual({ id: 'INTEGER', 'user.name': 'TEXT', 'user.tags': 'TEXT' });
    expect((await landed(found['events.ndjson.gz'])).records).toHaveLength(1200);
    expect((await landed(found['people.csv.gz'])).records).toEqual([
      { id: 1, name: 'Ada' },
      { id: 2, name: 'Bob' },
    ]);
  });

  test('that is cut off, a bomb, or holds what is packed already, is told', async () => {
    const whole = gzipSync(times(50_000, (i) => `${i},${Math.sin(i)}`).join('\n'));
    const found = await discovered({
      'cut.csv.gz': whole.subarray(0, whole.length / 2),
      'bomb.csv.gz': gzipSync(Buffer.alloc(300 * 1024 * 1024, 0x61)),
      'book.xlsx.gz': gzipSync('x'),
    });
    expect(['cut.csv.gz', 'bomb.csv.gz', 'book.xlsx.gz'].map((path) => skipOf(found[path]))).toEqual([
      'UNREADABLE',
      'TOO_LARGE',
      'UNSUPPORTED_FORMAT',
    ]);
  });
});

describe('fields of 10 MB', () => {
  test('set their record aside, wherever they stand', async () => {
    const huge = 'x'.repeat(10 * 1024 * 1024);
    const found = await discovered({
      'a.ndjson': `{"id":1,"text":"a"}\n{"id":2,"text":"${huge}"}\n{"id":3,"text":"c"}\n`,
      'b.parquet': bytesOf({ columnData: [{ name: 'id', data: [1, 2, 3], type: 'INT32' }, { name: 'text', data: ['a', huge, 'c'], type: 'STRING' }] }),
      'c.csv': `id,text\n1,a\n2,"${huge}"\n3,c\n`,
    }); // prettier-ignore
    for (const path of ['a.ndjson', 'b.parquet', 'c.csv']) {
      const { records, bad } = await landed(found[path]);
      expect([path, records.map(({ id }) => id), bad.map(({ code }) => code)]).toEqual([path, [1, 3], ['RECORD_TOO_LONG']]);
    }
  });
});
