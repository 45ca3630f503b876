import { expect, test } from 'vitest';
import { backoffMs } from './backoff.ts';

const calm = { firstMs: 100, longestMs: 1_000, spread: 0 };

test('rests double up to the longest, however many attempts there were', () => {
  expect([1, 2, 3, 4, 5, 2_000].map((attempts) => backoffMs(attempts, calm))).toEqual([100, 200, 400, 800, 1_000, 1_000]);
});

test('chance takes the spread from a rest and no more', () => {
  expect(backoffMs(2, { ...calm, spread: 0.5 }, 0)).toBe(200);
  expect(backoffMs(2, { ...calm, spread: 0.5 }, 1)).toBe(100);
  expect(backoffMs(2, { ...calm, spread: 1 }, 1)).toBe(0);
});
