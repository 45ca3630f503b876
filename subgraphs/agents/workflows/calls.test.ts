import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { pilotIdOf } from '../agent/pilots.ts';
import type { Cost, Probed, ToolCall } from '../tools/tool.ts';
import { startTestWorkflows, toolStep, workflow, type TestWorkflows } from './workflows.testkit.ts';

const reported = z.object({ cost: z.custom<Cost>() });
let t: TestWorkflows;
const met: (string | undefined)[] = [];
/** What was found of a call that was cut off. */
let found: Probed = 'UNKNOWN';
beforeAll(async () => {
  t = await startTestWorkflows({
    echo: ({ input }) => ({ output: input }),
    goes: {
      goesOut: true,
      call: async ({ plane }: ToolCall) => {
        met.push(plane);
        return { output: 'there' };
      },
    },
    broken: () => {
      throw new Error('never');
    },
    costly: {
      estimate: () => ({ tokens: 0, micros: 100 }),
      call: async ({ input }: ToolCall) => ({ output: null, cost: reported.parse(input).cost }),
    },
    // Two of it are within the dollar that an agent may spend on a run.
    dear: { estimate: () => ({ tokens: 0, micros: 400_000 }), call: async () => ({ output: null }) },
    cut: {
      effect: 'OUTSIDE',
      call: async () => {
        throw new Error('the line went dead');
      },
      probe: async () => found,
    },
  });
});
afterAll(() => t[Symbol.asyncDispose]());

test('the fabric plane of a step is told to a tool that goes out, and no other tool takes one', async () => {
  const viewer = await t.newTenant();
  await t.publish(viewer, workflow('goes', [toolStep('go', 'goes', { plane: 'Kong' })]));
  await t.publish(viewer, workflow('stays', [toolStep('stay', 'echo', { plane: 'Kong' })]));
  await t.until(viewer, await t.start(viewer, 'goes'), 'SUCCEEDED');
  expect(met).toEqual(['Kong']);
  const stayed = await t.until(viewer, await t.start(viewer, 'stays'), 'FAILED');
  expect(stayed.steps[0]).toMatchObject({ status: 'FAILED', problemCode: 'TOOL_CALLS_NOBODY' });
});

test('a call that was cut off and is found to be done is not done again, and its step hands on what was found', async () => {
  const viewer = await t.newTenant();
  found = { done: { order: 7 } };
  await t.publish(
    viewer,
    workflow('found', [toolStep('send', 'cut'), toolStep('tell', 'echo', { input: '{{steps.send.output.order}}', dependsOn: ['send'] })]),
  );
  const id = await t.start(viewer, 'found');
  const run = await t.until(viewer, id, 'SUCCEEDED');
  expect(run.steps.map(({ output }) => output)).toEqual([{ order: 7 }, 7]);
  expect(t.calls.filter(({ key }) => key.startsWith(id) && key.endsWith('send'))).toHaveLength(1);
});

test('a tool that uses more than was set aside is counted as it says, the budget lets nothing more through, and nonsense counts as what was set aside', async () => {
  const viewer = await t.newTenant();
  const save = `mutation ($input: SaveBudgetInput!) { saveBudget(input: $input) { __typename } }`;
  const budget = { name: 'All', scope: 'TENANT', window: 'TOTAL', limit: 0.001 };
  expect(await t.ask(viewer, save, { input: budget })).toEqual({ saveBudget: { __typename: 'BudgetSaved' } });
  const pays = (id: string, cost: unknown, after: readonly string[] = []): object =>
    toolStep(id, 'costly', { input: { cost }, dependsOn: after });
  const steps = [
    pays('nonsense', { tokens: -5, micros: -1_000_000 }),
    pays('over', { tokens: 3, micros: 950 }, ['nonsense']),
    pays('more', { tokens: 0, micros: 1 }, ['over']),
  ];
  await t.publish(viewer, workflow('pays', steps));
  const run = await t.until(viewer, await t.start(viewer, 'pays'), 'FAILED');
  expect(run.steps.map(({ status, problemCode }) => [status, problemCode])).toEqual([
    ['SUCCEEDED', null],
    ['SUCCEEDED', null],
    ['FAILED', 'BUDGET_EXHAUSTED'],
  ]);
  const { ledger } = await t.ask<{ ledger: { nodes: { path: string; over: boolean; spent: number; spentTokens: number }[] } }>(
    viewer,
    'query ($id: ID!) { ledger(runId: $id) { nodes { path over spent spentTokens } } }',
    { id: run.id },
  );
  expect(ledger.nodes.toSorted((a, b) => a.spent - b.spent)).toEqual([
    { path: 'nonsense', over: false, spent: 0.0001, spentTokens: 0 },
    { path: 'over', over: true, spent: 0.00095, spentTokens: 3 },
  ]);
});

test('steps side by side never come to more than their agent may spend on a run', async () => {
  const viewer = await t.newTenant();
  const side = (id: string): object => toolStep(id, 'dear', { onError: 'SKIP' });
  await t.publish(viewer, workflow('side', ['a', 'b', 'c', 'd', 'e', 'f'].map(side)));
  const { steps } = await t.until(viewer, await t.start(viewer, 'side'), 'SUCCEEDED');
  expect(steps.map(({ problemCode }) => problemCode ?? 'none').toSorted()).toEqual([
    'RUN_COST_LIMIT', 'RUN_COST_LIMIT', 'RUN_COST_LIMIT', 'RUN_COST_LIMIT', 'none', 'none',
  ]); // prettier-ignore
});

test('what became of calls is told for each tool, by what its steps came to', async () => {
  const [viewer, stranger] = [await t.newTenant(), await t.newTenant()];
  await t.publish(
    viewer,
    workflow('calls', [toolStep('one', 'echo'), toolStep('two', 'echo'), toolStep('bad', 'broken', { onError: 'SKIP' })]),
  );
  const { id, steps } = await t.until(viewer, await t.start(viewer, 'calls'), 'SUCCEEDED');
  const tools = new Map([['one', 'echo'], ['two', 'echo'], ['bad', 'broken']]); // prettier-ignore
  await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
    for (const { key } of steps)
      for (const [action, at] of [
        [tools.get(key), '2026-01-01'],
        ['undo', '2026-01-02'],
      ] as const)
        await sql`insert into governance_decision
            (id, tenant_id, agent_id, run_id, path, action, complexity, verdict, rule, reason, version, findings, decided_at)
          values (${randomUUID()}, ${viewer.tenantId}, ${pilotIdOf(viewer.tenantId, 'DATAOPS')}, ${id}, ${key}, ${action}, 1, 'EXECUTE', 'test',
            'test', 1, '[]', ${at})`.execute(unit.sql);
  });
  const query = '{ agentVitals(window: HOUR) { functions { tool calls failed tokens cost medianSeconds p95Seconds } } }';
  const told = (of: typeof viewer) => t.ask<{ agentVitals: { functions: object[] } }>(of, query);
  const nothing = { tokens: 0, cost: 0, medianSeconds: expect.any(Number) as number, p95Seconds: expect.any(Number) as number };
  expect((await told(viewer)).agentVitals.functions).toEqual([
    { tool: 'echo', calls: 2, failed: 0, ...nothing },
    { tool: 'broken', calls: 1, failed: 1, ...nothing },
  ]);
  expect((await told(stranger)).agentVitals.functions).toEqual([]);
});
