import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import { CallToolRequestSchema, ListToolsRequestSchema, type CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AgentService } from '../subgraphs/agents/agent/agent.service.ts';
import { RunService } from '../subgraphs/agents/run/run.service.ts';
import { Programs } from '../subgraphs/agents/workflows/catalogue/programs.ts';
import { createToolsFeature } from '../subgraphs/agents/tools/index.ts';
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

test('agents use the allowed tools of a company’s servers, and no others', async () => {
  const admin = await live.t.newTenant('ADMIN');
  const save = `mutation ($input: SaveMcpServerInput!) { saveMcpServer(input: $input) {
    ... on McpServerSaved { server { id name problem hasToken allowedTools offeredTools } } ... on InputRefused { problems { code field } } } }`;
  const graph = async (query: string, variables: Record<string, unknown>, viewer = admin): Promise<unknown> => {
    const { data, errors } = await live.t.graph('agents', query, variables, viewer);
    expect(errors).toBeUndefined();
    return data;
  };
  const input = { name: 'own', url: `${gateway.url}/mcp`, token: await live.tokenOf(admin), allowedTools: ['query'] };
  expect(await graph(save, { input })).toMatchObject({
    saveMcpServer: { server: { name: 'own', problem: null, hasToken: true, allowedTools: ['query'], offeredTools: ['query', 'mutate'] } },
  });
  const { system } = live.t;
  const { tools } = createToolsFeature(system, { agents: new AgentService(system), runs: new RunService(system, new Programs()) });
  const runId = randomUUID();
  const call = {
    tenantId: admin.tenantId,
    agentId: randomUUID(),
    runId,
    path: 'step',
    idempotencyKey: `${runId}:step`,
    input: { query: '{ agents { totalCount } }' },
    signal: new AbortController().signal,
  };
  const tool = await tools.find(admin.tenantId, 'mcp.own.query');
  expect(tool).toMatchObject({ effect: 'READ', complexity: 2 });
  expect((await tool?.call(call))?.output).toEqual({ data: { agents: { totalCount: 4 } } });
  await expect(tool?.call({ ...call, input: { query: '{ nothing }' } })).rejects.toMatchObject({ code: 'MCP_TOOL_FAILED' });
  expect(await tools.find(admin.tenantId, 'mcp.own.mutate')).toBeNull();
  expect(await tools.find((await live.t.newTenant()).tenantId, 'mcp.own.query')).toBeNull();
  const { token, ...without } = input;
  const hasToken = async (given: Partial<Omit<typeof input, 'token'>> & { token?: string | null }): Promise<unknown> => {
    const saved = await graph(save, { input: { ...without, ...given } });
    return (saved as { saveMcpServer: { server: { hasToken: boolean } } }).saveMcpServer.server.hasToken;
  };
  expect(await hasToken({}), 'left out, it stays').toBe(true);
  expect(await hasToken({ token: null }), 'null takes it away').toBe(false);
  expect(await hasToken({ token })).toBe(true);
  expect(await hasToken({ url: 'http://127.0.0.1:1/mcp' }), 'it goes to no other server').toBe(false);
  expect(await graph(save, { input: { ...input, url: 'http://127.0.0.1:1/mcp' } })).toMatchObject({
    saveMcpServer: { server: { problem: expect.any(String) } },
  });
  await expect(tool?.call(call)).resolves.toBeDefined();
  const gone = await tools.find(admin.tenantId, 'mcp.own.query');
  await expect(gone?.call(call)).rejects.toMatchObject({ code: 'MCP_SERVER_FAILED', again: true, doubt: false });
  expect(await graph(save, { input: { ...input, name: 'Not this' } })).toEqual({
    saveMcpServer: { problems: [{ code: 'MCP_NAME_INVALID', field: 'name' }] },
  });
});

const KEY = 'autonomos/idempotency-key';
const OBJECT = { type: 'object' as const };

/** A server that sends things and knows what it sent, by the key of the call. */
async function sender(): Promise<{ url: string; sent: string[] }> {
  const sent: string[] = [];
  const tools = [
    { name: 'send', inputSchema: OBJECT },
    { name: 'send_status', inputSchema: OBJECT, annotations: { readOnlyHint: true } },
    { name: 'set', inputSchema: OBJECT, annotations: { idempotentHint: true } },
  ];
  const answer = (value: Record<string, unknown>): CallToolResult => ({ content: [], structuredContent: value });
  const server = createServer((request, response) => {
    const mcp = new Server({ name: 'sender', version: '1' }, { capabilities: { tools: {} } });
    mcp.setRequestHandler(ListToolsRequestSchema, () => ({ tools }));
    mcp.setRequestHandler(CallToolRequestSchema, ({ params }) => {
      if (params.name === 'send_status') {
        const at = sent.indexOf(String(params.arguments?.['idempotencyKey']));
        return answer(at === -1 ? { status: 'NOT_DONE' } : { status: 'DONE', result: { place: at } });
      }
      const { _meta: beside } = params;
      sent.push(String(beside?.[KEY]));
      return answer({ sent: true });
    });
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    response.once('close', () => void mcp.close());
    void mcp.connect(transport as Parameters<typeof mcp.connect>[0]).then(() => transport.handleRequest(request, response));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  opened.defer(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, sent };
}

test('a server that tells what became of a call is asked, and what may be repeated is in no doubt', async () => {
  const admin = await live.t.newTenant('ADMIN');
  const { url, sent } = await sender();
  const save = 'mutation ($input: SaveMcpServerInput!) { saveMcpServer(input: $input) { ... on McpServerSaved { server { problem } } } }';
  const saveAs = async (name: string, allowedTools: readonly string[]): Promise<void> => {
    const { data } = await live.t.graph('agents', save, { input: { name, url, allowedTools } }, admin);
    expect(data).toEqual({ saveMcpServer: { server: { problem: null } } });
  };
  await saveAs('tells', ['send', 'send_status', 'set']);
  await saveAs('keeps-quiet', ['send']);
  const { system } = live.t;
  const { tools } = createToolsFeature(system, { agents: new AgentService(system), runs: new RunService(system, new Programs()) });
  const of = (name: string) => tools.find(admin.tenantId, name);
  const runId = randomUUID();
  const signal = new AbortController().signal;
  const call = { tenantId: admin.tenantId, agentId: randomUUID(), runId, path: 'send', idempotencyKey: `${runId}:send`, input: {}, signal };
  const send = await of('mcp.tells.send');
  expect(send).toMatchObject({ effect: 'OUTSIDE' });
  expect(await send?.probe?.(call)).toBe('NOT_DONE');
  expect((await send?.call(call))?.output).toEqual({ sent: true });
  expect(sent).toEqual([call.idempotencyKey]);
  expect(await send?.probe?.(call)).toEqual({ done: { place: 0 } });
  expect(await of('mcp.tells.set')).toMatchObject({ effect: 'KEYED', complexity: 3 });
  expect((await of('mcp.keeps-quiet.send'))?.probe).toBeUndefined();
});
