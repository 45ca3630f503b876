import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConnectorsTest, startConnectorsTest } from '../../connectors.testkit.ts';
import { workbookWith } from './unpacking.testkit.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

test('a folder of packed files lands, and synced again changes nothing', async () => {
  const ids = Array.from({ length: 3000 }, (_, i) => BigInt(i + 1));
  const parquet = parquetWriteBuffer({
    rowGroupSize: 1000,
    columnData: [
      { name: 'order_id', data: ids, type: 'INT64' },
      { name: 'customer_id', data: ids.map((id) => id % 20n), type: 'INT64' },
    ],
  });
  const book = await workbookWith((workbook) => {
    const customers = workbook.addWorksheet('Customers');
    customers.addRow(['customer_id', 'name']);
    for (let i = 0; i < 20; i++) customers.addRow([i, `Customer ${i}`]);
    workbook.addWorksheet('Notes', { state: 'hidden' }).addRow(['x']);
  });
  const folder = await c.folderWith({
    'orders.parquet': Buffer.from(parquet),
    'book.xlsx': Buffer.from(book),
    'visits.ndjson.gz': gzipSync(
      Array.from({ length: 2000 }, (_, i) => JSON.stringify({ visit: i, by: { customer_id: i % 20 } })).join('\n'),
    ),
  });
  const viewer = await c.t.newTenant();
  const { connection, sync } = await c.connect(viewer, { folder });
  expect(await c.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 3000 + 20 + 2000 });
  const objects = await c.objectsOf(viewer, connection.id);
  expect(objects['Notes']).toMatchObject({ status: 'SKIPPED', statusCode: 'HIDDEN_SHEET' });
  expect(objects['orders']?.schema?.foreignKeys).toMatchObject([{ columns: ['customer_id'], coverage: 1 }]);
  expect(objects['visits']?.sample[0]).toEqual({ visit: 0, 'by.customer_id': 0 });
  expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 0 });
});
