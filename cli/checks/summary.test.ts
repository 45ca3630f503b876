import { expect, test } from 'vitest';
import { summary } from './summary.ts';

const check = (name: string, passed: boolean) => ({ name, passed, output: '', milliseconds: 1 });

test('the last line counts every check as one and stands alone', () => {
  const text = summary(
    [check('lint', true), check('types', false)],
    { files: 2, passed: 5, failed: [{ name: 'a', message: 'b' }], skipped: [{ name: 'c', reason: 'no chromium' }] },
    1000,
  );
  expect(text.split('\n').at(-1)).toBe('6 passed, 2 failed, 1 skipped');
});

test('every skip is listed with its reason, and a missing reason is said to be missing', () => {
  const skipped = [
    { name: 'browser › asks', reason: 'chromium is not installed' },
    { name: 'redis › limits', reason: null },
  ];
  const text = summary([], { files: 1, passed: 1, failed: [], skipped }, 1000);
  expect(text).toContain('browser › asks: chromium is not installed');
  expect(text).toContain('redis › limits: no reason given');
});

test('nothing is said of failures when there are none', () => {
  expect(summary([check('lint', true)], { files: 1, passed: 1, failed: [], skipped: [] }, 1000)).not.toContain('Failed');
});
