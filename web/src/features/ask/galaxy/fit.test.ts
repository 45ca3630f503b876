import { describe, expect, test } from 'vitest';
import { fit, valueForms } from './fit.ts';

describe('a value on a planet', () => {
  const money = { value: 333_518, formattedValue: '$333,518', unit: 'MONEY' as const };
  test('is written in full where there is room', () => {
    expect(fit(valueForms(money), 90, [14, 12])).toEqual({ text: '$333,518', size: 14 });
  });
  test('shrinks before it is shortened, and keeps its currency', () => {
    expect(fit(valueForms(money), 58, [14, 12])).toEqual({ text: '$333,518', size: 12 });
    expect(fit(valueForms(money), 42, [14, 12])).toEqual({ text: '$334K', size: 14 });
  });
  test('without a value says so', () => {
    expect(valueForms({ value: null, formattedValue: null, unit: 'COUNT' })).toEqual(['–']);
  });
});
