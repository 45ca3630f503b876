import { appendFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestSystem } from '../../../tests/testkit/test-system.ts';
import { type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';
import type { FoundTable } from '../kit/connector.ts';
import { createFilesConnector } from './files-connector.ts';

let c: ConnectorsTest;
let t: TestSystem;
beforeAll(async () => {
  c = await startConnectorsTest();
  t = c.t;
});
afterAll(() => c[Symbol.asyncDispose]());

const options = { signal: new AbortController().signal };
const lines = (count: number): string => `id,name\n${Array.from({ length: count }, (_, i) => `${i},name ${i}`).join('\n')}\n`;

test('a file that changes while it is read lands nothing of its new self until the next sync', async () => {
  const folder = await c.folderWith({ 'big.csv': lines(60_000), 'small.csv': lines(3) });
  const source = { location: folder, secret: null, settings: null };
  const connector = createFilesConnector(t.system);
  const tableOf = async (): Promise<FoundTable> => {
    const found = (await connector.discover(source, options)).find(({ path }) => path === 'big.csv')?.found;
    if (found?.kind !== 'TABLE') throw new Error('not a table');
    return found;
  };
  const read = async (plan: unknown, meanwhile: () => Promise<void>): Promise<number> => {
    let count = 0;
    for await (const page of connector.pages(
      source,
      { path: 'big.csv', plan, key: ['id'], from: null, since: null, screening: null },
      options,
    )) {
      count += page.records.length;
      await meanwhile();
    }
    return count;
  };
  const { plan } = await tableOf();
  // Written to between discovery and landing, to the same length: nothing lands.
  await writeFile(join(folder, 'big.csv'), lines(60_000).replace('name 5', 'Name 5'));
  await expect(read(plan, () => Promise.resolve())).rejects.toMatchObject({ code: 'TABLE_GONE' });
  // Written to while it lands: the read ends.
  const again = await tableOf();
  await expect(read(again.plan, () => appendFile(join(folder, 'big.csv'), '60001,late\n'))).rejects.toMatchObject({ code: 'TABLE_GONE' });
  expect(await read((await tableOf()).plan, () => Promise.resolve())).toBe(60_001);
});

test('a file that only was touched is the same', async () => {
  const viewer = await t.newTenant();
  const folder = await c.folderWith({ 'a.csv': lines(3) });
  const { connection, sync } = await c.connect(viewer, { folder });
  await c.finished(viewer, sync.id);
  await utimes(join(folder, 'a.csv'), new Date(), new Date(Date.now() - 60_000));
  expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 0 });
});
