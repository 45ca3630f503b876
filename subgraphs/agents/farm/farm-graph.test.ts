import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, startTestAgents, type TestAgents } from '../agents-graph.testkit.ts';
import { packagePath } from '../../kernel/config/package-folder.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { readScenario } from './scenario/read-scenario.ts';

let t: TestAgents;
beforeAll(async () => {
  t = await startTestAgents();
});
afterAll(() => t[Symbol.asyncDispose]());

interface Started {
  runFarm: { farmRun?: { id: string; status: string; total: number }; problems?: { code: string; message: string }[] };
}
const RUN = `mutation ($scenario: JSONObject!) { runFarm(scenario: $scenario) {
  ... on FarmStarted { farmRun { id status done total } } ... on InputRefused { problems { code field message } } } }`;
const LOOK = `query ($id: ID!) { farmRun(id: $id) { status done total verdict foretold agrees seed report scenario finishedAt startedBy { id } run { status } } }`;
const SCENARIO = { name: 'Ten of them', seed: 3, agents: { count: 5 }, workflows: { count: 10 }, faults: { rate: 0.3 } };

test('a stress test runs as a durable run, and everybody of the company reads what it came to; nobody else', async () => {
  const viewer = await t.newTenant();
  const { runFarm } = await ask<Started>(t, viewer, RUN, { scenario: SCENARIO });
  const id = runFarm.farmRun?.id ?? '';
  expect(runFarm.farmRun).toMatchObject({ status: 'RUNNING', total: 10 });
  const look = async (who: UserViewer) => (await ask<{ farmRun: Record<string, unknown> | null }>(t, who, LOOK, { id })).farmRun;
  await expect.poll(async () => (await look(viewer))?.['status'], { timeout: 60_000 }).toBe('FINISHED');
  const over = await look(viewer);
  expect(over).toMatchObject({ done: 10, total: 10, agrees: true, seed: 3, verdict: over?.['foretold'], startedBy: { id: viewer.userId } });
  expect(over?.['report']).toMatchObject({ scenario: 'Ten of them', runs: { total: 10, stuck: 0, different: 0 } });
  expect(readScenario(over?.['scenario'])).toEqual({ kind: 'READ', scenario: over?.['scenario'] });
  const reader: UserViewer = { ...viewer, userId: randomUUID(), role: 'VIEWER' };
  expect(await look(reader)).toMatchObject({ status: 'FINISHED' });
  expect((await t.graph('agents', RUN, { scenario: SCENARIO }, reader)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const stranger = await t.newTenant();
  expect(await look(stranger)).toBeNull();
  const list = '{ farmRuns { totalCount nodes { id } } }';
  expect(await ask(t, stranger, list)).toEqual({ farmRuns: { totalCount: 0, nodes: [] } });
  expect(await ask(t, viewer, list)).toEqual({ farmRuns: { totalCount: 1, nodes: [{ id }] } });
});

test('a scenario that names what is not there is refused with its places', async () => {
  const viewer = await t.newTenant();
  const scenario = { ...SCENARIO, faults: { rate: 2, kinds: ['EARTHQUAKE'] } };
  const { runFarm } = await ask<Started>(t, viewer, RUN, { scenario });
  expect(runFarm.problems?.map(({ code, message }) => `${code} ${message}`)).toEqual([
    expect.stringMatching(/^FARM_SCENARIO_INVALID faults\.rate: /u),
    expect.stringMatching(/^FARM_SCENARIO_INVALID faults\.kinds\[0\]: There is no fault "EARTHQUAKE"; there are /u),
  ]);
});

test('a server without an executor to spare says so, and rehearses', async () => {
  const viewer = await t.newTenant();
  const { runFarm } = await ask<Started>(t, viewer, RUN, { scenario: { ...SCENARIO, form: 'EXECUTOR' } });
  expect(runFarm.problems?.map(({ code, message }) => `${code} ${message}`)).toEqual([
    'FARM_SCENARIO_INVALID form: This server has rehearsals only.',
  ]);
});

test.each(['small', 'medium', 'large'])('the example %s can be run', (name) => {
  expect(readScenario(JSON.parse(readFileSync(packagePath('examples', 'farm', `${name}.json`), 'utf8'))).kind).toBe('READ');
});
