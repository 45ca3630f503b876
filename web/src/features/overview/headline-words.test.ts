import { expect, test } from 'vitest';
import { periodWords, shortValue } from './headline-words.ts';

test('big values are short, in their own unit; small ones are whole', () => {
  expect(shortValue(15_670_030.17, '15,670,030.17 USD')).toBe('15.67M USD');
  expect(shortValue(414, '414')).toBe('414');
  expect(shortValue(2_982_255, '2,982,255')).toBe('2.98M');
  expect(shortValue(0.3992, '39.92 %')).toBe('39.92 %');
});

test('periods have the names that people give them', () => {
  expect(periodWords('2024-11-01 to 2025-10-31')).toBe('the year to Oct 2025');
  expect(periodWords('2025-01-01 to 2025-12-31')).toBe('2025');
  expect(periodWords('2024-02-01 to 2024-02-29')).toBe('Feb 2024');
  expect(periodWords('2025-01-01 to 2025-06-30')).toBe('Jan 2025 to Jun 2025');
  expect(periodWords('2025-01-02 to 2025-01-09')).toBe('2 Jan 2025 to 9 Jan 2025');
  expect(periodWords('October 2026')).toBe('October 2026');
});
