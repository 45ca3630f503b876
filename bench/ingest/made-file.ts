import { createWriteStream } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A folder with one CSV file of orders: a key, texts, a date, a flag, an amount. @returns the folder */
export async function makeOrders(rows: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'autonomos-ingest-'));
  function* lines(): Generator<string> {
    yield 'order_id,customer,ordered,status,amount,note\n';
    for (let row = 1; row <= rows; row++) {
      const day = new Date(Date.UTC(2023, 0, 1 + (row % 900))).toISOString().slice(0, 10);
      yield `${row},Customer ${row % 5_000},${day},${row % 7 === 0 ? 'open' : 'paid'},${((row * 37) % 100_000) / 100},note ${row % 1_000}\n`;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(join(folder, 'orders.csv')));
  return folder;
}
