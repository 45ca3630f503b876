import { expect, test } from 'vitest';
import { backoff } from './backoff.ts';

test('waits grow, never pass the longest, and are spread over their upper half', () => {
  expect(backoff(0, 0)).toBe(150);
  expect(backoff(0, 1)).toBe(300);
  expect(backoff(3, 0.5)).toBe(1800);
  expect(backoff(500, 1)).toBe(20_000);
  for (let attempt = 0; attempt < 20; attempt += 1) expect(backoff(attempt + 1, 0)).toBeGreaterThanOrEqual(backoff(attempt, 0));
});
