import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

describe('bad input', () => {
  test('is told apart with line and reason; the good lands', async () => {
    const viewer = await c.t.newTenant();
    const numbers = Array.from({ length: 100 }, (_, i) => `${i + 1},${i}\n`).join('');
    const folder = await c.folderWith({
      'empty.csv': '',
      'binary.csv': Buffer.from([1, 2, 3, 0, 255, 254, 0, 1]),
      'ragged.csv': 'id,name,city\n1,a,Oslo\n2,b\n3,c,Rome,extra\n4,d,Paris\n',
      'twins.csv': 'id,name,name,\n1,a,b,c\n2,d,e,f\n',
      'mixed.csv': Buffer.concat([Buffer.from('id,name\n1,Zoë\n'), Buffer.from('2,Jos\xe9\n', 'latin1')]),
      'misfit.csv': `id,amount\n${numbers}101,oops\n`,
      'header.csv': 'id,name\n',
      'book.xlsx': Buffer.from('504b0304', 'hex'),
    });
    const { connection, sync } = await c.connect(viewer, { folder });
    expect(await c.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsQuarantined: 3 });
    const objects = await c.objectsOf(viewer, connection.id);
    expect(objects['empty']).toMatchObject({ status: 'SKIPPED', statusCode: 'EMPTY_FILE' });
    expect(objects['binary']).toMatchObject({ status: 'SKIPPED', statusCode: 'BINARY_FILE' });
    expect(objects['book']).toMatchObject({ status: 'SKIPPED', statusCode: 'UNREADABLE' });
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
    const viewer = await c.t.newTenant();
    const folder = await c.folderWith({});
    const block = Buffer.alloc(1024 * 1024, 'x');
    async function* content(): AsyncGenerator<Buffer> {
      yield Buffer.from('id,name\n1,first\n2,');
      for (let i = 0; i < 200; i++) yield block;
      yield Buffer.from('\n3,last\n');
    }
    await pipeline(Readable.from(content()), createWriteStream(join(folder, 'long.csv')));
    const before = process.memoryUsage().rss;
    const { connection, sync } = await c.connect(viewer, { folder });
    expect(await c.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 2, recordsQuarantined: 1 });
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
    expect((await c.objectsOf(viewer, connection.id))['long']).toMatchObject({
      rowCount: 2,
      quarantined: { nodes: [{ line: 3, code: 'RECORD_TOO_LONG', raw: expect.stringMatching(/^2,x{1998}$/u) as unknown }] },
    });
  });
});
