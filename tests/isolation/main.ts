import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOURCE_MUTANTS } from './mutants/sources.ts';
import { isCaught, runTests } from './mutants/try-mutant.ts';
import { REPORT_VARIABLE, type IsolationFigures } from './report.ts';

/** Mutants that are tried at once: each has a product of its own. */
const AT_ONCE = 2;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** The suite as it is: its figures, and whether it passed. */
async function runSuite(): Promise<{ passed: boolean; figures: IsolationFigures }> {
  const folder = await mkdtemp(join(tmpdir(), 'autonomos-isolation-'));
  const file = join(folder, 'figures');
  const figures: IsolationFigures = { fields: 0, probed: 0, leaks: 0, mutants: 0, caught: 0 };
  try {
    const { exitCode, output } = await runTests(['tests/isolation'], { [REPORT_VARIABLE]: file });
    say(output);
    const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter((line) => line !== '');
    for (const part of lines.map((line) => JSON.parse(line) as Partial<IsolationFigures>))
      for (const name of Object.keys(figures) as (keyof IsolationFigures)[]) figures[name] += part[name] ?? 0;
    return { passed: exitCode === 0, figures };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Names of the mutants of the code that nothing found. */
async function livingMutants(): Promise<string[]> {
  const waiting = [...SOURCE_MUTANTS];
  const living: string[] = [];
  const work = async (): Promise<void> => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const caught = await isCaught(mutant);
      say(`${caught ? 'caught' : 'NOT CAUGHT'}: ${mutant.name}`);
      if (!caught) living.push(mutant.name);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return living;
}

/** `npm run isolation`: the suite, then every guard taken away; prints one JSON line last, and fails unless all of it is as it should be. */
const { passed, figures } = await runSuite();
const living = await livingMutants();
const total = SOURCE_MUTANTS.length;
const all = { ...figures, mutants: figures.mutants + total, caught: figures.caught + total - living.length };
process.stdout.write(`${JSON.stringify(all)}\n`);
const complete = all.fields > 0 && all.probed === all.fields && all.leaks === 0 && all.caught === all.mutants;
process.exitCode = passed && complete ? 0 : 1;
