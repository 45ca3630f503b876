import { describe, expect, test } from 'vitest';
import { program, runChecks, type Check } from './check.ts';

const passing = (name: string, after: string[] = []): Check => ({ name, after, run: () => Promise.resolve('fine') });
const failing = (name: string): Check => ({ name, run: () => Promise.reject(new Error('broken')) });
const ignore = (): void => {};

describe('running checks', () => {
  test('results come in the order of the checks, whichever ends first', async () => {
    const gate = Promise.withResolvers<string>();
    const slow: Check = { name: 'slow', run: () => gate.promise };
    const fast: Check = { name: 'fast', run: () => Promise.resolve('').finally(() => gate.resolve('')) };
    expect((await runChecks([slow, fast], 2, ignore)).map((result) => result.name)).toEqual(['slow', 'fast']);
  });

  test('never more than the given number run at once', async () => {
    let running = 0;
    let most = 0;
    const check = (name: string): Check => ({
      name,
      run: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
        return '';
      },
    });
    await runChecks(['a', 'b', 'c', 'd', 'e'].map(check), 2, ignore);
    expect(most).toBe(2);
  });

  test('a check whose requirement failed is not run and counts as failed', async () => {
    const results = await runChecks([failing('build'), passing('schema', ['build']), passing('lint')], 4, ignore);
    expect(results.map((result) => result.passed)).toEqual([false, false, true]);
    expect(results[1]?.output).toContain('build');
  });

  test('a program passes with exit code 0 and fails with its output otherwise', async () => {
    await expect(program(process.execPath, ['-e', 'console.log(1)'], '.')()).resolves.toContain('1');
    await expect(program(process.execPath, ['-e', 'console.error("why"); process.exit(3)'], '.')()).rejects.toThrow(/why[^]*exit code 3/);
  });
});
