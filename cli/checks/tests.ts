import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPORT_VARIABLE, testReportSchema, type TestReport } from './test-report.ts';

/** A run that hangs must end by itself, with a failure. */
const MAX_RUN_MS = 60 * 60_000;

/**
 * Runs vitest with its own output on the screen.
 * @returns what it counted; a crash, a hang, or a failure that no test owns is one failure more
 */
export async function runTests(root: string, args: string[]): Promise<TestReport> {
  const folder = mkdtempSync(join(tmpdir(), 'autonomos-tests-'));
  const file = join(folder, 'report.json');
  try {
    const ending = await vitest(root, file, args);
    const report = readReport(file);
    if (report === null)
      return { files: 0, passed: 0, skipped: [], failed: [{ name: 'vitest', message: `ended without a report (${ending})` }] };
    if (ending !== 'exit code 0' && report.failed.length === 0)
      report.failed.push({ name: 'vitest', message: `ended with ${ending} although no test failed` });
    return report;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function vitest(root: string, reportFile: string, args: string[]): Promise<string> {
  const reporters = ['--reporter=default', `--reporter=${join(root, 'cli/checks/vitest-reporter.ts')}`];
  const child = spawn(process.execPath, [join('node_modules', 'vitest/vitest.mjs'), 'run', ...reporters, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, [REPORT_VARIABLE]: reportFile },
    timeout: MAX_RUN_MS,
  });
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

function readReport(file: string): TestReport | null {
  try {
    return testReportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}
