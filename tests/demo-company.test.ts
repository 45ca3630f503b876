import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type DemoGraph, demoGraph } from '../embedded/demo/graph.ts';
import { FEEDS } from '../embedded/demo/decisions.ts';
import { loadDemo } from '../embedded/demo/load-demo.ts';
import { subgraphFactories } from '../embedded/subgraphs.ts';
import { type Company, companyAsOf } from '../sandbox/company/company.ts';
import { mrrOf } from '../sandbox/company/subscriptions.ts';
import { sameAccounts } from '../sandbox/same-accounts.ts';
import { truthOf } from '../sandbox/company/truth.ts';
import { vendorsOfCompany } from '../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../sandbox/http/server.ts';
import { verifySession } from '../subgraphs/kernel/viewer/session-token.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

const TIMEOUT_MS = 240_000;
const never = new AbortController().signal;
let t: TestSystem;
let gateway: TestGateway;
let sandbox: Sandbox;
let company: Company;

beforeAll(async () => {
  company = companyAsOf(new Date());
  sandbox = await startSandbox({ vendors: vendorsOfCompany(company), port: 0, limitEvery: 40, retryAfter: 0.02 });
  t = await startTestSystem(subgraphFactories);
  gateway = await startTestGateway(t, 'in process');
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
  await sandbox.close();
});

const load = (signal: AbortSignal, onProgress: (message: string) => void = () => undefined): Promise<void> =>
  loadDemo({ url: gateway.url, ownerKey: t.system.secrets.ownerKey ?? '', sandboxUrl: sandbox.url, signal, onProgress });

async function logIn(workspace: 'OWN' | 'DEMO'): Promise<{ graph: DemoGraph; tenantId: string }> {
  const query =
    'mutation ($key: String!, $w: WorkspaceKind!) { it: logInWithLocalKey(key: $key, workspace: $w) { ... on Session { token } } }';
  const reply = z.object({ it: z.object({ token: z.string() }) });
  const { it } = await demoGraph(gateway.url, null, never)(query, { key: t.system.secrets.ownerKey, w: workspace }, reply);
  const { tenantId } = await verifySession(it.token, t.system.secrets.session, new Date());
  return { graph: demoGraph(gateway.url, it.token, never), tenantId };
}

async function valueOf(graph: DemoGraph, question: string): Promise<number | string> {
  const reply = z.object({ ask: z.union([z.object({ value: z.number() }), z.object({ text: z.string() })]) });
  const { ask } = await graph(
    'query ($q: String!) { ask(question: $q) { ... on Answer { value } ... on Declined { text } } }',
    { q: question },
    reply,
  );
  return 'value' in ask ? Math.round(ask.value) : ask.text;
}

const sum = <T>(rows: readonly T[], of: (row: T) => number): number => Math.round(rows.reduce((total, row) => total + of(row), 0));

test(
  'it is loaded through the graph, also when loading is broken off in the middle, and its numbers are the generator’s',
  async () => {
    const abort = new AbortController();
    const broken = load(abort.signal, (message) => {
      if (message.includes('is unified')) abort.abort(new Error('broken off'));
    });
    // What waits just then ends with the reason; what a timer holds ends with an abort that has it as its cause.
    await expect(broken).rejects.toThrow(/broken off|aborted/);
    expect(abort.signal.aborted).toBe(true);
    await load(never);
    const { graph } = await logIn('DEMO');
    const open = company.opportunities.filter(({ stage }) => !stage.startsWith('Closed'));
    const expected = {
      'what is our MRR': sum(company.subscriptions, (one) => mrrOf(one, company.today) / 100),
      'open pipeline': sum(open, ({ amount }) => amount ?? 0),
      costs: sum(company.costs, ({ amount }) => amount),
      budget: sum(company.costs, ({ budget }) => budget ?? 0),
      'how many opportunities': company.opportunities.length,
      'how many tickets': company.tickets.length,
      usage: sum(company.usage, ({ quantity }) => quantity),
      revenue: sum(
        company.invoices.filter(({ status }) => status === 'paid' || status === 'open'),
        ({ subtotal, tax }) => (subtotal + tax) / 100,
      ),
    };
    const asked: Record<string, number | string> = {};
    for (const question of Object.keys(expected)) asked[question] = await valueOf(graph, question);
    expect(asked).toEqual(expected);
    const { connections } = await graph(
      '{ connections { totalCount } }',
      {},
      z.object({ connections: z.object({ totalCount: z.number() }) }),
    );
    expect(connections.totalCount).toBe(8);
  },
  TIMEOUT_MS,
);

test('the key questions that its data can answer have answers, and they are true', async () => {
  const { graph } = await logIn('DEMO');
  const truth = truthOf(company);
  const round = (value: unknown): number => Math.round(Number(value));
  const rows = async (question: string): Promise<unknown[][]> => {
    const reply = z.object({ ask: z.object({ rows: z.array(z.array(z.unknown())) }) });
    return (await graph('query ($q: String!) { ask(question: $q) { ... on Answer { rows } } }', { q: question }, reply)).ask.rows;
  };
  expect((await rows('What is our actual MRR?')).map(([value]) => round(value))).toEqual([round(truth.mrr)]);
  const overspend = (await rows('Where do we overspend?')).map(([name, value]) => [name, round(value)] as const);
  expect(new Map(overspend)).toEqual(new Map([...truth.overspend].map(([name, value]) => [name ?? '(none)', round(value)])));
  expect(await rows('Which deals are at risk?')).toHaveLength(truth.dealsAtRisk);
  expect((await rows('What is our true pipeline?')).map(([value]) => round(value))).toEqual([round(truth.weightedPipeline)]);
  expect(Number((await rows('Are SLAs met?'))[0]?.[0])).toBeCloseTo(truth.slaAttainment(new Date()), 2);
  const shadow = (await rows('What shadow IT exists?')).map(([name]) => String(name));
  expect(shadow.toSorted()).toEqual(truth.shadowIt.toSorted());
  const factors = new Map((await rows('What affects customer health?')).map(([name, value]) => [String(name), Number(value)]));
  expect(factors.get('SLA breaches')).toBeCloseTo(truth.healthAgainstBreaches, 2);
  expect(Number((await rows('What is our uptime?'))[0]?.[0])).toBeCloseTo(truth.uptime, 4);
  expect(await valueOf(graph, 'how many service incidents')).toBe(company.incidents.length);
  const risk = await rows('Where is infrastructure risk?');
  expect(risk.length).toBeGreaterThan(3);
  for (const [, score] of risk) expect(Number(score)).toBeGreaterThan(0);
});

test('what its sensors, lists and books say is scanned as everybody scans it, and can be asked about', async () => {
  const { graph } = await logIn('DEMO');
  const feeds = await graph(
    '{ telemetryFeeds { nodes { kind lastArrival { problem { code } } lastCount { read taken kept refused } } } scans { nodes { status counts { shadow zombie parked clean } } } }',
    {},
    z.object({
      telemetryFeeds: z.object({ nodes: z.array(z.object({ kind: z.string(), lastArrival: z.object({ problem: z.null() }), lastCount: z.object({ read: z.number(), taken: z.number(), kept: z.number(), refused: z.literal(0) }) })) }),
      scans: z.object({ nodes: z.array(z.object({ status: z.string(), counts: z.record(z.string(), z.number()) })) }),
    }),
  ); // prettier-ignore
  expect(feeds.telemetryFeeds.nodes.map(({ kind }) => kind)).toEqual(FEEDS.map(() => 'URL'));
  for (const { lastCount } of feeds.telemetryFeeds.nodes) expect(lastCount.read).toBe(lastCount.taken + lastCount.kept);
  expect(feeds.scans.nodes[0]).toMatchObject({
    status: 'SUCCEEDED',
    counts: { shadow: truthOf(company).shadowIt.length, zombie: 3, parked: 1 },
  });
  const first = async (question: string): Promise<string[]> => {
    const reply = z.object({ ask: z.object({ rows: z.array(z.array(z.unknown())) }) });
    const { ask } = await graph('query ($q: String!) { ask(question: $q) { ... on Answer { rows } } }', { q: question }, reply);
    return ask.rows.map(([name]) => String(name)).toSorted();
  };
  expect(await first('which apps can read our mail?')).toEqual(['Minutely Notes', 'Promptmill AI']);
  expect(await first('what runs in eu-west without an owner?')).toEqual([
    'Spring launch page',
    'billing-sync',
    'churn-model',
    'ticket-archive',
  ]);
  expect(await first('shadow IT over $10k')).toEqual(['Boardly', 'Paperglide', 'Promptmill AI']);
});

test('an account that five systems write in five ways is one, and no two accounts are', async () => {
  const { graph } = await logIn('DEMO');
  const reply = z.object({
    entityType: z.object({
      records: z.object({ nodes: z.array(z.object({ members: z.object({ nodes: z.array(z.object({ key: z.string() })) }) })) }),
    }),
  });
  const query = '{ entityType(name: "Account") { records(first: 500) { nodes { members(first: 20) { nodes { key } } } } } }';
  const { entityType } = await graph(query, {}, reply);
  const found = entityType.records.nodes.map(({ members }) => members.nodes.map(({ key }) => key));
  const truth = sameAccounts(company);
  const pairs = (groups: Iterable<readonly unknown[]>): number => [...groups].reduce((n, { length }) => n + (length * (length - 1)) / 2, 0);
  const right = pairs(found.flatMap((keys) => [...Map.groupBy(keys, (key) => truth.get(key)).values()]));
  const wanted = pairs(Map.groupBy(found.flat(), (key) => truth.get(key)).values());
  expect(found.flat().filter((key) => !truth.has(key))).toEqual([]);
  expect(right / pairs(found)).toBeGreaterThanOrEqual(0.99);
  expect(right / wanted).toBeGreaterThanOrEqual(0.95);
  expect(await valueOf(graph, 'how many accounts')).toBe(found.length);
});

test('nothing of it is in the own workspace', async () => {
  const { graph } = await logIn('OWN');
  const counts = z.object({ connections: z.object({ totalCount: z.literal(0) }), entityTypes: z.object({ totalCount: z.literal(0) }) });
  await graph('{ connections { totalCount } entityTypes { totalCount } }', {}, counts);
  expect(await valueOf(graph, 'what is our MRR')).toEqual(expect.any(String));
});

test(
  'removed, it leaves no row in any table but that it is gone, and the own workspace is as it was',
  async () => {
    const own = await logIn('OWN');
    const { tenantId } = await logIn('DEMO');
    await t.settled();
    await own.graph(
      'mutation { deleteDemoWorkspace { ... on DemoDeleted { deleted } } }',
      {},
      z.object({ deleteDemoWorkspace: z.object({ deleted: z.literal(true) }) }),
    );
    const left = await t.system.database.unitOfWork(tenantId, async (unit) => {
      const tables = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'tenant_id'`.execute(unit.sql);
      const counted: [string, number][] = [];
      for (const { name } of tables.rows) {
        const { rows } = await sql<{ n: string }>`select count(*) as n from ${sql.id(name)} where tenant_id = ${tenantId}`.execute(
          unit.sql,
        );
        if (Number(rows[0]?.n) > 0) counted.push([name, Number(rows[0]?.n)]);
      }
      return counted;
    });
    // That it is gone stays known, so that nothing that is still under way writes behind it.
    expect(left).toEqual([['tenant_closure', 1]]);
    await expect(logIn('DEMO')).rejects.toThrow('token');
  },
  TIMEOUT_MS,
);
