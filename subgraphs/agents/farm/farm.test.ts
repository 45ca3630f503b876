import { expect, test } from 'vitest';
import { readScenario } from './scenario/read-scenario.ts';
import type { Scenario } from './scenario/scenario.ts';
import { FAULTS, SHAPES } from './scenario/scenario.ts';
import { foretell, reportOn, rehearse, type FarmCase, type FarmReport } from './run-farm.ts';

function scenario(document: Readonly<Record<string, unknown>>): Scenario {
  const read = readScenario({ name: 'test', seed: 1, agents: { count: 10 }, workflows: { count: 12 }, ...document });
  if (read.kind === 'FAULTY') throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

async function run(of: Scenario): Promise<{ report: FarmReport; cases: readonly FarmCase[] }> {
  const foretold = foretell(of);
  const cases: FarmCase[] = [];
  for await (const each of rehearse(of, foretold)) cases.push(each);
  return { report: reportOn(of, foretold, cases), cases };
}

test.each([1, 2, 3])(
  '100 agents, 50 workflows, every second call with a fault: every run equals the oracle, twice the same (seed %i)',
  async (seed) => {
    const large = scenario({ seed, agents: { count: 100 }, workflows: { count: 50, size: 8 }, faults: { rate: 0.5 } });
    const first = await run(large);
    expect(
      first.cases.flatMap(({ workflow, differences }) =>
        differences.map((difference) => `${workflow.id} ${workflow.shape}: ${difference}`),
      ),
    ).toEqual([]);
    expect(first.report).toMatchObject({ agrees: true, verdict: first.report.foretold, runs: { total: 50, stuck: 0, different: 0 } });
    const second = await run(large);
    expect(second.report).toEqual(first.report);
    expect(second.cases.map(({ schedule }) => [...schedule])).toEqual(first.cases.map(({ schedule }) => [...schedule]));
  },
);

test.each(FAULTS)('%s is really done, at every shape, and comes to what the oracle says', async (kind) => {
  const { report, cases } = await run(scenario({ workflows: { count: 60, shapes: [...SHAPES] }, faults: { rate: 0.3, kinds: [kind] } }));
  expect(
    cases.flatMap(({ workflow, differences }) => differences.map((difference) => `${workflow.id} ${workflow.shape}: ${difference}`)),
  ).toEqual([]);
  expect(report.faults.find((fault) => fault.kind === kind)?.tookEffect).toBeGreaterThan(20);
  if (kind === 'WORKER_KILLED') expect(report.workersLost).toBeGreaterThan(20);
});

test('without faults everything succeeds, and costs what its agents cost', async () => {
  const agents = [{ id: 'a', reliability: 'STEADY', tier: 'PREMIUM' }];
  const { report } = await run(scenario({ agents, workflows: [{ id: 'w', shape: 'LINEAR', size: 5 }], faults: { rate: 0 } }));
  expect(report).toMatchObject({ verdict: 'PASS', agrees: true, costMicros: 50_000, approvals: 0, broken: [] });
});

test('an oracle that is wrong is told: the comparison sees what differs', async () => {
  const of = scenario({ faults: { rate: 0.5 } });
  const foretold = foretell(of).map((each) => ({
    ...each,
    expected: { ...each.expected, status: 'SUCCEEDED' as const, mustDo: each.plan.calls.map(({ path }) => path) },
  }));
  const cases: FarmCase[] = [];
  for await (const each of rehearse(of, foretold)) cases.push(each);
  expect(reportOn(of, foretold, cases)).toMatchObject({ agrees: false });
});

test('what a scenario names that is not there is told with what there is', () => {
  const faulty = (document: Readonly<Record<string, unknown>>): unknown => {
    const read = readScenario({ name: 'test', seed: 1, agents: [{ id: 'a' }], workflows: [{ id: 'w', shape: 'DAG' }], ...document });
    return read.kind === 'FAULTY' ? read.problems.map(({ path, message }) => `${path}: ${message}`).join('\n') : null;
  };
  expect(faulty({})).toBeNull();
  expect(faulty({ workflows: [{ id: 'w', shape: 'SPIRAL' }] })).toMatch(
    /^workflows\[0\]\.shape: There is no workflow shape "SPIRAL"; there are LINEAR, DAG/u,
  );
  expect(faulty({ workflows: [{ id: 'w', shape: 'DAG', agent: 'b' }] })).toBe('workflows[0].agent: There is no agent b in this scenario.');
  expect(faulty({ workflows: [{ id: 'w', shape: 'DAG', tools: ['hammer'] }] })).toMatch(
    /^workflows\[0\]\.tools\[0\]: There is no tool "hammer"; there are crm\.update/u,
  );
  expect(faulty({ faults: { rate: 0.1, kinds: ['EARTHQUAKE'] } })).toMatch(
    /^faults\.kinds\[0\]: There is no fault "EARTHQUAKE"; there are TOOL_TIMEOUT/u,
  );
  expect(faulty({ form: 'REAL' })).toBe('form: There is no form "REAL"; there are EXECUTOR, REHEARSAL.');
  expect(faulty({ agents: [{ id: 'a' }, { id: 'a' }] })).toMatch(/^agents\[1\]\.id: Another/u);
  expect(faulty({ agents: [{ id: 'a', tier: 'GOLD' }] })).toMatch(/^agents\[0\]\.tier: There is no tier "GOLD"/u);
});
