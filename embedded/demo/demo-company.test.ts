import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from '../../subgraphs/kernel/config/config.ts';
import { createLogger } from '../../subgraphs/kernel/telemetry/logger.ts';
import { EmbeddedDemo } from './demo-company.ts';
import { readDemoFile, writeDemoFile } from './demo-file.ts';

/** Nothing answers there: whoever begins to load fails at once, and says so. */
const NOBODY = 'http://127.0.0.1:9';

let dataFolder: string;
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'demo-company-'));
});
afterEach(() => rm(dataFolder, { recursive: true, force: true }));

function start(environment: Record<string, string>): { demo: EmbeddedDemo; said: string[] } & AsyncDisposable {
  const said: string[] = [];
  const config = { ...loadConfig(environment), dataFolder };
  const onProgress = (message: string): void => void said.push(message);
  const demo = new EmbeddedDemo({ system: { config, logger: createLogger('silent') }, url: NOBODY, ownerKey: 'key', onProgress });
  return { demo, said, [Symbol.asyncDispose]: () => demo.close() };
}

test('where nobody wants it nothing begins', async () => {
  await using server = start({});
  await server.demo.resume();
  await server.demo.close();
  expect([server.said, await readDemoFile(dataFolder)]).toEqual([[], null]);
});

test('one that was removed does not come back by itself', async () => {
  {
    await using server = start({ AUTONOMOS_DEMO: 'on' });
    await server.demo.unwanted();
  }
  await using again = start({ AUTONOMOS_DEMO: 'on' });
  await again.demo.resume();
  await again.demo.close();
  expect([again.said, await readDemoFile(dataFolder)]).toEqual([[], { state: 'REMOVED', port: 0 }]);
});

test('loading that did not end is remembered, and told when it fails', async () => {
  await using server = start({ AUTONOMOS_DEMO: 'on' });
  await server.demo.resume();
  await expect.poll(() => server.said, { timeout: 30_000 }).toEqual([expect.stringContaining('could not be loaded')]);
  const file = await readDemoFile(dataFolder);
  expect(file).toMatchObject({ state: 'LOADING', port: expect.any(Number) });
});

test('its systems are served where they were, also after a restart', async () => {
  const portOf = async (): Promise<number> => {
    await using server = start({});
    await server.demo.resume();
    const { port = 0 } = (await readDemoFile(dataFolder)) ?? {};
    // Who has no key is refused: the vendor is there.
    const look = (): Promise<number> => fetch(`http://127.0.0.1:${port}/stripe/v1/customers`).then(({ status }) => status, () => 0); // prettier-ignore
    await expect.poll(look, { timeout: 30_000 }).toBe(401);
    return port;
  };
  {
    await using first = start({ AUTONOMOS_DEMO: 'on' });
    await first.demo.resume();
    await expect.poll(() => first.said.length, { timeout: 30_000 }).toBe(1);
  }
  await writeDemoFile(dataFolder, { state: 'READY', port: (await readDemoFile(dataFolder))?.port ?? 0 });
  const port = await portOf();
  expect(await portOf()).toBe(port);
  await expect(fetch(`http://127.0.0.1:${port}/stripe/v1/customers`)).rejects.toThrow('fetch failed');
});
