import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitLogistic } from './fit-logistic.ts';
import { marginals } from './marginals.ts';

const score = fc.double({ min: 0, max: 1, noNaN: true });
const matrix = fc.integer({ min: 1, max: 6 }).chain((width) => fc.array(fc.array(score, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 })); // prettier-ignore

test('no row is taken more than once in all, and where there is room no column either', () => {
  fc.assert(
    fc.property(matrix, (scores) => {
      const told = marginals(scores, 12, 0.6);
      for (const row of told) expect(row.reduce((sum, cell) => sum + cell, 0)).toBeLessThanOrEqual(1 + 1e-9);
      for (const cell of told.flat()) expect(cell).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('what is left for a row is probable though it is weak: the others are taken', () => {
  const told = marginals([[0.95, 0.1], [0.9, 0.2]], 12, null); // prettier-ignore
  expect(told[1]?.[1]).toBeGreaterThan(0.5);
});

test('without cases the prior comes back; with many they are followed', () => {
  expect(fitLogistic([], [1, 2], 1)).toEqual([1, 2]);
  const cases = Array.from({ length: 400 }, (_, i) => ({ facts: [1, i / 400], right: i > 200 }));
  const [constant = 0, slope = 0] = fitLogistic(cases, [0, 0], 0.01);
  expect(slope).toBeGreaterThan(5);
  expect(-constant / slope).toBeCloseTo(0.5, 1);
});
