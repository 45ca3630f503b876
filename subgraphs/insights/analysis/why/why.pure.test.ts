import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contributionsToRatio, contributionsToSum, largestOf, type GroupChange } from './contributions.ts';
import { shapleyOf } from './shapley.ts';

const amount = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => cents / 100);
const pair = fc.record({ above: amount, below: amount });
const groups = fc.array(fc.record({ label: fc.string({ maxLength: 6 }), before: pair, after: pair }), { minLength: 1, maxLength: 30 });
const total = (list: readonly GroupChange[], when: 'before' | 'after', part: 'above' | 'below'): number =>
  list.reduce((sum, group) => sum + group[when][part], 0);

test('what groups add to a sum is its change, also when only the largest are named', () => {
  fc.assert(
    fc.property(groups, fc.integer({ min: 1, max: 8 }), (list, most) => {
      const change = total(list, 'after', 'above') - total(list, 'before', 'above');
      const named = largestOf(contributionsToSum(list, change), most, 'others');
      expect(named.reduce((sum, each) => sum + each.change, 0)).toBeCloseTo(change, 3);
      expect(named.length).toBeLessThanOrEqual(most + 1);
    }),
  );
});

test('what groups add to a ratio is its change, and each is its rate and its mix', () => {
  fc.assert(
    fc.property(groups, (list) => {
      const below = { before: total(list, 'before', 'below'), after: total(list, 'after', 'below') };
      fc.pre(below.before > 1 && below.after > 1);
      const change = total(list, 'after', 'above') / below.after - total(list, 'before', 'above') / below.before;
      const found = contributionsToRatio(list, change);
      const scale = Math.max(1, Math.abs(change), ...found.map((each) => Math.abs(each.change)));
      expect(Math.abs(found.reduce((sum, each) => sum + each.change, 0) - change) / scale).toBeLessThan(1e-9);
      for (const each of found) expect(Math.abs((each.rate ?? 0) + (each.mix ?? 0) - each.change) / scale).toBeLessThan(1e-9);
    }),
  );
});

test('only the rate of one group moved: it is all of it; only the weights moved: no rate did', () => {
  const rate = contributionsToRatio(
    [
      { label: 'a', before: { above: 10, below: 100 }, after: { above: 30, below: 100 } },
      { label: 'b', before: { above: 20, below: 100 }, after: { above: 20, below: 100 } },
    ],
    0.1,
  );
  expect(rate.map((each) => [each.label, each.change, each.mix])).toEqual([
    ['a', expect.closeTo(0.1, 9), expect.closeTo(0, 9)],
    ['b', expect.closeTo(0, 9), expect.closeTo(0, 9)],
  ]);
  const mix = contributionsToRatio(
    [
      { label: 'good', before: { above: 90, below: 100 }, after: { above: 45, below: 50 } },
      { label: 'bad', before: { above: 10, below: 100 }, after: { above: 15, below: 150 } },
    ],
    0.3 - 0.5,
  );
  expect(mix.reduce((sum, each) => sum + (each.rate ?? 0), 0)).toBeCloseTo(0, 9);
  expect(mix.every((each) => each.change < 0)).toBe(true);
});

test('what the parts of a formula add is its change, whatever the formula', () => {
  const parts = fc.array(fc.double({ min: 0.5, max: 1_000, noNaN: true }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(parts, parts, (before, other) => {
      const after = before.map((value, at) => other[at] ?? value);
      const formula = (values: readonly number[]): number =>
        values.reduce((all, value, at) => (at % 2 === 0 ? all * value : all / value), 1);
      const found = shapleyOf(before, after, formula) ?? [];
      const change = formula(after) - formula(before);
      const scale = Math.max(1, ...found.map(Math.abs));
      expect(Math.abs(found.reduce((sum, each) => sum + each, 0) - change) / scale).toBeLessThan(1e-9);
      for (const [at, each] of found.entries()) if (after[at] === before[at]) expect(Math.abs(each) / scale).toBeLessThan(1e-9);
    }),
  );
});
