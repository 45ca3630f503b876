import { readFile, writeFile } from 'node:fs/promises';
import { EXIT } from '../exit-codes.mjs';
import { Failure } from '../failure.mjs';
import type { Terminal } from '../terminal.ts';

/**
 * `autonomos farm run <scenario.json>`: stress-tests simulated agents in this process; no server and no database is needed. Prints what broke and, last,
 * the verdict as one line of JSON. Succeeds when every run came to what the oracle had worked out.
 */
export async function farmCommand(
  file: string,
  { seed, report }: { seed: number | null; report: string | null },
  terminal: Terminal,
): Promise<number> {
  const { readScenario } = await import('../../subgraphs/agents/farm/scenario/read-scenario.ts');
  const { foretell, reportOn, runFarm } = await import('../../subgraphs/agents/farm/run-farm.ts');
  const document = await readDocument(file);
  const read = readScenario(seed === null || typeof document !== 'object' ? document : { ...document, seed });
  if (read.kind === 'FAULTY') {
    for (const { path, message } of read.problems) terminal.note(path === '' ? message : `${path}: ${message}`);
    throw new Failure(EXIT.USAGE, `${file} is no scenario that can be run.`);
  }
  const { scenario } = read;
  const foretold = foretell(scenario);
  const cases = [];
  for await (const each of runFarm(scenario, foretold)) {
    cases.push(each);
    terminal.progress(`${cases.length} of ${foretold.length} workflows`);
  }
  terminal.endProgress();
  const made = reportOn(scenario, foretold, cases);
  for (const { workflow, shape, agent, problem, faults, differences } of made.broken) {
    terminal.print(`${workflow} (${shape}, ${agent}): ${problem}`);
    for (const fault of faults) terminal.print(`  ${fault}`);
    for (const difference of differences) terminal.print(`  NOT AS FORETOLD: ${difference}`);
  }
  if (report !== null) await writeFile(report, `${JSON.stringify({ scenario, report: made }, null, 2)}\n`);
  const { verdict, agrees, runs, workersLost } = made;
  terminal.print(JSON.stringify({ verdict, foretold: made.foretold, agrees, seed: scenario.seed, runs, workersLost }));
  return agrees ? EXIT.OK : EXIT.FAILED;
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
