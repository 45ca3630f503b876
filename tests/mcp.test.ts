import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openIdempotency } from '../subgraphs/kernel/idempotency/idempotency.ts';
import { startLiveSystem, type LiveSystem } from './testkit/live.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';

let live: LiveSystem;
let gateway: TestGateway;
const opened = new AsyncDisposableStack();
beforeAll(async () => {
  live = opened.use(await startLiveSystem());
  const { database, logger, secrets } = live.t.system;
  const idempotency = opened.adopt(openIdempotency({ database, vault: secrets.vault, logger }), (open) => open.close());
  gateway = opened.use(await startTestGateway(live.t, 'in process', {}, { idempotency }));
});
afterAll(() => opened.disposeAsync());

async function connect(viewer: UserViewer): Promise<Client> {
  const client = new Client({ name: 'test', version: '1' });
  const headers = { authorization: `Bearer ${await live.tokenOf(viewer)}` };
  const transport = new StreamableHTTPClientTransport(new URL(`${gateway.url}/mcp`), { requestInit: { headers } });
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  opened.defer(() => client.close());
  return client;
}

test('a program finds the graph as tools, as far as its rights go, and reads its own tenant', async () => {
  const client = await connect(await live.t.newTenant());
  const { tools } = await client.listTools();
  // Neither insights nor accounts are part of this system: what they allow nobody is allowed.
  expect(tools.map(({ name }) => name)).toEqual(['query', 'mutate']);
  const reply = await client.callTool({ name: 'query', arguments: { query: '{ agents { totalCount } }' } });
  expect(reply).toMatchObject({ isError: false, structuredContent: { data: { agents: { totalCount: 4 } } } });
});

test('a key changes something once, and a wrong question is an answer that says so', async () => {
  const client = await connect(await live.t.newTenant());
  const mutation = 'mutation { createAgent(input: { name: "One", purpose: "To be one." }) { __typename } }';
  const call = { name: 'mutate', arguments: { mutation, idempotencyKey: 'one' } };
  for (let time = 0; time < 2; time++)
    expect(await client.callTool(call)).toMatchObject({ structuredContent: { data: { createAgent: { __typename: 'AgentSaved' } } } });
  expect(await client.callTool({ name: 'query', arguments: { query: mutation } })).toMatchObject({ isError: true });
  expect(await client.callTool({ name: 'query', arguments: { query: '{ nothing }' } })).toMatchObject({ isError: true });
  expect(await client.callTool({ name: 'ask', arguments: { question: 'why' } })).toMatchObject({ isError: true });
});

test('nobody, and whoever is not who they say, is refused at the door; rights are those of the role', async () => {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const send = (own: Record<string, string>) => fetch(`${gateway.url}/mcp`, { method: 'POST', headers: { ...headers, ...own }, body });
  expect((await send({})).status).toBe(401);
  expect((await send({ 'x-api-key': 'nonsense' })).status).toBe(401);
  expect((await fetch(`${gateway.url}/mcp`)).status).toBe(405);
  const client = await connect(await live.t.newTenant('VIEWER'));
  const mutation = 'mutation { createAgent(input: { name: "One", purpose: "To be one." }) { __typename } }';
  expect(await client.callTool({ name: 'mutate', arguments: { mutation } })).toMatchObject({
    isError: true,
    structuredContent: { errors: [{ extensions: { code: 'FORBIDDEN' } }] },
  });
});
