import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { EXIT } from '../../cli/exit-codes.mjs';
import { TOPOLOGY, WHY_NOT, autonomos, newDataFolder, startProduct, type Product } from './support/product.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/coffee-roaster', import.meta.url));
/** What a person does with one process only is skipped on the other topology. */
const SCALED = TOPOLOGY === 'scaled';
const ONE_PROCESS = 'a command starts the embedded topology, whatever runs beside it';

const answered = z.object({
  status: z.literal('ANSWERED'),
  value: z.number().nullable(),
  unit: z.string(),
  rows: z.array(z.array(z.unknown())),
  sql: z.string(),
  lineage: z.array(z.unknown()),
});

/** The example's own numbers, counted from its files without any of the product's code. */
function countRows(file: string): number {
  return readFileSync(join(EXAMPLES, file), 'utf8').trimEnd().split('\n').length - 1;
}

describe.skipIf(WHY_NOT !== null)(`a person at a terminal, ${TOPOLOGY} topology${WHY_NOT === null ? '' : `: ${WHY_NOT}`}`, () => {
  const { dataFolder, discard } = newDataFolder();
  let product: Product;

  beforeAll(async () => {
    product = await startProduct(dataFolder);
  });
  afterAll(async () => {
    await product[Symbol.asyncDispose]();
    discard();
  });

  test('is told the address and how to log in', () => {
    expect(product.output()).toContain(product.url);
    expect(product.output()).toMatch(/\/welcome#\S+/);
  });

  test('keeps the owner key to themselves', () => {
    expect(statSync(join(dataFolder, 'owner.key')).mode & 0o777).toBe(0o600);
  });

  test('connects a folder, sees what was set aside, and is offered questions', async () => {
    const ended = await product.autonomos('connect', 'files', EXAMPLES, '--accept');
    expect(ended).toMatchObject({ code: EXIT.OK });
    expect(ended.stdout).toMatch(/orders[^]*1 row was set aside[^]*line 122/);
    expect(ended.stdout).toMatch(/npx autonomos ask "/);
  });

  test('asks and gets the number that the files hold', async () => {
    const ended = await product.autonomos('ask', 'how many customers do we have', '--json');
    expect(ended).toMatchObject({ code: EXIT.OK });
    const answer = answered.parse(JSON.parse(ended.stdout));
    expect(answer.value).toBe(countRows('customers.csv'));
    expect(answer.lineage.length).toBeGreaterThan(0);
  });

  test('asks about a time, and gets the number that the files hold', async () => {
    const ended = await product.autonomos('ask', 'orders in Q4 2024', '--json');
    const inFiles = readFileSync(join(EXAMPLES, 'orders.csv'), 'utf8').match(/^FJ-\d+,\d\d\.1[0-2]\.2024,.+$/gm)?.length;
    expect(answered.parse(JSON.parse(ended.stdout)).value).toBe(inFiles);
  });

  test('connecting the same folder again changes nothing', async () => {
    const again = await product.autonomos('connect', 'files', EXAMPLES, '--accept');
    expect(again).toMatchObject({ code: EXIT.OK });
    const answer = answered.parse(JSON.parse((await product.autonomos('ask', 'how many customers do we have', '--json')).stdout));
    expect(answer.value).toBe(countRows('customers.csv'));
  });

  test('is told why a question cannot be answered, with exit code 6', async () => {
    const ended = await product.autonomos('ask', 'what is our churn', '--json');
    expect(ended.code).toBe(EXIT.DECLINED);
    expect(JSON.parse(ended.stdout)).toMatchObject({ status: 'DECLINED' });
  });

  test('sees in the status what is connected', async () => {
    const ended = await product.autonomos('status');
    expect(ended).toMatchObject({ code: EXIT.OK });
    expect(ended.stdout).toContain(product.url);
    expect(ended.stdout).toContain('coffee-roaster');
  });

  test('gets a fresh link that is not the first one', async () => {
    const ended = await product.autonomos('link');
    expect(ended.stdout).toMatch(/^http\S+\/welcome#\S+\n$/);
    expect(product.output()).not.toContain(ended.stdout.trim());
  });

  test('a second instance on the same data is refused and told who serves it', async () => {
    const ended = await autonomos(dataFolder, 'up', '--port', '0');
    expect(ended.code).toBe(EXIT.DATA_FOLDER_IN_USE);
    expect(ended.stderr).toContain(product.url);
  });

  test('after kill -9 it starts again and the data is there', async () => {
    process.kill(product.pid, 'SIGKILL');
    await product[Symbol.asyncDispose]();
    product = await startProduct(dataFolder);
    const answer = answered.parse(JSON.parse((await product.autonomos('ask', 'how many customers do we have', '--json')).stdout));
    expect(answer.value).toBe(countRows('customers.csv'));
  });

  test('stop ends the server, and stopping twice is fine', async () => {
    const first = await product.autonomos('stop');
    const second = await product.autonomos('stop');
    expect([first.code, second.code]).toEqual([EXIT.OK, EXIT.OK]);
    expect(first.stdout).toContain('Stopped');
    expect((await product.autonomos('status')).code).toBe(EXIT.UNREACHABLE);
  });

  test('a command without a server starts one, says so, and leaves it running', async (context) => {
    context.skip(SCALED, ONE_PROCESS);
    const asked = await autonomos(dataFolder, 'ask', 'how many customers do we have', '--port', '0');
    const status = await autonomos(dataFolder, 'status');
    await autonomos(dataFolder, 'stop');
    expect(asked).toMatchObject({ code: EXIT.OK });
    expect(asked.stderr).toContain('starting one in the background');
    expect(status.code).toBe(EXIT.OK);
  });
});

test('a port in use is named, with exit code 4, and the next start on another port works', async (context) => {
  context.skip(SCALED, ONE_PROCESS);
  const { dataFolder, discard } = newDataFolder();
  onTestFinished(discard);
  const blocker = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => blocker.once('listening', resolve));
  const address = blocker.address();
  const port = String(typeof address === 'object' ? address?.port : '');
  const ended = await autonomos(dataFolder, 'up', '--port', port);
  blocker.close();
  expect(ended.code).toBe(EXIT.PORT_IN_USE);
  expect(ended.stderr).toContain(port);
  expect(ended.stderr).toContain('--port');
  await using product = await startProduct(dataFolder);
  expect(product.url).toMatch(/^http/);
});
