import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SourceMutant } from './sources.ts';

const CONFIG = 'tests/isolation/mutants/vitest.config.ts';
const results = z.object({ numFailedTests: z.int(), numPassedTests: z.int() });

/** How vitest ended: its exit code, and what of it there is to read. */
export interface TestRun {
  exitCode: number;
  output: string;
}

/** Runs vitest with these arguments, quietly. */
export function runTests(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<TestRun> {
  return new Promise((resolve, reject) => {
    const vitest = join('node_modules', 'vitest', 'vitest.mjs');
    const child = spawn(process.execPath, [vitest, 'run', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', ...environment },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    child.once('error', reject);
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

/** Whether the tests that have to find this mutant do: at least one of them ran and failed. @throws Error when none ran */
export async function isCaught({ name, caughtBy }: SourceMutant): Promise<boolean> {
  const file = join(tmpdir(), `mutant-${randomUUID()}.json`);
  const args = ['--config', CONFIG, '--bail', '1', '--reporter', 'json', '--outputFile', file, ...caughtBy];
  const { output } = await runTests(args, { ISOLATION_MUTANT: name });
  try {
    const { numFailedTests, numPassedTests } = results.parse(JSON.parse(await readFile(file, 'utf8')));
    if (numFailedTests + numPassedTests === 0) throw new Error('there were none');
    return numFailedTests > 0;
  } catch (cause) {
    throw new Error(`the tests of the mutant “${name}” did not run:\n${output}`, { cause });
  } finally {
    await rm(file, { force: true });
  }
}
