import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pilotIdOf } from '../subgraphs/agents/agent/pilots.ts';
import { agentsEntities } from '../subgraphs/agents/entities.ts';
import { createAgents } from '../subgraphs/agents/index.ts';
import { insightsEntities } from '../subgraphs/insights/entities.ts';
import { createInsights } from '../subgraphs/insights/index.ts';
import { openIdempotency } from '../subgraphs/kernel/idempotency/idempotency.ts';
import { type ModelRequest, type StandInModel, startStandInModel } from '../subgraphs/kernel/llm/model.testkit.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from './testkit/eventually.ts';
import { startTestGateway } from './testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

/** The agents, the company's model and the door between them; the model's service is a stand-in. */
let t: TestSystem;
let service: StandInModel;
const opened = new AsyncDisposableStack();
beforeAll(async () => {
  t = opened.use(
    await startTestSystem([
      { create: createAgents, entities: agentsEntities },
      { create: createInsights, entities: insightsEntities },
    ]),
  );
  const { database, logger, secrets } = t.system;
  const idempotency = opened.adopt(openIdempotency({ database, vault: secrets.vault, logger, receipts: true }), (open) => open.close());
  opened.use(await startTestGateway(t, 'http', {}, { idempotency }));
  service = opened.use(await startStandInModel(() => ({ kind: 'STATUS', status: 500 })));
});
afterAll(() => opened.disposeAsync());
beforeEach(() => {
  service.asked.length = 0;
});

async function ask<Data>(subgraph: 'agents' | 'insights', viewer: UserViewer, query: string, variables: object = {}): Promise<Data> {
  const { data, errors } = await t.graph(subgraph, query, { ...variables }, viewer);
  expect(errors).toBeUndefined();
  return data as Data;
}

const SET = 'mutation ($input: ModelProviderInput!) { setModelProvider(input: $input) { __typename } }';
async function withModel(act: StandInModel['act']): Promise<UserViewer> {
  const viewer = await t.newTenant();
  service.act = act;
  const input = { baseUrl: service.baseUrl, models: ['large'], apiKey: 'sk-secret', inputPrice: 1, outputPrice: 4 };
  expect(await ask('insights', viewer, SET, { input })).toEqual({ setModelProvider: { __typename: 'ModelProviderSet' } });
  return viewer;
}

interface Shown {
  id: string;
  status: string;
  output: Record<string, unknown> | null;
  steps: { key: string; status: string; output: unknown; problemCode: string | null; approval: { id: string; evidence: unknown } | null }[];
}
const RUN = 'query ($id: ID!) { run(id: $id) { id status output steps { key status output problemCode approval { id evidence } } } }';
const START = `mutation ($input: StartWorkflowInput!) { startWorkflow(input: $input) {
  ... on RunChanged { run { id } } ... on InputRefused { problems { code field } } } }`;

async function start(viewer: UserViewer, workflow: string, input: object): Promise<string> {
  const started = await ask<{ startWorkflow: { run?: { id: string } } }>('agents', viewer, START, {
    input: { id: randomUUID(), workflow, agentId: pilotIdOf(viewer.tenantId, 'FINOPS'), input },
  });
  expect(started).toMatchObject({ startWorkflow: { run: {} } });
  return started.startWorkflow.run?.id ?? '';
}
async function until(viewer: UserViewer, id: string, status: string): Promise<Shown> {
  let shown: Shown | null = null;
  const look = async (): Promise<boolean> => {
    shown = (await ask<{ run: Shown }>('agents', viewer, RUN, { id })).run;
    return shown.status === status;
  };
  await eventually(`the run is ${status}`, look, 60_000).catch((error: unknown) => {
    throw new Error(`${String(error)}: ${JSON.stringify(shown)}`);
  });
  return (await ask<{ run: Shown }>('agents', viewer, RUN, { id })).run;
}
const stepOf = ({ steps }: Shown, key: string) => steps.find((step) => step.key === key);
async function approve(viewer: UserViewer, run: Shown, key: string): Promise<void> {
  const decide = 'mutation ($id: ID!) { decideApproval(id: $id, decision: APPROVE) { __typename } }';
  const { decideApproval } = await ask<{ decideApproval: { __typename: string } }>('agents', viewer, decide, {
    id: stepOf(run, key)?.approval?.id,
  });
  expect(decideApproval.__typename).toBe('ApprovalDecided');
}

const FINDING = {
  finding: randomUUID(),
  title: 'Boardly is not planned',
  action: 'TICKET',
  intent: 'Ask Finance about Boardly',
  payload: { title: 'Boardly', text: 'Who uses it?' },
  evidence: { detail: 'Boardly costs $400 a month and is in no budget; asked by anna.berg@example.com.' },
};
const LEDGER = '{ ledger { nodes { state spent spentTokens run { id } } } }';

test('a pilot’s model explains a finding to whoever decides: through the door, paid from its budgets, and nobody is named to it', async () => {
  const viewer = await withModel(() => ({ kind: 'WRITE', text: '{"text":"It is in no budget, so a ticket makes sense."}' }));
  const id = await start(viewer, 'act-on-finding', FINDING);
  const run = await until(viewer, id, 'WAITING');
  expect(stepOf(run, 'ask')?.approval?.evidence).toMatchObject({ explanation: 'It is in no budget, so a ticket makes sense.' });
  expect(service.asked).toHaveLength(1);
  expect(JSON.stringify(service.asked)).toContain('Boardly costs $400');
  expect(JSON.stringify(service.asked)).not.toContain('anna.berg');
  const { ledger } = await ask<{ ledger: { nodes: object[] } }>('agents', viewer, LEDGER);
  // 90 read and 10 written, at 1 and 4 dollars for a million.
  expect(ledger.nodes).toEqual([{ state: 'SETTLED', spent: 0.00013, spentTokens: 100, run: { id } }]);
});

test.each<[string, StandInModel['act'], string]>([
  ['refuses', () => ({ kind: 'REFUSE', text: 'No.' }), 'MODEL_REFUSED'],
  ['writes something else', () => ({ kind: 'WRITE', text: '{"words":1}' }), 'MODEL_INVALID'],
  ['is away', () => ({ kind: 'STATUS', status: 503 }), 'MODEL_UNREACHABLE'],
  ['does not know the key', () => ({ kind: 'STATUS', status: 401 }), 'MODEL_REJECTED'],
])('a model that %s holds nobody up: people are asked without it', async (_name, act, code) => {
  const viewer = await withModel(act);
  const run = await until(viewer, await start(viewer, 'act-on-finding', FINDING), 'WAITING');
  expect(stepOf(run, 'explain')?.problemCode).toBe(code);
  expect(stepOf(run, 'ask')?.approval?.evidence).toMatchObject({ explanation: null });
});

test('without a model, and with a budget of nothing, people are asked without it, and nothing is asked of anybody', async () => {
  const viewer = await t.newTenant();
  const without = await until(viewer, await start(viewer, 'act-on-finding', FINDING), 'WAITING');
  expect(stepOf(without, 'explain')).toMatchObject({ status: 'SUCCEEDED', output: { text: null } });
  const poor = await withModel(() => ({ kind: 'WRITE', text: '{"text":"x"}' }));
  const save = 'mutation ($input: SaveBudgetInput!) { saveBudget(input: $input) { __typename } }';
  await ask('agents', poor, save, { input: { name: 'None', scope: 'TENANT', window: 'MONTH', limit: 0 } });
  const run = await until(poor, await start(poor, 'act-on-finding', FINDING), 'WAITING');
  expect(stepOf(run, 'explain')?.problemCode).toBe('BUDGET_EXHAUSTED');
  expect(service.asked).toEqual([]);
});

test('agents have a model write by a step for it alone: no other mutation does, for nothing is set aside for it', async () => {
  const viewer = await withModel(() => ({ kind: 'WRITE', text: '{}' }));
  const mutation = 'mutation { sly: completePrompt(input: { instructions: "a", text: "b", form: {} }) { __typename } }';
  const text = JSON.stringify({
    name: 'sly',
    title: 'Sly',
    steps: [{ id: 'do', kind: 'TOOL', tool: 'graph.mutate', input: { mutation } }],
  });
  await ask('agents', viewer, 'mutation ($text: String!) { saveWorkflow(text: $text) { __typename } }', { text });
  await ask('agents', viewer, 'mutation { publishWorkflow(workflow: "sly", version: 1) { __typename } }');
  const run = await until(viewer, await start(viewer, 'sly', {}), 'FAILED');
  expect(stepOf(run, 'do')?.problemCode).toBe('TOOL_INPUT_INVALID');
  expect(service.asked).toEqual([]);
});

const PLAN = {
  name: 'plan-renewals',
  title: 'Ask about renewals',
  description: 'Opens a ticket for Finance.',
  steps: [
    { id: 'look', kind: 'TOOL', tool: 'graph.query', input: { query: '{ agents { totalCount } }' } },
    { id: 'ticket', kind: 'TOOL', tool: 'open-ticket', dependsOn: ['look'], input: { title: 'Renewals', text: 'Look.' } },
  ],
};
const planned = (workflow: object): ReturnType<StandInModel['act']> => ({
  kind: 'WRITE',
  text: JSON.stringify({ workflow, why: 'It asks whoever knows.' }),
});
const GOAL = { goal: 'No renewal comes as a surprise' };

test('a pilot plans with its model: what does not hold is corrected, a person agrees, and it can be run', async () => {
  const faulty = { ...PLAN, steps: [{ ...PLAN.steps[0], tool: 'shell.run' }, PLAN.steps[1]] };
  const viewer = await withModel((_request: ModelRequest, times) => planned(times === 1 ? faulty : PLAN));
  const id = await start(viewer, 'plan', GOAL);
  const asked = await until(viewer, id, 'WAITING');
  expect(stepOf(asked, 'check')?.output).toMatchObject({
    ok: false,
    problems: ['steps[0].tool: “shell.run” is none of the tools that are listed.'],
  });
  expect(service.asked).toHaveLength(2);
  expect(service.asked[1]?.messages[1]?.content).toContain('shell.run');
  expect(stepOf(asked, 'ask')?.approval?.evidence).toMatchObject({ goal: GOAL.goal, steps: ['Look: graph.query', 'Ticket: open-ticket'] });
  await approve(viewer, asked, 'ask');
  const done = await until(viewer, id, 'SUCCEEDED');
  expect(done.output).toMatchObject({ planned: true, decision: 'APPROVED', workflow: 'plan-renewals', version: 1, problems: [] });
  const query = '{ workflow(name: "plan-renewals") { title published { version } } }';
  expect(await ask('agents', viewer, query)).toEqual({ workflow: { title: 'Ask about renewals', published: { version: 1 } } });
});

test('a plan that never holds is told with what is wrong, and nobody is asked about it', async () => {
  const viewer = await withModel(() => planned({ ...PLAN, name: 'act-on-finding' }));
  const run = await until(viewer, await start(viewer, 'plan', GOAL), 'SUCCEEDED');
  expect(run.output).toMatchObject({ planned: false, workflow: null, problems: ['name: A plan is called plan-<something>.'] });
  expect(stepOf(run, 'ask')?.status).toBe('SKIPPED');
});

test('without a model nothing is planned, and the playbook that needs none is named', async () => {
  const viewer = await t.newTenant();
  const run = await until(viewer, await start(viewer, 'plan', GOAL), 'SUCCEEDED');
  expect(run.output).toMatchObject({ planned: false, problems: ['No language model wrote a plan.'], playbook: 'finops-sweep' });
  expect(service.asked).toEqual([]);
});
