import { afterAll, beforeAll, expect, test } from 'vitest';
import { pilotIdOf } from '../subgraphs/agents/agent/pilots.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { STARTERS } from '../web/src/features/workflows/starters.ts';
import { eventually } from './testkit/eventually.ts';
import { type GraphCompany, openGraphCompany } from './testkit/graph-company.ts';

const TIMEOUT_MS = 120_000;

let company: GraphCompany;
beforeAll(async () => {
  company = await openGraphCompany();
}, TIMEOUT_MS);
afterAll(() => company[Symbol.asyncDispose]());

interface Run {
  status: string;
  problem: string | null;
  steps: { key: string; status: string; problem: string | null; approval: { id: string; status: string } | null }[];
}
const RUN = 'query ($id: ID!) { run(id: $id) { status problem steps { key status problem approval { id status } } } }';
const SAVE = `mutation ($text: String!) { saveWorkflow(text: $text) {
  ... on WorkflowSaved { workflow { name } version { version } } ... on InputRefused { problems { code field message } } } }`;
const PUBLISH = 'mutation ($name: String!, $version: Int!) { publishWorkflow(workflow: $name, version: $version) { __typename } }';
const START = `mutation ($input: StartWorkflowInput!) { startWorkflow(input: $input) {
  ... on RunChanged { run { id } } ... on InputRefused { problems { code message } } } }`;
const DECIDE = 'mutation ($id: ID!) { decideApproval(id: $id, decision: APPROVE) { __typename } }';

async function started(viewer: UserViewer, text: string, mode: 'LIVE' | 'DRY'): Promise<string> {
  const { saveWorkflow } = await company.ask<{ saveWorkflow: { workflow: { name: string }; version: { version: number } } }>(viewer, SAVE, {
    text,
  });
  expect(saveWorkflow).toMatchObject({ workflow: {} });
  const { name } = saveWorkflow.workflow;
  const { version } = saveWorkflow.version;
  if (mode === 'LIVE') await company.ask(viewer, PUBLISH, { name, version });
  const input = { workflow: name, version, agentId: pilotIdOf(viewer.tenantId, 'DATAOPS'), mode };
  const { startWorkflow } = await company.ask<{ startWorkflow: { run: { id: string } } }>(viewer, START, { input });
  expect(startWorkflow).toMatchObject({ run: {} });
  return startWorkflow.run.id;
}

/** Waits for the end of a run, and agrees to whatever it asks. */
async function ended(viewer: UserViewer, id: string): Promise<Run> {
  const read = async (): Promise<Run> => (await company.ask<{ run: Run }>(viewer, RUN, { id })).run;
  await eventually('the run ends', async () => {
    const run = await read();
    for (const { approval } of run.steps) if (approval?.status === 'PENDING') await company.ask(viewer, DECIDE, { id: approval.id });
    return run.status !== 'RUNNING' && run.status !== 'WAITING';
  });
  return read();
}

test.each(STARTERS)('the text “$label” to begin with can be rehearsed and runs to its end', { timeout: TIMEOUT_MS }, async ({ text }) => {
  const viewer = await company.t.newTenant();
  await company.ask(viewer, '{ agents { totalCount } }');
  for (const mode of ['DRY', 'LIVE'] as const) {
    const { status, problem, steps } = await ended(viewer, await started(viewer, text, mode));
    expect({ mode, status, problem, steps: steps.map(({ status: of }) => of) }).toEqual({
      mode, status: 'SUCCEEDED', problem: null, steps: steps.map(() => 'SUCCEEDED'),
    }); // prettier-ignore
  }
});
