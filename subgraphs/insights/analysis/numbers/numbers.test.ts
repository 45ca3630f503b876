import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unusualIn } from './anomalies.ts';
import { takeApart } from './season.ts';
import { slopeOf } from './statistics.ts';

const noise = (seed: number): number => {
  const x = Math.sin(seed * 12.9898) * 43_758.5453;
  return x - Math.floor(x) - 0.5;
};

test('trend, season and rest add up to the series', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 60 }),
      fc.constantFrom(1, 4, 7, 12),
      (values, season) => {
        const { trend, season: adds, rest } = takeApart(values, season);
        for (const [at, value] of values.entries()) expect((trend[at] ?? 0) + (adds[at] ?? 0) + (rest[at] ?? 0)).toBeCloseTo(value, 4);
      },
    ),
  );
});

test('an outlier planted into a season with a trend is the first that is found, and what was expected there is about right', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 42 }), fc.integer({ min: 1, max: 1_000 }), fc.constantFrom(-1, 1), (at, seed, sign) => {
      const plain = Array.from(
        { length: 48 },
        (_, month) => 1_000 + 8 * month + 200 * Math.sin((2 * Math.PI * month) / 12) + 20 * noise(seed + month),
      );
      const planted = plain.map((value, month) => (month === at ? value + sign * 500 : value));
      const [first] = unusualIn(planted, 12);
      expect(first?.at).toBe(at);
      expect(Math.sign(first?.score ?? 0)).toBe(sign);
      expect(Math.abs((first?.expected ?? 0) - (plain[at] ?? 0))).toBeLessThan(200);
    }),
  );
});

test('a steady season has nothing unusual, and few noisy series have', () => {
  const season = Array.from({ length: 36 }, (_, month) => 500 + 100 * Math.cos((2 * Math.PI * month) / 12));
  expect(unusualIn(season, 12)).toEqual([]);
  let found = 0;
  for (let seed = 0; seed < 200; seed += 1)
    found += unusualIn(
      Array.from({ length: 36 }, (_, at) => 500 + 50 * noise(seed * 1_000 + at)),
      12,
    ).length;
  expect(found).toBeLessThan(200 * 36 * 0.01);
});

test('constant and short series have nothing unusual; a break in a constant one is', () => {
  expect(unusualIn([5, 5, 5, 5, 5, 5, 5, 5, 5, 5], 1)).toEqual([]);
  expect(unusualIn([1, 2, 900], 1)).toEqual([]);
  expect(unusualIn([5, 5, 5, 5, 5, 9, 5, 5, 5, 5], 1).map(({ at }) => at)).toEqual([5]);
});

test('one outlier does not bend a slope', () => {
  const straight = Array.from({ length: 20 }, (_, at) => 3 * at + (at === 11 ? 5_000 : 0));
  expect(slopeOf(straight)).toBeCloseTo(3, 6);
});
