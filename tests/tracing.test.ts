import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { z } from 'zod';
import { createAccounts } from '../subgraphs/accounts/index.ts';
import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAgents } from '../subgraphs/agents/index.ts';
import { agentsEntities } from '../subgraphs/agents/entities.ts';
import type { SubgraphModule } from '../subgraphs/kernel/federation/subgraph-module.ts';
import type { Workflow } from '../subgraphs/kernel/runs/workflow.ts';
import type { System } from '../subgraphs/kernel/system.ts';
import { inSpan } from '../subgraphs/kernel/telemetry/span.ts';
import { startTracing } from '../subgraphs/kernel/telemetry/tracing.ts';
import { signSession } from '../subgraphs/kernel/viewer/session-token.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
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

const CALLER = { trace: '0af7651916cd43dd8448eb211c80319c', span: 'b7ad6b7169203331' };
const STARTER = { trace: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };
const LOOKER = { trace: '7c3f1a52b0d84e6f9a1b2c3d4e5f6071', span: '1f2e3d4c5b6a7988' };
const traceParent = ({ trace, span: id }: typeof CALLER): string => `00-${trace}-${id}-01`;

const TRACED: Workflow = {
  name: 'test.traced',
  title: 'Traced',
  steps: [
    {
      kind: 'WORK',
      name: 'WRITE',
      title: 'Write',
      weight: 1,
      run: (context) => context.commit(async (_unit, step) => step.progress(1, null)),
    },
  ],
};

let t: TestSystem;
let gateway: TestGateway;
let registered: unknown;
beforeAll(async () => {
  await new Promise<void>((resolve) => {
    collector.listen(0, '127.0.0.1', resolve);
  });
  const { port } = collector.address() as AddressInfo;
  const tracing = startTracing({ endpoint: `http://127.0.0.1:${port}`, serviceName: 'test', ratio: 1 });
  const agents = (system: System): SubgraphModule => {
    const module = createAgents(system);
    return { ...module, workflows: [...(module.workflows ?? []), TRACED] };
  };
  t = await startTestSystem([
    { create: createAccounts, entities: accountsEntities },
    { create: agents, entities: agentsEntities },
  ]);
  gateway = await startTestGateway(t, 'http');
  registered = await register();
  const viewer = await t.newTenant();
  const { tenantId } = viewer;
  await look(viewer);
  const run = { id: randomUUID(), workflow: TRACED.name, title: 'Traced', subject: {}, startedBy: null };
  await inSpan('start', { parent: traceParent(STARTER) }, () =>
    t.system.database.unitOfWork(tenantId, (unit) => t.system.runs.start(unit, run)),
  );
  await t.settled();
  await tracing.stop();
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
  collector.close();
});

async function register(): Promise<unknown> {
  const query = `mutation Join($input: RegisterTenantInput!) { registerTenant(input: $input) { __typename } }`;
  const input = { tenantName: 'Traced', email: 'traced@example.com', password: 'a long enough password', displayName: 'T' };
  const reply = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: traceParent(CALLER) },
    body: JSON.stringify({ query, variables: { input } }),
  });
  return reply.json();
}

/** Reads something as somebody, under a trace and a request id of the caller's. */
async function look(viewer: UserViewer): Promise<void> {
  const { token } = await signSession(viewer, t.system.secrets.session, new Date());
  const headers = { authorization: `Bearer ${token}`, traceparent: traceParent(LOOKER), 'x-request-id': 'looked-1' };
  await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: 'query Who { viewer { role } }' }),
  });
  await t.system.journal.settled();
}

/** Names of the trace's spans; all of them hang together. */
function namesOf({ trace, span: root }: typeof CALLER): string[] {
  const mine = collected.filter(({ traceId }) => traceId === trace);
  const known = new Set([...mine.map(({ spanId }) => spanId), root]);
  expect(mine.filter(({ parentSpanId }) => !known.has(parentSpanId))).toEqual([]);
  return mine.map(({ name }) => name);
}

test('one trace leads from the caller through gateway, subgraph and SQL to the consumers of the event', () => {
  expect(registered).toEqual({ data: { registerTenant: { __typename: 'Session' } } });
  const names = namesOf(CALLER);
  expect(names).toEqual(expect.arrayContaining(['mutation Join', 'subgraph accounts', 'subgraph', 'sql insert']));
  expect(names.filter((name) => name.startsWith('agents.')).length).toBeGreaterThan(0);
});

test('the segments of a durable run belong to the trace it was started in', () => {
  expect(namesOf(STARTER)).toEqual(expect.arrayContaining(['start', `run ${TRACED.name}`, 'sql update']));
});

test('what is kept of a request, and of what it changed, names its trace', async () => {
  const kept = (table: string, { trace }: typeof CALLER): Promise<Record<string, unknown>[]> =>
    t.system.database.systemWork(async (db) => {
      const { rows } = await sql<Record<string, unknown>>`select * from ${sql.id(table)} where trace_id = ${trace}`.execute(db);
      return rows;
    });
  expect(await kept('journal_request', LOOKER)).toMatchObject([{ operation: 'Who', request_id: 'looked-1' }]);
  expect((await kept('audit_entry', CALLER)).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['tenant.created', 'user.created']),
  );
  expect(await kept('audit_entry', STARTER)).toMatchObject([{ action: 'run.started' }]);
});
