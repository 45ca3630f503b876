import { z } from 'zod';
import { logIn } from '../../../cli/server/connect.ts';
import { waitFor } from '../../../cli/wait.ts';
import type { Product } from './product.ts';

const PATIENCE = { first: 100, longest: 500, total: 120_000 };

/** Branches, a map, a question and what follows it: as much as a page of a run can show. */
const ROUND = `name: evening-round
title: Evening round
description: Looks through what there is, in several ways at once, and asks before it tells anybody.
input:
  note: { type: STRING, description: Said besides., required: false, default: Nothing besides }
steps:
  - id: sides
    kind: PARALLEL
    title: Look from two sides
    branches:
      - id: sources
        steps:
          - { id: connections, kind: TOOL, title: Count connections, tool: graph.query, input: { query: "{ connections(first: 1) { totalCount } }" } }
      - id: work
        steps:
          - { id: runs, kind: TOOL, title: Count runs, tool: graph.query, input: { query: "{ runs(first: 1) { totalCount } }" } }
  - id: each
    kind: MAP
    title: Look at each
    dependsOn: [sides]
    over: [one, two, three]
    maxItems: 10
    steps:
      - { id: look, kind: TOOL, title: Look, tool: graph.query, input: { query: "{ agents(first: 1) { totalCount } }" } }
  - id: ask
    kind: APPROVAL
    title: Ask a person
    dependsOn: [each]
    intent: Tell everybody what was found this evening.
    evidence: { sides: "{{ steps.sides.output }}" }
    payload: { text: All is well }
  - id: tell
    kind: TOOL
    title: Tell everybody
    dependsOn: [ask]
    tool: notify
    input: { roles: [OWNER], title: "{{ steps.ask.output.payload.text }}", text: "{{ input.note }}" }
onFailure: STOP
`;
const BROKEN = `name: asks-in-vain
title: Asks in vain
description: Asks for something that there is not.
input: {}
steps:
  - { id: look, kind: TOOL, title: Look for nothing, tool: graph.query, input: { query: "{ nothingOfTheKind }" } }
onFailure: STOP
`;
const SCENARIO = { name: 'Small fleet', seed: 1, agents: { count: 10 }, workflows: { count: 12 }, faults: { rate: 0.2 } };

const idSchema = z.object({ id: z.string() });
const problems = `... on InputRefused { problems { code message } }`;
const startedSchema = z.object({ startWorkflow: z.object({ run: idSchema }) });
const agentsSchema = z.object({ agents: z.object({ nodes: z.array(z.object({ id: z.string(), pilot: z.string() })) }) });
const standSchema = z.object({ run: z.object({ status: z.string() }) });
const farmSchema = z.object({ runFarm: z.object({ farmRun: idSchema }) });
const farmStandSchema = z.object({ farmRun: z.object({ status: z.string() }) });
const budgetSchema = z.object({ saveBudget: z.object({ budget: idSchema }) });
const savedSchema = z.object({ saveWorkflow: z.object({ version: z.object({ version: z.number() }) }) });
const anything = z.record(z.string(), z.unknown());

/** Has agents of a fresh product work, so that every page of theirs has something to show. @returns the addresses to look at */
export async function agentsAtWork(product: Product): Promise<string[]> {
  const client = await logIn(product, product.dataFolder);
  const { agents } = await client.request(`{ agents(first: 10) { nodes { id pilot } } }`, {}, agentsSchema);
  const agentId = agents.nodes.find(({ pilot }) => pilot === 'DATAOPS')?.id ?? '';
  const save = async (text: string): Promise<void> => {
    const { saveWorkflow } = await client.request(
      `mutation Save($text: String!) { saveWorkflow(text: $text) { ... on WorkflowSaved { version { version } } ${problems} } }`,
      { text },
      savedSchema,
    );
    const variables = { workflow: /^name: (.+)$/m.exec(text)?.[1], version: saveWorkflow.version.version };
    await client.request(
      `mutation Publish($workflow: String!, $version: Int!) { publishWorkflow(workflow: $workflow, version: $version) { __typename ${problems} } }`,
      variables,
      anything,
    );
  };
  const start = async (workflow: string, mode: 'DRY' | 'LIVE', stand: string): Promise<string> => {
    const { startWorkflow } = await client.request(
      `mutation Start($input: StartWorkflowInput!) { startWorkflow(input: $input) { ... on RunChanged { run { id } } ${problems} } }`,
      { input: { workflow, agentId, mode } },
      startedSchema,
    );
    const { id } = startWorkflow.run;
    const stood = await waitFor(async () => {
      const { run } = await client.request(`query Stand($id: ID!) { run(id: $id) { status } }`, { id }, standSchema);
      return run.status === stand ? run.status : null;
    }, PATIENCE);
    if (stood === null) throw new Error(`the run of ${workflow} did not come to ${stand}`);
    return id;
  };
  await save(ROUND);
  await save(ROUND.replace('All is well', 'All is well as always'));
  await save(BROKEN);
  const { saveBudget } = await client.request(
    `mutation Budget($input: SaveBudgetInput!) { saveBudget(input: $input) { ... on BudgetSaved { budget { id } } ${problems} } }`,
    { input: { name: 'All agents', scope: 'TENANT', window: 'MONTH', limit: 200, tokenLimit: 1_000_000 } },
    budgetSchema,
  );
  const schedule = {
    name: 'Every evening',
    agentId,
    workflow: 'evening-round',
    timing: 'CRON',
    cron: '0 18 * * *',
    timeZone: 'Europe/Oslo',
  };
  await client.request(
    `mutation Schedule($input: SaveScheduleInput!) { saveSchedule(input: $input) { __typename ${problems} } }`,
    { input: schedule },
    anything,
  );
  const { runFarm } = await client.request(
    `mutation Farm($scenario: JSONObject!) { runFarm(scenario: $scenario) { ... on FarmStarted { farmRun { id } } ${problems} } }`,
    { scenario: SCENARIO },
    farmSchema,
  );
  const dry = await start('evening-round', 'DRY', 'SUCCEEDED');
  const waiting = await start('evening-round', 'LIVE', 'WAITING');
  const failed = await start('asks-in-vain', 'LIVE', 'FAILED');
  const farm = runFarm.farmRun.id;
  await waitFor(async () => {
    const { farmRun } = await client.request(`query Farm($id: ID!) { farmRun(id: $id) { status } }`, { id: farm }, farmStandSchema);
    return farmRun.status === 'RUNNING' ? null : farmRun.status;
  }, PATIENCE);
  const workflow = '/agents/workflows/evening-round';
  return [
    ...['', '/runs', '/fleet', '/workflows', '/schedules', '/findings', '/effects', '/budgets', '/farm', '/vitals'].map(
      (path) => `/agents${path}`,
    ),
    ...['', '&tab=graph', '&tab=history', '&tab=decisions', '&tab=effects', '&tab=result'].map((tab) => `/runs/${waiting}?step=tell${tab}`),
    `/runs/${dry}`,
    `/runs/${dry}?step=tell`,
    `/runs/${failed}?step=look`,
    ...['', '?tab=versions&from=1&to=2', '?tab=runs', '?start=live'].map((view) => `${workflow}${view}`),
    '/agents/workflows/new?start=approval',
    `/agents/fleet/${agentId}`,
    `/agents/budgets/${saveBudget.budget.id}`,
    '/agents/governance?tab=decisions',
    `/agents/schedules?edit=new&workflow=evening-round`,
    `/agents/farm/${farm}`,
  ];
}
