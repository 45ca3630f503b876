import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sorted, turned } from './sorting.ts';

test('rows are sorted, lose nobody, and those without a value stay last both ways', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer())), fc.boolean(), (values, descending) => {
      const rows = sorted(values, (value) => value, descending);
      const all = (some: readonly (number | null)[]) => some.map(String).toSorted((one, other) => one.localeCompare(other));
      expect(all(rows)).toEqual(all(values));
      const known = rows.filter((value) => value !== null);
      expect(rows.slice(0, known.length)).toEqual(known);
      for (const [index, value] of known.entries())
        if (index > 0) expect(descending ? value <= (known[index - 1] ?? 0) : value >= (known[index - 1] ?? 0)).toBe(true);
    }),
  );
});

test('names with numbers are in the order of people', () => {
  expect(sorted(['Q10', 'q2', 'Q1'], (each) => each, false)).toEqual(['Q1', 'q2', 'Q10']);
});

test('a column turns from rising to falling to as it was', () => {
  const rising = turned(null, 2);
  const falling = turned(rising, 2);
  expect([rising, falling, turned(falling, 2), turned(falling, 1)]).toEqual([
    { column: 2, descending: false },
    { column: 2, descending: true },
    null,
    { column: 1, descending: false },
  ]);
});
