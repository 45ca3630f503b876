import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createAccounts } from '../subgraphs/accounts/index.ts';
import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAgents } from '../subgraphs/agents/index.ts';
import { agentsEntities } from '../subgraphs/agents/entities.ts';
import { startTracing, type Tracing } from '../subgraphs/kernel/telemetry/tracing.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

const span = z.object({ traceId: z.string(), spanId: z.string(), parentSpanId: z.string().default(''), name: z.string() });
const exportBody = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(span) })) })),
});

/** An OTLP collector that keeps what it is sent. */
const collected: z.infer<typeof span>[] = [];
const collector = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = exportBody.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
    collected.push(...body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
});

let tracing: Tracing;
let t: TestSystem;
let gateway: TestGateway;
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    collector.listen(0, '127.0.0.1', resolve);
  });
  const { port } = collector.address() as AddressInfo;
  tracing = startTracing({ endpoint: `http://127.0.0.1:${port}`, serviceName: 'test', ratio: 1 });
  t = await startTestSystem([
    { create: createAccounts, entities: accountsEntities },
    { create: createAgents, entities: agentsEntities },
  ]);
  gateway = await startTestGateway(t, 'http');
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
  collector.close();
});

test('one trace leads from the caller through gateway, subgraph and SQL to the consumers of the event', async () => {
  const caller = '0af7651916cd43dd8448eb211c80319c';
  const query = `mutation Join($input: RegisterTenantInput!) { registerTenant(input: $input) { __typename } }`;
  const input = { tenantName: 'Traced', email: 'traced@example.com', password: 'a long enough password', displayName: 'T' };
  const reply = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${caller}-b7ad6b7169203331-01` },
    body: JSON.stringify({ query, variables: { input } }),
  });
  expect(await reply.json()).toEqual({ data: { registerTenant: { __typename: 'Session' } } });
  await t.settled();
  await tracing.stop();

  const mine = collected.filter(({ traceId }) => traceId === caller);
  const names = mine.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['mutation Join', 'subgraph accounts', 'subgraph', 'sql insert']));
  expect(names.filter((name) => name.startsWith('agents.')).length).toBeGreaterThan(0);
  const known = new Set([...mine.map(({ spanId }) => spanId), 'b7ad6b7169203331']);
  expect(mine.filter(({ parentSpanId }) => !known.has(parentSpanId))).toEqual([]);
});
