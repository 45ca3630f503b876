import { expect, test } from 'vitest';
import { foretell, inOrderOf, reportOn, type FarmCase, type FarmReport } from '../../subgraphs/agents/farm/run-farm.ts';
import { readScenario } from '../../subgraphs/agents/farm/scenario/read-scenario.ts';
import type { Scenario } from '../../subgraphs/agents/farm/scenario/scenario.ts';
import { runOnExecutor } from './run-on-executor.ts';

/** Processes are started and killed, and tools stay silent for seconds. */
const TIMEOUT_MS = 600_000;

function scenario(document: Readonly<Record<string, unknown>>): Scenario {
  const read = readScenario({ name: 'test', seed: 1, form: 'EXECUTOR', agents: { count: 4 }, ...document });
  if (read.kind === 'FAULTY') throw new Error(JSON.stringify(read.problems));
  return read.scenario;
}

async function run(of: Scenario): Promise<{ report: FarmReport; cases: readonly FarmCase[] }> {
  const foretold = foretell(of);
  const cases: FarmCase[] = [];
  for await (const each of runOnExecutor(of, foretold, new AbortController().signal)) cases.push(each);
  const ordered = inOrderOf(of, cases);
  return { report: reportOn(of, foretold, ordered), cases: ordered };
}

const different = (cases: readonly FarmCase[]): readonly string[] =>
  cases.flatMap(({ workflow, differences }) => differences.map((difference) => `${workflow.id} ${workflow.shape}: ${difference}`));

test(
  'on the executor of the product, with workers that are killed, every run of every shape comes to what the oracle says',
  async () => {
    const { report, cases } = await run(scenario({ seed: 5535, workflows: { count: 6, size: 5 }, faults: { rate: 0.5 } }));
    expect(different(cases)).toEqual([]);
    expect(report).toMatchObject({ form: 'EXECUTOR', agrees: true, verdict: report.foretold, runs: { total: 6, stuck: 0, different: 0 } });
    for (const { kind, tookEffect } of report.faults) expect({ kind, tookEffect: tookEffect > 0 }).toEqual({ kind, tookEffect: true });
    expect(report.workersLost).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);
