import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';
import { REPORT_VARIABLE, type TestReport } from './test-report.ts';

/** Writes down what passed, failed and was skipped, and why: vitest's own JSON leaves the reason given to `skip()` out. */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const file = process.env[REPORT_VARIABLE];
    if (file === undefined) return;
    const report: TestReport = { files: modules.length, passed: 0, failed: [], skipped: [] };
    for (const module of modules) addModule(report, module);
    for (const error of unhandled) report.failed.push({ name: 'an error outside of any test', message: error.stack ?? error.message });
    writeFileSync(file, JSON.stringify(report));
  }
}

function addModule(report: TestReport, module: TestModule): void {
  const path = relative(process.cwd(), module.moduleId);
  addErrors(report, path, module);
  for (const suite of module.children.allSuites()) addErrors(report, `${path} › ${suite.fullName}`, suite);
  for (const test of module.children.allTests()) addTest(report, path, test);
}

/** What failed around tests: a file that does not load, a hook. */
function addErrors(report: TestReport, name: string, part: TestModule | TestSuite): void {
  for (const error of part.errors()) report.failed.push({ name, message: error.message });
}

function addTest(report: TestReport, path: string, test: TestCase): void {
  const name = `${path} › ${test.fullName}`;
  const result = test.result();
  switch (result.state) {
    case 'passed':
      report.passed += 1;
      break;
    case 'skipped':
      report.skipped.push({ name, reason: result.note ?? null });
      break;
    case 'failed':
      report.failed.push({ name, message: result.errors.map((error) => error.message).join('\n') });
      break;
    case 'pending':
      report.failed.push({ name, message: 'did not finish: the run ended before it did' });
      break;
  }
}
