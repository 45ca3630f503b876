import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Bond, weakestLink } from './weakest-link.ts';

const bonds = fc.array(
  fc.record({
    a: fc.constantFrom('p', 'q', 'r', 's', 't'),
    b: fc.constantFrom('p', 'q', 'r', 's', 't'),
    weight: fc.integer({ min: 1, max: 40 }),
  }),
  { maxLength: 12 },
);

/** How many groups these make of all records that any bond names. */
function groups(all: readonly Bond[], kept: readonly Bond[]): number {
  const group = new Map([...new Set(all.flatMap(({ a, b }) => [a, b]))].map((id) => [id, id]));
  for (const { a, b } of kept) {
    const [from, to] = [group.get(a), group.get(b)];
    for (const [id, at] of group) if (at === from && to !== undefined) group.set(id, to);
  }
  return new Set(group.values()).size;
}

test('whatever is weaker may go, and what is as weak may not', () => {
  const result = fc.check(
    fc.property(bonds, (all) => {
      const weakest = weakestLink(all);
      const from = (least: number): Bond[] => all.filter(({ weight }) => weight >= least);
      if (weakest === null) return groups(all, all) === new Set(all.flatMap(({ a, b }) => [a, b])).size;
      return groups(all, from(weakest)) === groups(all, all) && groups(all, from(weakest + 1)) > groups(all, all);
    }),
  );
  expect(fc.defaultReportMessage(result)).toBeUndefined();
});

test('what people said holds for good', () => {
  const said = { a: 'p', b: 'q', weight: null };
  expect(weakestLink([said])).toBeNull();
  expect(weakestLink([said, { a: 'q', b: 'r', weight: 3 }, { a: 'p', b: 'r', weight: 2 }])).toBe(3);
});
