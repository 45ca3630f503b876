import { expect, test } from 'vitest';
import { commonErrors } from '../errors/common.errors.ts';
import { isFinalError, retryDelayMs } from './retry.ts';

const policy = { maxAttempts: 5, firstDelayMs: 100, maxDelayMs: 500 };

test('delays double up to the longest, and the last try is followed by none', () => {
  expect([1, 2, 3, 4, 5].map((failures) => retryDelayMs(failures, policy, 0))).toEqual([100, 200, 400, 500, null]);
});

test('chance takes up to half of a delay', () => {
  expect(retryDelayMs(1, policy, 1)).toBe(50);
  expect(retryDelayMs(1, policy, 0.5)).toBe(75);
});

test('only a failure we foresaw and that no retry mends is final', () => {
  expect(isFinalError(commonErrors.NOT_FOUND({ what: 'table' }))).toBe(true);
  expect(isFinalError(commonErrors.DATABASE_BUSY({}))).toBe(false);
  expect(isFinalError(new Error('broken'))).toBe(false);
});
