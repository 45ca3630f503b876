import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AgentService } from '../subgraphs/agents/agent/agent.service.ts';
import { agentsEntities } from '../subgraphs/agents/entities.ts';
import { createAgents } from '../subgraphs/agents/index.ts';
import { RunService } from '../subgraphs/agents/run/run.service.ts';
import { Programs } from '../subgraphs/agents/workflows/catalogue/programs.ts';
import { createToolsFeature, type ToolsFeature } from '../subgraphs/agents/tools/index.ts';
import { TicketService } from '../subgraphs/agents/tools/tickets/ticket.service.ts';
import type { Tool, ToolCall } from '../subgraphs/agents/tools/tool.ts';
import type { Json } from '../subgraphs/agents/workflows/json.ts';
import { connectorsEntities } from '../subgraphs/connectors/entities.ts';
import { createConnectors } from '../subgraphs/connectors/index.ts';
import { openIdempotency } from '../subgraphs/kernel/idempotency/idempotency.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { startTestGateway } from './testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

let t: TestSystem;
let made: ToolsFeature;
const opened = new AsyncDisposableStack();
beforeAll(async () => {
  t = opened.use(
    await startTestSystem([
      { create: createAgents, entities: agentsEntities },
      { create: createConnectors, entities: connectorsEntities },
    ]),
  );
  const { database, logger, secrets } = t.system;
  const idempotency = opened.adopt(openIdempotency({ database, vault: secrets.vault, logger }), (open) => open.close());
  opened.use(await startTestGateway(t, 'in process', {}, { idempotency }));
  made = createToolsFeature(t.system, { agents: new AgentService(t.system), runs: new RunService(t.system, new Programs()) });
});
afterAll(() => opened.disposeAsync());

async function toolOf(name: string, { tenantId }: UserViewer): Promise<Tool> {
  const tool = await made.tools.find(tenantId, name);
  if (tool === null) throw new Error(`there is no tool ${name}`);
  return tool;
}

function callOf({ tenantId }: UserViewer, input: Json): ToolCall {
  const runId = randomUUID();
  const signal = new AbortController().signal;
  return { tenantId, agentId: randomUUID(), runId, path: 'step', idempotencyKey: `${runId}:step`, input, signal };
}

async function ask<Data>(viewer: UserViewer, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await t.graph('agents', query, variables, viewer);
  expect(errors).toBeUndefined();
  return data as Data;
}

test('the catalogue shows every tool with what it is given', async () => {
  const viewer = await t.newTenant('VIEWER');
  const { tools } = await ask<{ tools: { nodes: { name: string; schema: object }[]; totalCount: number } }>(
    viewer,
    '{ tools(first: 500) { totalCount nodes { name title description complexity effect schema } } }',
  );
  expect(tools.nodes.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['ask-insights', 'graph.mutate', 'graph.query', 'notify', 'open-ticket']),
  );
  for (const { schema } of tools.nodes) expect(schema).toMatchObject({ type: 'object' });
});

test('graph.query reads as the agent, and changes nothing', async () => {
  const viewer = await t.newTenant();
  const tool = await toolOf('graph.query', viewer);
  const { output } = await tool.call(callOf(viewer, { query: '{ agents { totalCount } }' }));
  expect(output).toEqual({ agents: { totalCount: 4 } });
  expect(tool.input.safeParse({ query: 'mutation { cancelRun(id: "1") { __typename } }' }).success).toBe(false);
  await expect(tool.call(callOf(viewer, { query: '{ nothing }' }))).rejects.toMatchObject({
    code: 'GRAPHQL_VALIDATION_FAILED',
    again: false,
  });
});

test('graph.mutate says how much it does, passes on what the graph refuses, and may no more than agents may', async () => {
  const viewer = await t.newTenant();
  const tool = await toolOf('graph.mutate', viewer);
  const pause = 'mutation ($id: ID!) { pauseSync(id: $id) { __typename ... on InputRefused { problems { code message } } } }';
  const remove = 'mutation ($id: ID!) { removeConnection(id: $id) }';
  expect([pause, remove].map((mutation) => tool.complexityOf?.({ mutation }))).toEqual([3, 4]);
  expect(tool.describe?.({ mutation: pause, variables: { id: 'x' } }).intent).toBe('Carry out pauseSync with {"id":"x"}.');
  await expect(tool.call(callOf(viewer, { mutation: pause, variables: { id: randomUUID() } }))).rejects.toMatchObject({
    name: 'ToolFailure',
    again: false,
  });
  await expect(tool.call(callOf(viewer, { mutation: remove, variables: { id: randomUUID() } }))).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('what is ours alone happens once however often it is called, with the first output', async () => {
  const viewer = await t.newTenant();
  const ticket = await toolOf('open-ticket', viewer);
  const call = callOf(viewer, { title: 'Look at this', text: 'It is odd.', links: [{ kind: 'Asset', id: '1', label: 'One' }] });
  const replies = await Promise.all([ticket.call(call), ticket.call(call), ticket.call(call)]);
  for (const { output } of replies) expect(output).toEqual(replies[0]?.output);
  expect(replies[0]?.output).toMatchObject({ number: 1 });
  await ticket.call(callOf(viewer, { title: 'And at this', text: 'It is odd, too.' }));
  const notice = await toolOf('notify', viewer);
  const telling = callOf(viewer, { title: 'Hello', text: 'World' });
  await notice.call(telling);
  await notice.call(telling);
  const { rows } = await t.system.database.systemWork((db) =>
    sql<{
      n: number;
    }>`select count(*)::int as n from outbox_entry where topic = 'agents.notice' and tenant_id = ${viewer.tenantId}`.execute(db),
  );
  expect(rows[0]?.n).toBe(1);
  const { effects, tickets } = await ask<{
    effects: { nodes: { tool: string; status: string; output: object }[] };
    tickets: { nodes: { number: number; title: string; status: string; links: object[] }[] };
  }>(viewer, '{ effects { nodes { tool status output } } tickets { nodes { number title status links { kind id label } } } }');
  expect(effects.nodes.map(({ tool, status }) => `${tool} ${status}`)).toEqual(['notify DONE', 'open-ticket DONE', 'open-ticket DONE']);
  expect(tickets.nodes).toMatchObject([{ number: 2 }, { number: 1, status: 'OPEN', links: [{ kind: 'Asset', id: '1', label: 'One' }] }]);
});

test('tickets that are opened at once, or in one transaction, have numbers of their own', async () => {
  const viewer = await t.newTenant();
  const tool = await toolOf('open-ticket', viewer);
  await Promise.all(Array.from({ length: 20 }, (_, index) => tool.call(callOf(viewer, { title: `Ticket ${index}`, text: 'Look.' }))));
  const tickets = new TicketService(t.system);
  await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
    const ticket = { title: 'Two', body: 'Look.', priority: 'LOW' as const, links: [], assigneeId: null };
    for (const key of ['one', 'other']) await tickets.open(unit, { ...ticket, agentId: randomUUID(), runId: randomUUID(), key });
  });
  const shown = await ask<{ tickets: { nodes: { number: number }[] } }>(viewer, '{ tickets { nodes { number } } }');
  const numbers = shown.tickets.nodes.map(({ number }) => number).toSorted((one, other) => one - other);
  expect(numbers).toEqual(Array.from({ length: 22 }, (_, index) => index + 1));
});

test('a ticket is given to somebody and closed, once', async () => {
  const viewer = await t.newTenant('OPERATOR');
  const { output } = await (await toolOf('open-ticket', viewer)).call(callOf(viewer, { title: 'Do it', text: 'Now.' }));
  const { ticketId: id } = output as { ticketId: string };
  const change = `mutation ($input: ChangeTicketInput!) { changeTicket(input: $input) {
    ... on TicketChanged { ticket { status note assignee { id } closedBy { id } closedAt } } ... on InputRefused { problems { code } } } }`;
  const input = { id, status: 'DONE', assigneeId: viewer.userId, note: 'Done.' };
  expect(await ask(viewer, change, { input })).toMatchObject({
    changeTicket: { ticket: { status: 'DONE', note: 'Done.', assignee: { id: viewer.userId }, closedBy: { id: viewer.userId } } },
  });
  const stranger = await t.newTenant();
  expect(await ask(stranger, change, { input })).toEqual({ changeTicket: { problems: [{ code: 'TICKET_NOT_FOUND' }] } });
  expect(await ask(stranger, 'query ($id: ID!) { ticket(id: $id) { id } }', { id })).toEqual({ ticket: null });
});

test('an effect that was cut off is in doubt until a person says what became of it', async () => {
  const viewer = await t.newTenant('OPERATOR');
  const { effects } = made;
  const runId = randomUUID();
  const planned = {
    key: `${runId}:send`,
    runId,
    path: 'send',
    agentId: randomUUID(),
    tool: 'http.call',
    input: { url: 'https://example.com' },
  };
  const inUnit = <T>(work: Parameters<typeof t.system.database.unitOfWork<T>>[1]): Promise<T> =>
    t.system.database.unitOfWork(viewer.tenantId, work);
  const plan = () => inUnit((unit) => effects.plan(unit, planned));
  expect(await plan()).toEqual({ state: 'NEW' });
  expect(await plan()).toEqual({ state: 'PLANNED' });
  await inUnit((unit) => effects.doubt(unit, planned.key, 'It was cut off.'));
  const settle = `mutation ($id: ID!, $outcome: EffectOutcome!) { settleEffect(id: $id, outcome: $outcome) {
    ... on EffectSettled { effect { status settledBy { id } } } ... on InputRefused { problems { code } } } }`;
  const inDoubt = await ask<{ effects: { nodes: { id: string }[] } }>(
    viewer,
    'query ($runId: ID) { effects(status: IN_DOUBT, runId: $runId) { nodes { id status tool path problem input } } }',
    { runId },
  );
  expect(inDoubt.effects.nodes).toMatchObject([
    { status: 'IN_DOUBT', tool: 'http.call', problem: 'It was cut off.', input: planned.input },
  ]);
  const id = inDoubt.effects.nodes[0]?.id;
  expect(await ask(await t.newTenant(), settle, { id, outcome: 'HAPPENED' })).toEqual({
    settleEffect: { problems: [{ code: 'EFFECT_NOT_FOUND' }] },
  });
  expect(await ask(viewer, settle, { id, outcome: 'NOT_HAPPENED' })).toEqual({
    settleEffect: { effect: { status: 'NOT_DONE', settledBy: { id: viewer.userId } } },
  });
  expect(await ask(viewer, settle, { id, outcome: 'HAPPENED' })).toEqual({ settleEffect: { problems: [{ code: 'EFFECT_NOT_IN_DOUBT' }] } });
  expect(await plan()).toEqual({ state: 'NEW' });
  await inUnit((unit) => effects.done(unit, planned.key, { status: 200 }));
  await inUnit((unit) => effects.doubt(unit, planned.key, 'Too late.'));
  expect(await plan()).toEqual({ state: 'DONE', output: { status: 200 } });
});

test('agents call only hosts that the company allows, with headers that nobody is shown', async () => {
  const admin = await t.newTenant('ADMIN');
  const met: { method: string | undefined; key: string | undefined; token: string | undefined; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const { 'idempotency-key': key, 'x-token': token } = request.headers;
      met.push({ method: request.method, key: key as string | undefined, token: token as string | undefined, body });
      response.statusCode = request.url === '/broken' ? 500 : 200;
      response.end('{"ok":true}');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  opened.defer(() => void server.close());
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tool = await toolOf('http.call', admin);
  const call = callOf(admin, { url: `http://${host}/orders`, body: { amount: 1 } });
  await expect(tool.call(call)).rejects.toMatchObject({ code: 'TOOL_HOST_NOT_ALLOWED', doubt: false });
  const save = `mutation ($input: SaveToolHostInput!) { saveToolHost(input: $input) {
    ... on ToolHostSaved { host { id host headerNames } } ... on InputRefused { problems { code field } } } }`;
  const saved = await ask<{ saveToolHost: { host: { id: string } } }>(admin, save, {
    input: { host, headers: [{ name: 'X-Token', value: 'open sesame' }] },
  });
  expect(saved).toMatchObject({ saveToolHost: { host: { host, headerNames: ['x-token'] } } });
  expect((await tool.call(call)).output).toEqual({ status: 200, body: { ok: true } });
  expect(met).toEqual([{ method: 'POST', key: call.idempotencyKey, token: 'open sesame', body: '{"amount":1}' }]);
  await expect(tool.call({ ...call, input: { url: `http://${host}/broken` } })).rejects.toMatchObject({
    code: 'HTTP_REFUSED',
    doubt: true,
  });
  const get = await toolOf('http.get', admin);
  expect((await get.call({ ...call, input: { url: `http://${host}/` } })).output).toEqual({ status: 200, body: { ok: true } });
  expect(await ask(admin, save, { input: { host: 'a b' } })).toEqual({
    saveToolHost: { problems: [{ code: 'TOOL_HOST_INVALID', field: 'host' }] },
  });
  const hidden = await t.graph('agents', '{ toolHosts { nodes { id } } }', {}, { ...admin, role: 'OPERATOR' });
  expect(hidden.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const remove = 'mutation ($id: ID!) { removeToolHost(id: $id) }';
  const { id } = saved.saveToolHost.host;
  expect(await ask(await t.newTenant(), remove, { id })).toEqual({ removeToolHost: false });
  expect(await ask(admin, remove, { id })).toEqual({ removeToolHost: true });
  await expect(tool.call(call)).rejects.toMatchObject({ code: 'TOOL_HOST_NOT_ALLOWED' });
});

/** A service that keeps what it was sent by its key, and forgets to answer when it is told to. */
async function keeper(): Promise<{ host: string; got: Map<string, string>; paths: string[]; mute: { on: boolean } }> {
  const got = new Map<string, string>();
  const paths: string[] = [];
  const mute = { on: false };
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    paths.push(path);
    const asked = /\/orders\/by\/(.+)$/u.exec(path)?.[1];
    if (request.method === 'GET') {
      response.statusCode = got.has(decodeURIComponent(asked ?? '')) ? 200 : 404;
      response.end(JSON.stringify({ id: got.get(decodeURIComponent(asked ?? '')) ?? null }));
      return;
    }
    got.set(String(request.headers['idempotency-key']), `order ${got.size + 1}`);
    if (mute.on) request.socket.destroy();
    else response.end('{"ok":true}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  opened.defer(() => void server.close());
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, got, paths, mute };
}

const ALLOW = 'mutation ($input: SaveToolHostInput!) { saveToolHost(input: $input) { __typename } }';

test('whether a call that was cut off was done is looked up where the step says so', async () => {
  const admin = await t.newTenant('ADMIN');
  const { host, mute, got } = await keeper();
  await ask(admin, ALLOW, { input: { host, headers: [] } });
  const tool = await toolOf('http.call', admin);
  const input = { url: `http://${host}/orders`, lookUp: `http://${host}/orders/by/{key}` };
  const call = callOf(admin, input);
  expect(await tool.probe?.(call)).toBe('NOT_DONE');
  mute.on = true;
  await expect(tool.call(call)).rejects.toMatchObject({ code: 'HTTP_FAILED', doubt: true });
  expect([...got.keys()]).toEqual([call.idempotencyKey]);
  expect(await tool.probe?.(call)).toEqual({ done: { status: 200, body: { id: 'order 1' } } });
  expect(await tool.probe?.({ ...call, input: { url: input.url } })).toBe('UNKNOWN');
  expect(await tool.probe?.({ ...call, idempotencyKey: 'another' })).toBe('NOT_DONE');
});

test('a call outside takes the way that the company’s policy about fabric planes lets it', async () => {
  const admin = await t.newTenant('ADMIN');
  const { host, paths, got } = await keeper();
  await ask(admin, ALLOW, { input: { host, headers: [] } });
  const ofConnectors = async (query: string, variables: Record<string, unknown>): Promise<void> => {
    const { errors } = await t.graph('connectors', query, variables, admin);
    expect(errors).toBeUndefined();
  };
  const policy = (input: object): Promise<void> =>
    ofConnectors('mutation ($input: PlanePolicyInput!) { setPlanePolicy(input: $input) { directAllowed } }', { input });
  const tool = await toolOf('http.call', admin);
  const call = callOf(admin, { url: `http://${host}/orders?one=1` });
  const through = { ...call, plane: 'Gate' };
  await expect(tool.call(through)).rejects.toMatchObject({ code: 'PLANE_NOT_FOUND' });
  await policy({ directAllowed: false });
  await expect(tool.call(call)).rejects.toMatchObject({ code: 'DIRECT_CALL_NOT_ALLOWED', again: false, doubt: false });
  // The gateway is the service itself, below a path of its own.
  await ofConnectors('mutation ($input: CreateFabricPlaneInput!) { createFabricPlane(input: $input) { __typename } }', {
    input: {
      kind: 'KONG', name: 'Gate', address: `http://${host}/gate`,
      settings: [{ name: 'routes', value: `${host}=/shop` }, { name: 'authentication', value: 'NONE' }],
    },
  }); // prettier-ignore
  expect((await tool.call(through)).output).toMatchObject({ status: 200 });
  expect(paths).toEqual(['/gate/shop/orders?one=1']);
  await ask(admin, ALLOW, { input: { host: 'elsewhere.example.com', headers: [] } });
  await expect(tool.call({ ...through, input: { url: 'https://elsewhere.example.com/' } })).rejects.toMatchObject({
    code: 'PLANE_ROUTE_MISSING',
  });
  await policy({ allowedKinds: ['APIGEE'], directAllowed: true });
  await expect(tool.call(through)).rejects.toMatchObject({ code: 'PLANE_NOT_ALLOWED' });
  expect(got.size).toBe(1);
});

test('what agents may do about mappings and owners is asked of the graph as one mutation with their call’s key', async () => {
  const viewer = await t.newTenant();
  const [mapping, owner] = [await toolOf('propose-mapping', viewer), await toolOf('assign-owner', viewer)];
  for (const tool of [mapping, owner]) expect(tool).toMatchObject({ effect: 'KEYED', complexity: 3 });
  expect(owner.input.safeParse({ assetId: randomUUID() }).success).toBe(false);
  expect(owner.describe?.({ assetId: randomUUID(), userId: null })).toEqual({ intent: 'Take the owner of an asset away.', touches: 1 });
  expect(mapping.input.safeParse({ proposalId: randomUUID(), changes: [] }).success).toBe(false);
});
