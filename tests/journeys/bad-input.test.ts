import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { EXIT } from '../../cli/exit-codes.mjs';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { newDataFolder, startProduct, type Product } from './support/product.ts';

const LONG_LINE_BYTES = 200 * 1024 * 1024;
const CHUNK_BYTES = 1024 * 1024;

const connected = z.object({
  objects: z.array(
    z.object({
      path: z.string(),
      status: z.string(),
      statusReason: z.string().nullable(),
      rowCount: z.number(),
      quarantinedCount: z.number(),
    }),
  ),
});

/** A folder with one good table among everything that can be wrong with a file. */
function writeBadFolder(folder: string): void {
  mkdirSync(folder);
  const good = Array.from({ length: 20 }, (_unused, index) => `B${index + 1},Bike ${index + 1},${(index + 1) * 10}`);
  writeFileSync(join(folder, 'bikes.csv'), `bike_id,name,price\n${good.join('\n')}\n`);
  writeFileSync(join(folder, 'empty.csv'), '');
  writeFileSync(join(folder, 'binary.csv'), Buffer.from(Array.from({ length: 4096 }, (_unused, index) => (index * 37) % 256)));
  const ragged = good.map((line, index) => (index === 4 ? `${line},too,many` : index === 9 ? 'B10' : line));
  writeFileSync(join(folder, 'ragged.csv'), `bike_id,name,price\n${ragged.join('\n')}\n`);
  writeFileSync(join(folder, 'twins.csv'), `id,name,name\n1,a,b\n2,c,d\n3,e,f\n`);
  const latin = Buffer.concat([
    Buffer.from('city_id,city\n1,Tromsø\n2,', 'utf8'),
    Buffer.from('Malmö\n', 'latin1'),
    Buffer.from('3,Århus\n', 'utf8'),
  ]);
  writeFileSync(join(folder, 'mixed-encodings.csv'), latin);
  const file = openSync(join(folder, 'long-line.csv'), 'w');
  writeSync(file, 'id,text\n1,');
  const chunk = Buffer.alloc(CHUNK_BYTES, 'x');
  for (let written = 0; written < LONG_LINE_BYTES; written += CHUNK_BYTES) writeSync(file, chunk);
  writeSync(file, '\n2,short\n');
  closeSync(file);
}

describe('bad input is met with a clear error and nothing is lost', () => {
  const { dataFolder, discard } = newDataFolder();
  let product: Product;

  beforeAll(async () => {
    product = await startProduct(dataFolder);
  });
  afterAll(async () => {
    await product[Symbol.asyncDispose]();
    discard();
  });

  test('every file of a bad folder is read, set aside by the row, or skipped with a reason; the good rows land', async () => {
    const folder = join(temporaryFolder(), 'bad');
    writeBadFolder(folder);
    const ended = await product.autonomos('connect', 'files', folder, '--accept', '--json');
    expect({ code: ended.code, stderr: ended.code === EXIT.OK ? '' : ended.stderr }).toEqual({ code: EXIT.OK, stderr: '' });
    const byFile = new Map(connected.parse(JSON.parse(ended.stdout)).objects.map((object) => [object.path.split('/').at(-1), object]));
    expect(byFile.get('bikes.csv')).toMatchObject({ status: 'READY', rowCount: 20, quarantinedCount: 0 });
    expect(byFile.get('ragged.csv')).toMatchObject({ status: 'READY', rowCount: 18, quarantinedCount: 2 });
    expect(byFile.get('empty.csv')).toMatchObject({ status: 'SKIPPED', statusReason: expect.any(String) });
    expect(byFile.get('binary.csv')).toMatchObject({ status: 'SKIPPED', statusReason: expect.any(String) });
    expect(byFile.get('twins.csv')).toMatchObject({ status: 'READY', rowCount: 3 });
    expect(byFile.get('long-line.csv')).toMatchObject({ quarantinedCount: 1 });
    const mixed = byFile.get('mixed-encodings.csv');
    expect((mixed?.rowCount ?? 0) + (mixed?.quarantinedCount ?? 0)).toBe(3);
  });

  test.each([
    ['a folder that does not exist', '/nowhere/at/all'],
    ['a file instead of a folder', '/etc/hostname'],
  ])('%s is refused with a code and advice', async (_what, folder) => {
    const ended = await product.autonomos('connect', 'files', folder);
    expect(ended.code).toBe(EXIT.FAILED);
    expect(ended.stderr).toMatch(/\([A-Z_]+\)\n$/);
    expect(ended.stderr).not.toContain('    at ');
  });

  test.each([
    ['a malformed query', { query: '{ viewer {' }],
    ['an unknown field', { query: '{ nothingLikeThis }' }],
    ['no query', {}],
  ])('%s is answered with a client error, never a 500', async (_what, body) => {
    const reply = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(z.object({ errors: z.array(z.object({ message: z.string() })).min(1) }).safeParse(await reply.json()).success).toBe(true);
  });

  test('a forged token is nobody', async () => {
    const reply = await fetch(`${product.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.' },
      body: JSON.stringify({ query: '{ connections { totalCount } }' }),
    });
    const { errors } = z.object({ errors: z.array(z.object({ extensions: z.object({ code: z.string() }) })) }).parse(await reply.json());
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});
