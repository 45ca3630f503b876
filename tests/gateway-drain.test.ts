import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'undici';
import { expect, onTestFinished, test } from 'vitest';
import { startAlone, type AloneGateway } from '../gateway/alone/start-alone.ts';
import { temporaryFolder } from './support/temporary-folder.ts';
import { eventually } from './testkit/eventually.ts';
import { servePartner, supergraphOf } from './testkit/partner-subgraph.ts';

const GRACE_MS = 1_000;

/** A gateway over a subgraph that thinks about each request for a moment. */
async function gatewayThatThinks(thinksMs: number, graceMs = GRACE_MS): Promise<AloneGateway> {
  const partner = await servePartner('slow', 'type Query { answer: Int }', { Query: { answer: () => 42 } }, { thinksMs });
  onTestFinished(() => partner[Symbol.asyncDispose]());
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'supergraph.graphql'), supergraphOf(partner));
  writeFileSync(join(folder, 'gateway.yaml'), `drainMs: ${graceMs}\nlog: { level: silent }`);
  const gateway = await startAlone({
    supergraph: join(folder, 'supergraph.graphql'),
    config: join(folder, 'gateway.yaml'),
    host: '127.0.0.1',
    port: 0,
    watch: false,
    environment: {},
  });
  onTestFinished(() => gateway.stop());
  return gateway;
}

const ASKED = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ answer }"}' } as const;

test.each([
  ['go where they are told', true],
  ['come back until nobody listens', false],
])('a stop under load fails no request of clients that %s', async (_name, obedient) => {
  const gateway = await gatewayThatThinks(5);
  const agent = new Agent({ connections: 50, pipelining: 1 });
  onTestFinished(() => agent.destroy());
  const seen = { answered: 0, told: 0, failed: [] as string[] };
  const client = async (): Promise<void> => {
    for (;;) {
      try {
        const { statusCode, headers, body } = await request(`${gateway.url}/graphql`, { ...ASKED, dispatcher: agent });
        const text = await body.text();
        if (statusCode === 200 && text === '{"data":{"answer":42}}') seen.answered++;
        else seen.failed.push(`${statusCode} ${text}`);
        if (headers['connection'] !== 'close') continue;
        seen.told++;
        // What a load balancer does with it: this one gets no more.
        if (obedient) return;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED')) seen.failed.push(String(error));
        return;
      }
    }
  };
  const clients = Array.from({ length: 50 }, client);
  await eventually('there is load', () => seen.answered > 500);
  const stopped = gateway.stop();
  await Promise.all(clients);
  await stopped;
  expect(seen.failed).toEqual([]);
  expect(seen.told).toBeGreaterThanOrEqual(50);
});

test('readiness says so at once, new connections are served for the grace, and what is under way is finished', async () => {
  const gateway = await gatewayThatThinks(300);
  const open = (): Promise<Response> => fetch(`${gateway.url}/graphql`, ASKED);
  const underWay = open();
  const stopped = gateway.stop();
  const ready = await fetch(`${gateway.url}/health/ready`);
  expect({ status: ready.status, body: await ready.json() }).toMatchObject({ status: 503, body: { status: 'stopping' } });
  expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);
  expect(await (await open()).json()).toEqual({ data: { answer: 42 } });
  expect(await (await underWay).json()).toEqual({ data: { answer: 42 } });
  await stopped;
  await expect(open()).rejects.toThrowError(/fetch failed/);
});

test('who holds a connection and asks nothing keeps nobody waiting longer than the grace', async () => {
  const gateway = await gatewayThatThinks(0, 200);
  const { hostname, port } = new URL(gateway.url);
  const idle = connect(Number(port), hostname);
  const closed = new Promise((resolve) => void idle.on('close', resolve));
  await new Promise((resolve) => void idle.once('connect', resolve));
  const stopped = gateway.stop().then(() => closed);
  expect(await Promise.race([stopped.then(() => 'stopped'), sleep(5_000, 'still waiting')])).toBe('stopped');
});

test('a client that sends its request too slowly is told so', async () => {
  const gateway = await gatewayThatThinks(0);
  const { hostname, port } = new URL(gateway.url);
  const slow = connect(Number(port), hostname);
  onTestFinished(() => void slow.destroy());
  let heard = '';
  slow.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
  slow.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"query":');
  await eventually('it is refused', () => heard.includes('BODY_TOO_SLOW'));
  expect(heard).toMatch(/^HTTP\/1\.1 408 /);
});

test('whether the process lives is answered about as fast as Node answers anything', async () => {
  const gateway = await gatewayThatThinks(0);
  const agent = new Agent({ connections: 1 });
  onTestFinished(() => agent.destroy());
  const bare = createServer((_request, response) => response.end('{"status":"live"}'));
  await new Promise<void>((resolve) => void bare.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void bare.close());
  const addresses = [`${gateway.url}/health/live`, `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`] as const;
  const took: [number[], number[]] = [[], []];
  for (let i = 0; i < 200; i++) {
    for (const [which, address] of addresses.entries()) {
      const started = performance.now();
      const { body } = await request(address, { dispatcher: agent });
      await body.dump();
      took[which]?.push(performance.now() - started);
    }
  }
  const [ours = Infinity, nodes = 0] = took.map((times) => times.toSorted((a, b) => a - b)[100]);
  expect(ours / nodes).toBeLessThan(10);
});
