import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type List, type TestAgents, ask, PAGE, startTestAgents } from '../agents-graph.testkit.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { pilotIdOf } from '../agent/pilots.ts';
import type { Spend } from './budgets.ts';
import { Ledger } from './ledger.ts';

let t: TestAgents;
beforeAll(async () => {
  t = await startTestAgents();
});
afterAll(() => t[Symbol.asyncDispose]());

const USAGE = `startsAt endsAt spent reserved left spentTokens leftTokens share marks forecast { spent share basis } agent { pilot } run { id }`;
const SAVE = `mutation ($input: SaveBudgetInput!) { saveBudget(input: $input) {
  ... on BudgetSaved { budget { id name scope window timeZone limit tokenLimit onReaching enabled version agent { pilot } usage { ${USAGE} } } }
  ... on InputRefused { problems { code field } } } }`;

interface Saved {
  budget?: Record<string, unknown> & { id: string; version: number };
  problems?: { code: string; field: string | null }[];
}
const input = (over: object = {}): object => ({ name: 'All agents', scope: 'TENANT', window: 'MONTH', limit: 10, ...over });

async function save(viewer: UserViewer, over: object = {}): Promise<Saved> {
  return (await ask<{ saveBudget: Saved }>(t, viewer, SAVE, { input: input(over) })).saveBudget;
}

function spend(viewer: UserViewer, key: string, micros: number, runId: string = randomUUID()): Spend {
  return { key, agentId: pilotIdOf(viewer.tenantId, 'FINOPS'), runId, path: 'step', cost: { micros, tokens: 10 } };
}

async function spent(viewer: UserViewer, ...spends: Spend[]): Promise<void> {
  const ledger = new Ledger(() => new Date());
  for (const each of spends)
    await t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      await ledger.reserve(unit, each);
      await ledger.settle(unit, each);
    });
}

test('a budget is made, changed and removed; a change of somebody else is not overwritten', async () => {
  const viewer = await t.newTenant();
  const { budget } = await save(viewer, { timeZone: 'Europe/Oslo' });
  expect(budget).toMatchObject({ limit: 10, tokenLimit: null, onReaching: 'BLOCK', enabled: true, version: 1, timeZone: 'Europe/Oslo' });
  expect(budget?.['usage']).toMatchObject({ spent: 0, reserved: 0, left: 10, share: 0, marks: [], forecast: null });
  const changed = { id: budget?.id, expectedVersion: 1, limit: 12.5, onReaching: 'WARN' };
  const [one, other] = await Promise.all([save(viewer, changed), save(viewer, changed)]);
  expect([one.budget?.version ?? 0, other.budget?.version ?? 0].toSorted((a, b) => a - b)).toEqual([0, 2]);
  expect([...(one.problems ?? []), ...(other.problems ?? [])]).toEqual([{ code: 'BUDGET_CHANGED_MEANWHILE', field: 'expectedVersion' }]);
  const remove = 'mutation ($id: ID!) { removeBudget(id: $id) { ... on BudgetRemoved { id } ... on InputRefused { problems { code } } } }';
  expect(await ask(t, viewer, remove, { id: budget?.id })).toEqual({ removeBudget: { id: budget?.id } });
  expect(await ask(t, viewer, remove, { id: budget?.id })).toEqual({ removeBudget: { problems: [{ code: 'BUDGET_UNKNOWN' }] } });
});

test('what cannot be a budget is refused with what has to be corrected', async () => {
  const viewer = await t.newTenant();
  const refused = async (over: object): Promise<unknown> => (await save(viewer, over)).problems;
  expect(await refused({ name: ' ' })).toEqual([{ code: 'BUDGET_NAME_INVALID', field: 'name' }]);
  expect(await refused({ limit: null })).toEqual([{ code: 'BUDGET_WITHOUT_LIMIT', field: 'limit' }]);
  expect(await refused({ limit: -0.01 })).toEqual([{ code: 'BUDGET_LIMIT_INVALID', field: 'limit' }]);
  expect(await refused({ tokenLimit: 1.5 })).toEqual([{ code: 'BUDGET_LIMIT_INVALID', field: 'tokenLimit' }]);
  expect(await refused({ scope: 'RUN' })).toEqual([{ code: 'BUDGET_SCOPE_INVALID', field: 'window' }]);
  expect(await refused({ agentId: pilotIdOf(viewer.tenantId, 'FINOPS') })).toEqual([{ code: 'BUDGET_SCOPE_INVALID', field: 'agentId' }]);
  expect(await refused({ scope: 'AGENT', agentId: randomUUID() })).toEqual([{ code: 'BUDGET_SCOPE_INVALID', field: 'agentId' }]);
  for (const timeZone of ['Mars/Base', '+02:00', ''])
    expect(await refused({ timeZone })).toEqual([{ code: 'BUDGET_ZONE_UNKNOWN', field: 'timeZone' }]);
  expect(await refused({ id: randomUUID() })).toEqual([{ code: 'BUDGET_UNKNOWN', field: 'id' }]);
});

test('a budget of nothing is one', async () => {
  const viewer = await t.newTenant();
  expect((await save(viewer, { limit: 0 })).budget).toMatchObject({ limit: 0, usage: { left: 0, share: 0 } });
});

test('how a budget stands is told, with each agent’s or run’s part, the fullest first', async () => {
  const viewer = await t.newTenant();
  await ask(t, viewer, '{ agents { totalCount } }');
  await save(viewer, { name: 'Company', window: 'TOTAL', limit: 100, tokenLimit: 1_000 });
  await save(viewer, { name: 'Each run', scope: 'RUN', window: 'TOTAL', limit: 8 });
  await save(viewer, { name: 'FinOps', scope: 'AGENT', agentId: pilotIdOf(viewer.tenantId, 'FINOPS'), window: 'DAY', limit: 40 });
  const [small, large] = [randomUUID(), randomUUID()];
  await spent(viewer, spend(viewer, 'a', 2_000_000, small), spend(viewer, 'b', 5_000_000, large), spend(viewer, 'c', 1_500_000, large));
  const { budgets } = await ask<{ budgets: List<{ name: string; usage: object; usages: List<{ spent: number }> }> }>(
    t,
    viewer,
    `{ budgets { ${PAGE} nodes { name usage { ${USAGE} } usages { ${PAGE} nodes { spent share } } } } }`,
  );
  expect(budgets.nodes).toMatchObject([
    { name: 'Company', usage: { spent: 8.5, left: 91.5, spentTokens: 30, leftTokens: 970, marks: [] }, usages: { totalCount: 1 } },
    {
      name: 'Each run',
      usage: { spent: 6.5, marks: [50, 75] },
      usages: { totalCount: 2, nodes: [{ spent: 6.5, share: 0.8125 }, { spent: 2 }] },
    },
    { name: 'FinOps', usage: { spent: 8.5, left: 31.5, agent: { pilot: 'FINOPS' } } },
  ]);
  const page =
    'query ($id: ID!, $after: String) { budget(id: $id) { usages(first: 1, after: $after) { nodes { spent } pageInfo { endCursor hasNextPage } } } }';
  const { budgets: named } = await ask<{ budgets: List<{ id: string }> }>(t, viewer, '{ budgets { nodes { id } } }');
  interface Paged {
    budget: { usages: { nodes: object[]; pageInfo: { endCursor: string; hasNextPage: boolean } } };
  }
  const first = await ask<Paged>(t, viewer, page, { id: named.nodes[1]?.id });
  const second = await ask<Paged>(t, viewer, page, { id: named.nodes[1]?.id, after: first.budget.usages.pageInfo.endCursor });
  expect([first.budget.usages.nodes, second.budget.usages.nodes]).toEqual([[{ spent: 6.5 }], [{ spent: 2 }]]);
});

test('the ledger tells what was spent step by step, and of whom', async () => {
  const viewer = await t.newTenant();
  await ask(t, viewer, '{ agents { totalCount } }');
  const { budget } = await save(viewer);
  const runId = randomUUID();
  await spent(viewer, spend(viewer, 'a', 1_000_000, runId), spend(viewer, 'b', 2_000_000));
  const query = `query ($budgetId: ID, $runId: ID, $state: LedgerState) { ledger(budgetId: $budgetId, runId: $runId, state: $state) {
    ${PAGE} nodes { id state path reserved spent spentTokens over settledAt agent { pilot } run { id } } } }`;
  const read = async (of: object): Promise<string[]> =>
    (await ask<{ ledger: List<{ id: string }> }>(t, viewer, query, { ...of })).ledger.nodes.map(({ id }) => id);
  expect((await read({})).toSorted()).toEqual(['a', 'b']);
  expect(await read({ runId })).toEqual(['a']);
  expect((await read({ budgetId: budget?.id })).toSorted()).toEqual(['a', 'b']);
  expect(await read({ budgetId: randomUUID() })).toEqual([]);
  expect(await read({ budgetId: 'none' })).toEqual([]);
  expect(await read({ state: 'RESERVED' })).toEqual([]);
  const { ledger } = await ask<{ ledger: List<object> }>(t, viewer, query, { runId });
  expect(ledger.nodes).toMatchObject([
    { state: 'SETTLED', reserved: 1, spent: 1, spentTokens: 10, over: false, agent: { pilot: 'FINOPS' } },
  ]);
});

test('only owners and admins say what may be spent', async () => {
  const owner = await t.newTenant();
  for (const role of ['OPERATOR', 'ANALYST', 'VIEWER'] as const) {
    const { errors } = await t.graph('agents', SAVE, { input: input() }, { ...owner, role });
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  }
});
