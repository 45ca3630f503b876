import { availableParallelism } from 'node:os';
import { EXIT } from '../exit-codes.mjs';
import { formatDuration } from '../format/numbers.ts';
import { indent } from '../format/table.ts';
import { ROOT } from '../launcher/paths.mjs';
import { runChecks, type CheckResult } from './check.ts';
import { allChecks } from './checks.ts';
import { summary } from './summary.ts';
import { runTests } from './tests.ts';

/*
 * `npm test`: every check, then every test, then one summary. Run from its sources by Node's type stripping, so that it can
 * report a build that is broken. Arguments are handed to vitest (`npm test -- subgraphs/kernel`); the checks always all run.
 */
const started = Date.now();
const width = Math.max(1, Math.min(4, availableParallelism()));

process.stdout.write('Checks\n');
const checks = await runChecks(allChecks(ROOT), width, (result) => process.stdout.write(`${resultText(result)}\n`));
process.stdout.write('\nTests\n');
const tests = await runTests(ROOT, process.argv.slice(2));
process.stdout.write(`\n${summary(checks, tests, Date.now() - started)}\n`);
process.exitCode = checks.every((check) => check.passed) && tests.failed.length === 0 ? EXIT.OK : EXIT.FAILED;

function resultText({ name, passed, output, milliseconds }: CheckResult): string {
  const line = `  ${passed ? 'passed' : 'FAILED'}  ${name}  ${formatDuration(milliseconds)}`;
  return passed ? line : `${line}\n${indent(output, '    ')}`;
}
