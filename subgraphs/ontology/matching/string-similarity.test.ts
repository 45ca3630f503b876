import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, jaro, jaroWinkler } from './string-similarity.ts';

const text = fc.string({ maxLength: 12 });

test('the published examples of Jaro and Jaro-Winkler come out', () => {
  expect(jaro('MARTHA', 'MARHTA')).toBeCloseTo(0.944, 3);
  expect(jaroWinkler('MARTHA', 'MARHTA')).toBeCloseTo(0.961, 3);
  expect(jaroWinkler('DIXON', 'DICKSONX')).toBeCloseTo(0.813, 3);
});

test('similarity is symmetric, between 0 and 1, and 1 for equals', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(jaroWinkler(a, b)).toBeCloseTo(jaroWinkler(b, a), 10);
      expect(jaroWinkler(a, b)).toBeGreaterThanOrEqual(0);
      expect(jaroWinkler(a, b)).toBeLessThanOrEqual(1);
      expect(jaroWinkler(a, a)).toBe(1);
    }),
  );
});

test('edit distance stops at its limit and is right below it', () => {
  expect(editDistance('kitten', 'sitting', 5)).toBe(3);
  expect(editDistance('ab', 'ba', 5)).toBe(1);
  expect(editDistance('completely', 'different!', 2)).toBe(3);
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(editDistance(a, b, 3)).toBe(Math.min(4, editDistance(a, b, 50)));
    }),
  );
});
