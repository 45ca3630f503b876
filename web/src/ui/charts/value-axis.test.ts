import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extentOf, tickLabels, ticksOf, valueScale } from './value-axis.ts';

const value = fc.double({ min: -1e15, max: 1e15, noNaN: true, noDefaultInfinity: true }).map((each) => (Math.abs(each) < 1e-9 ? 0 : each));
const unit = fc.constantFrom('COUNT' as const, 'NUMBER' as const, 'MONEY' as const, 'PERCENT' as const, 'DAYS' as const);

describe('the axis of values', () => {
  test('shows every value, and zero when it begins there', () => {
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 40 }),
        fc.constantFrom('zero' as const, 'data' as const),
        (values, baseline) => {
          const scale = valueScale(extentOf(values, baseline), [200, 10]);
          const [low = 0, high = 0] = scale.domain();
          for (const each of values) expect(each >= low && each <= high).toBe(true);
          if (baseline === 'zero') expect(low <= 0 && high >= 0).toBe(true);
          for (const each of values) expect(scale(each)).toSatisfy((px: number) => px >= 9.9 && px <= 200.1);
        },
      ),
    );
  });

  test('labels of one axis are all different', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), unit, fc.integer({ min: 80, max: 600 }), (values, its, px) => {
        const scale = valueScale(extentOf(values, 'zero'), [px, 0]);
        const labels = tickLabels(ticksOf(scale, px, its), its);
        expect(new Set(labels).size).toBe(labels.length);
      }),
    );
  });

  test('labels are short, share one sign, and have the decimals they need', () => {
    expect(tickLabels([0, 500_000, 1_000_000, 1_500_000], 'MONEY')).toEqual(['0', '0.5M', '1.0M', '1.5M']);
    expect(tickLabels([-50_000, 0, 50_000], 'MONEY')).toEqual(['−50K', '0', '50K']);
    expect(tickLabels([0, 0.05, 0.1], 'PERCENT')).toEqual(['0%', '5%', '10%']);
    expect(tickLabels([0, 2.5, 5], 'NUMBER')).toEqual(['0.0', '2.5', '5.0'].map((each) => (each === '0.0' ? '0' : each)));
    expect(tickLabels([0, 2e12, 4e12], 'MONEY')).toEqual(['0', '2T', '4T']);
  });

  test('counts are marked at whole numbers', () => {
    expect(ticksOf(valueScale([0, 3], [240, 0]), 240, 'COUNT').every((tick) => Number.isInteger(tick))).toBe(true);
  });

  test('no value at all is an axis from 0 to 1, values close together may leave zero out', () => {
    expect(extentOf([], 'zero')).toEqual([0, 1]);
    expect(extentOf([Number.NaN], 'zero')).toEqual([0, 1]);
    expect(extentOf([980, 1_000], 'data')[0]).toBeGreaterThan(900);
    expect(extentOf([10, 1_000], 'data')[0]).toBe(0);
  });
});
