import { readFile, writeFile } from 'node:fs/promises';
import type { FarmCase, Foretold } from '../../subgraphs/agents/farm/run-farm.ts';
import type { Scenario } from '../../subgraphs/agents/farm/scenario/scenario.ts';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import type { Terminal } from '../terminal.ts';

/**
 * `autonomos farm run <scenario.json>`: stress-tests simulated agents, on the product's executor and a database of its own, or as a rehearsal in this process
 * alone; no server is needed. Prints what broke and, last, the verdict as one line of JSON. Succeeds when every run came to what the oracle had worked out.
 */
export async function farmCommand(
  file: string,
  { seed, report, rehearsal }: { seed: number | null; report: string | null; rehearsal: boolean },
  terminal: Terminal,
): Promise<number> {
  const { readScenario } = await import('../../subgraphs/agents/farm/scenario/read-scenario.ts');
  const { foretell, inOrderOf, reportOn } = await import('../../subgraphs/agents/farm/run-farm.ts');
  const document = await readDocument(file);
  const instead = { ...(seed === null ? {} : { seed }), ...(rehearsal ? { form: 'REHEARSAL' } : {}) };
  const read = readScenario(typeof document === 'object' ? { ...document, ...instead } : document, 'EXECUTOR');
  if (read.kind === 'FAULTY') {
    for (const { path, message } of read.problems) terminal.note(path === '' ? message : `${path}: ${message}`);
    throw new Failure(EXIT.USAGE, `${file} is no scenario that can be run.`);
  }
  const { scenario } = read;
  const foretold = foretell(scenario);
  const cases: FarmCase[] = [];
  for await (const each of await casesOf(scenario, foretold)) {
    cases.push(each);
    terminal.progress(`${cases.length} of ${foretold.length} workflows`);
  }
  terminal.endProgress();
  const made = reportOn(scenario, foretold, inOrderOf(scenario, cases));
  for (const { workflow, shape, agent, problem, faults, differences } of made.broken) {
    terminal.print(`${workflow} (${shape}, ${agent}): ${problem}`);
    for (const fault of faults) terminal.print(`  ${fault}`);
    for (const difference of differences) terminal.print(`  NOT AS FORETOLD: ${difference}`);
  }
  if (report !== null) await writeFile(report, `${JSON.stringify({ scenario, report: made }, null, 2)}\n`);
  const { verdict, agrees, form, schedule, runs, workersLost } = made;
  terminal.print(JSON.stringify({ verdict, foretold: made.foretold, agrees, form, seed: made.seed, schedule, runs, workersLost }));
  return agrees ? EXIT.OK : EXIT.FAILED;
}

async function casesOf(scenario: Scenario, foretold: readonly Foretold[]): Promise<AsyncIterable<FarmCase>> {
  if (scenario.form === 'REHEARSAL') {
    const { rehearse } = await import('../../subgraphs/agents/farm/run-farm.ts');
    return rehearse(scenario, foretold);
  }
  await import('reflect-metadata');
  const { runOnExecutor } = await import('../../embedded/farm/run-on-executor.ts');
  const stopped = new AbortController();
  // Ended from outside it still takes its processes and its folder with it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stopped.abort(new Failure(EXIT.FAILED, `The stress test was ended by ${signal}.`)));
  return runOnExecutor(scenario, foretold, stopped.signal);
}

async function readDocument(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure(EXIT.USAGE, `${file} cannot be read.`);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new Failure(EXIT.USAGE, `${file} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}
