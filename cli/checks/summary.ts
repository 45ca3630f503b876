import { count, formatDuration } from '../format/numbers.ts';
import type { CheckResult } from './check.ts';
import type { TestReport } from './test-report.ts';

const MAX_MESSAGE_LINES = 12;

/** Everything a person needs to know after a run, ending with the one line that machines read too. */
export function summary(checks: CheckResult[], tests: TestReport, milliseconds: number): string {
  const failedChecks = checks.filter((check) => !check.passed);
  const failed = failedChecks.length + tests.failed.length;
  const passed = checks.length - failedChecks.length + tests.passed;
  const sections = [
    ...(tests.skipped.length === 0 ? [] : [skippedText(tests)]),
    ...(failed === 0 ? [] : [failedText(failedChecks, tests)]),
    `${count(checks.length, 'check')} and ${count(tests.passed + tests.failed.length + tests.skipped.length, 'test')} in ${count(tests.files, 'file')}, ${formatDuration(milliseconds)}`,
    closingLine(passed, failed, tests.skipped.length),
  ];
  return sections.join('\n\n');
}

/** The plain closing line: `12 passed, 0 failed, 1 skipped`. */
export function closingLine(passed: number, failed: number, skipped: number): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function skippedText(tests: TestReport): string {
  return ['Skipped', ...tests.skipped.map(({ name, reason }) => `  ${name}: ${reason ?? 'no reason given'}`)].join('\n');
}

function failedText(checks: CheckResult[], tests: TestReport): string {
  const lines = [
    ...checks.map((check) => `  check: ${check.name} (its output stands above)`),
    ...tests.failed.map(({ name, message }) => `  ${name}\n${shorten(message)}`),
  ];
  return ['Failed', ...lines].join('\n');
}

function shorten(message: string): string {
  return message
    .split('\n')
    .slice(0, MAX_MESSAGE_LINES)
    .map((line) => `      ${line}`)
    .join('\n');
}
