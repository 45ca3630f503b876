import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMA, DOT, readNumber, toNumber } from './numbers.ts';

const us = (value: string): number | null => {
  const shape = readNumber(value);
  return shape && toNumber(shape, '.');
};
const eu = (value: string): number | null => {
  const shape = readNumber(value);
  return shape && toNumber(shape, ',');
};

describe('numbers', () => {
  test.each([
    ['0', 0], ['-12', -12], ['+5', 5], ['1,234.56', 1234.56], ["1'234.5", 1234.5], ['1 234,56', null], ['12,34,567', 1234567], ['1.5e3', 1500], ['.5', 0.5],
    ['(1,234)', -1234], ['$1,054', 1054], ['-$5.10', -5.1], ['$-5', -5], ['($5)', -5], ['5-', -5], ['$6.50 ', 6.5], ['USD 12', 12], ['12 EUR', 12], ['€12', 12],
    ['8 %', 0.08], ['12.3%', 0.123], ['-4%', -0.04], ['\u221212', -12], ['1,23', null], ['abc', null], ['12 kg', null], ['310-475-3585', null], ['1.2.3', null],
    ['', null], ['-', null], ['1234567890123456', null], ['Rs. 500', 500], ['CHF 1\'200', 1200], ['100 zł', 100], ['kr 12', 12], ['RM1001', null], ['COP123', null], ['USD12.50', 12.5],
  ])('reads %s as %s', (text, number) => expect(us(text.trim())).toBe(number)); // prettier-ignore

  test.each([
    ['1.234,56', 1234.56],
    ['1 234,56', 1234.56],
    ['1,5', 1.5],
    ['1.234', 1234],
    ['12,5 %', 0.125],
    ['€ 1.000,00', 1000],
  ])('reads %s with a decimal comma as %s', (text, number) => expect(eu(text)).toBe(number));

  test('knows what is ambiguous, and what is a code', () => {
    expect(readNumber('1,234')?.ambiguous).toBe(true);
    expect(readNumber('1.234')?.ambiguous).toBe(true);
    expect(readNumber('1,234.5')?.ambiguous).toBe(false);
    expect(readNumber('00501')?.leadingZero).toBe(true);
    expect(readNumber('0.5')?.leadingZero).toBe(false);
    expect(readNumber('12.0')).toMatchObject({ pointZero: true, fraction: false });
    expect(readNumber('12.00')).toMatchObject({ pointZero: false, fraction: true });
  });

  test('any amount written with thousands separators is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), (cents) => {
        const amount = cents / 100;
        expect(us(amount.toLocaleString('en-US', { minimumFractionDigits: 2 }))).toBe(amount);
        expect(eu(amount.toLocaleString('de-DE', { minimumFractionDigits: 2 }))).toBe(amount);
      }),
    );
  });
});

test('whatever is taken for a number is one under every reading it claims', () => {
  const text = fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,eE+-()% $€KkMmBbn')), minLength: 1, maxLength: 9 });
  const broken = (value: string): boolean => {
    const shape = readNumber(value.trim());
    if (shape === null) return false;
    return (
      (Boolean(shape.readings & DOT) && toNumber(shape, '.') === null) || (Boolean(shape.readings & COMMA) && toNumber(shape, ',') === null)
    );
  };
  expect(fc.sample(text, { numRuns: 20_000, seed: 11 }).filter(broken)).toEqual([]);
});
