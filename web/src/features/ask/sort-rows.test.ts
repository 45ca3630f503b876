import { expect, test } from 'vitest';
import { sortRows } from './sort-rows.ts';

test('numbers sort as numbers, text naturally, blanks last in both directions', () => {
  const rows = [
    ['b10', 9],
    ['b2', null],
    ['a', 100],
  ] as const;
  expect(sortRows(rows, { column: 1, descending: false }).map((row) => row[1])).toEqual([9, 100, null]);
  expect(sortRows(rows, { column: 1, descending: true }).map((row) => row[1])).toEqual([100, 9, null]);
  expect(sortRows(rows, { column: 0, descending: false }).map((row) => row[0])).toEqual(['a', 'b2', 'b10']);
});
