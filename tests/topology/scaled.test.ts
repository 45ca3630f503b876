import { randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createClient, type Client } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { EXIT } from '../../cli/exit-codes.mjs';
import type { GraphClient } from '../../cli/graph/client.ts';
import { isAlive } from '../../cli/launcher/lock.mjs';
import { logIn } from '../../cli/server/connect.ts';
import { SUBGRAPH_NAMES } from '../../embedded/scaled/subgraph-names.ts';
import { newDataFolder, startProcess, type Product } from '../journeys/support/product.ts';
import { scaledGround, whyNotScaled } from '../journeys/support/scaled.ts';
import { eventually } from '../testkit/eventually.ts';
import { contentOf, type TestRedis } from '../testkit/redis-server.ts';

const EXAMPLES = fileURLToPath(new URL('../../examples/coffee-roaster', import.meta.url));
const CUSTOMER_LINES = readFileSync(join(EXAMPLES, 'customers.csv'), 'utf8').trimEnd().split('\n').slice(1);
const CUSTOMERS = CUSTOMER_LINES.length;
/** Cells of the customers that stand nowhere else. */
const CUSTOMER_WORDS = CUSTOMER_LINES.flatMap((line) => line.split(',')).filter((cell) => cell.length > 8);
const WITHIN_MS = 60_000;

const feedSchema = z.object({
  tenantFeed: z.object({ topic: z.string(), cursor: z.string(), connection: z.object({ name: z.string() }).nullable() }),
});
type FeedEvent = z.infer<typeof feedSchema>['tenantFeed'];

const why = whyNotScaled();

describe.skipIf(why !== null)(`the scaled topology${why === null ? '' : `: ${why}`}`, () => {
  const { dataFolder, discard } = newDataFolder();
  let product: Product;
  let redis: TestRedis;
  let doors: string[] = [];
  let client: GraphClient;

  beforeAll(async () => {
    const ground = await scaledGround(dataFolder);
    ({ redis } = ground);
    product = await startProcess(dataFolder, ['topology', '--port', '0', ...ground.options]);
    doors = processes()
      .filter(({ name }) => name.startsWith('gateway'))
      .map(({ url }) => url);
    client = await clientOf(doors[0] ?? '');
  });
  afterAll(async () => {
    await product[Symbol.asyncDispose]();
    await redis.kill();
    discard();
  });

  /** As the table on the screen says; a process that was started again has another number. */
  const processes = () =>
    [...product.output().matchAll(/^ {2}([a-z]+(?:-\d)?) +(http:\S+) +(\d+)$/gm)].map(([, name = '', url = '', pid = '']) => ({
      name,
      url,
      pid: Number(pid),
    }));
  const clientOf = (url: string): Promise<GraphClient> => logIn({ url }, dataFolder);

  const statusOf = (url: string): Promise<string> =>
    fetch(`${url}/health/ready`).then(
      async (reply) => z.object({ status: z.string() }).parse(await reply.json()).status,
      () => 'away',
    );

  /** What a person at this door hears of the tenant's feed from now on. */
  async function listen(door: string, after: string | null = null): Promise<{ heard: FeedEvent[]; socket: Client }> {
    const socket = createClient({
      url: `${door.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${client.token}` },
      lazy: false,
      retryAttempts: 0,
    });
    onTestFinished(() => void socket.dispose());
    await new Promise<void>((resolve) => socket.on('connected', () => resolve()));
    const heard: FeedEvent[] = [];
    const query = 'subscription Feed($after: String) { tenantFeed(after: $after) { topic cursor connection { name } } }';
    const stream = socket.iterate({ query, variables: { after } });
    void (async () => {
      for await (const { data, errors } of stream) {
        if (errors !== undefined) throw new AggregateError(errors);
        heard.push(feedSchema.parse(data).tenantFeed);
      }
    })();
    // An operation of the same socket that is answered afterwards says that the subscription is open.
    for await (const _ of socket.iterate({ query: '{ __typename }' }));
    return { heard, socket };
  }

  async function customers(door: string): Promise<number | null> {
    const query = 'query Count { ask(question: "how many customers do we have") { ... on Answer { value } } }';
    const { ask } = await (await clientOf(door)).request(query, {}, z.object({ ask: z.object({ value: z.number().nullish() }) }));
    return ask.value ?? null;
  }

  test('is ten processes, and each of them tells how it is', async () => {
    const names = processes().map(({ name }) => name);
    expect(names).toEqual([...SUBGRAPH_NAMES, 'worker-1', 'worker-2', 'gateway-1', 'gateway-2']);
    for (const { name, url } of processes()) {
      expect(await statusOf(url), name).toBe('ready');
      expect((await fetch(`${url}/health/live`)).status, name).toBe(200);
      expect(await (await fetch(`${url}/metrics`)).text(), name).toContain('process_cpu_seconds_total');
    }
  });

  test('what is connected and accepted at one door is told and answered at the other', async () => {
    const { heard } = await listen(doors[1] ?? '');
    const ended = await product.autonomos('connect', 'files', EXAMPLES, '--accept');
    expect(ended).toMatchObject({ code: EXIT.OK });
    await eventually(
      'the feed',
      () => heard.some(({ topic }) => topic === 'ontology.canonical-changed' || topic === 'ontology.published'),
      WITHIN_MS,
    );
    expect(heard.some(({ connection }) => connection?.name === 'coffee-roaster')).toBe(true);
    expect(new Set(heard.map(({ cursor }) => cursor)).size).toBe(heard.length);
    for (const door of doors) expect(await customers(door)).toBe(CUSTOMERS);
  });

  test('a file sent to a door reaches the connectors behind it, and what they refuse is told', async () => {
    const made = z.object({ createUpload: z.object({ id: z.string() }) });
    const { createUpload } = await client.request('mutation MakeUpload { createUpload { id } }', {}, made);
    const send = (path: string, body: Uint8Array<ArrayBuffer>, token = client.token) =>
      fetch(`${doors[1]}/uploads/${path}`, { method: 'PUT', body, headers: { authorization: `Bearer ${token}` } });
    const bytes = randomBytes(16 * 1024 * 1024);
    const sent = await send(`${createUpload.id}/large.csv`, bytes);
    expect([sent.status, await sent.json()]).toEqual([201, { name: 'large.csv', bytes: bytes.length }]);
    const [kept = ''] = globSync(join(dataFolder, 'uploads', '*', createUpload.id, 'large.csv'));
    expect(readFileSync(kept).equals(bytes)).toBe(true);
    expect((await send(`${createUpload.id}/..%2Fescape.csv`, bytes.subarray(0, 10))).status).toBe(400);
    expect((await send(`${createUpload.id}/x.csv`, bytes.subarray(0, 10), 'forged')).status).toBe(401);
  });

  test('Redis holds numbers and ids under names of their own, and nothing of what a tenant wrote', async () => {
    const { names, values } = await contentOf(redis.url);
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !/^autonomos:(?:events|cache|limit|lock):/.test(name))).toEqual([]);
    const held = [...names, ...values].join(' ');
    for (const word of ['coffee-roaster', 'customers.csv', ...CUSTOMER_WORDS]) expect(held).not.toContain(word);
  });

  test.for(['gateway-1', 'insights', 'connectors', 'worker-1'])(
    '%s that is killed is started again, and the other door answers all the while',
    async (name) => {
      const [target] = processes().filter((each) => each.name === name);
      if (target === undefined) throw new Error(`there is no ${name}`);
      process.kill(target.pid, 'SIGKILL');
      await eventually('its death was noticed', () => product.output().includes(`${name} ended (SIGKILL)`));
      expect(['ready', 'degraded']).toContain(await statusOf(doors[1] ?? ''));
      await eventually('it is back', async () => (await statusOf(target.url)) === 'ready', WITHIN_MS);
      await eventually('all answers', async () => (await customers(doors[1] ?? '').catch(() => null)) === CUSTOMERS, WITHIN_MS);
    },
  );

  test('goes on while Redis is frozen: doors are degraded and open, events come, and nothing comes twice', async () => {
    const { heard } = await listen(doors[1] ?? '');
    redis.freeze();
    onTestFinished(() => redis.thaw());
    await eventually('it is noticed', async () => (await statusOf(doors[1] ?? '')) === 'degraded', WITHIN_MS);
    const ended = await product.autonomos('connect', 'files', EXAMPLES, '--name', 'while frozen');
    expect(ended).toMatchObject({ code: EXIT.OK });
    await eventually('the feed', () => heard.some(({ connection }) => connection?.name === 'while frozen'), WITHIN_MS);
    redis.thaw();
    await eventually('it is back', async () => (await statusOf(doors[1] ?? '')) === 'ready', WITHIN_MS);
    expect(new Set(heard.map(({ cursor }) => cursor)).size).toBe(heard.length);
  });

  test('a command finds it through the data folder, and stop ends every process of it', async () => {
    expect((await product.autonomos('status')).stdout).toContain(doors[0]);
    expect((await product.autonomos('stop')).code).toBe(EXIT.OK);
    await eventually('all are gone', async () =>
      (await Promise.all(processes().map(({ url }) => statusOf(url)))).every((status) => status === 'away'),
    );
    for (const { pid } of processes()) expect(isAlive(pid)).toBe(false);
  });
});
