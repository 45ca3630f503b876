import { expect, test } from 'vitest';
import { bucketsOf } from './buckets.ts';

const END = '2026-01-01T01:00:00Z';

test('records fall into the part of the window in which they passed, oldest first', () => {
  const minutes = [
    { at: '2026-01-01T00:01:00Z', records: 3 },
    { at: '2026-01-01T00:59:30Z', records: 5 },
    { at: '2026-01-01T00:59:00Z', records: 1 },
  ];
  expect(bucketsOf(minutes, END, 60, 6)).toEqual([3, 0, 0, 0, 0, 6]);
});

test('what is older than the window is left out, and a short window has a part a minute', () => {
  expect(bucketsOf([{ at: '2025-12-31T00:00:00Z', records: 3 }], END, 60, 6)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(bucketsOf([], END, 15, 30)).toHaveLength(15);
});
