import { expect, test } from 'vitest';
import { barsOf, pointsOf } from './shape.ts';

const column = (name: string, type: string, unit: 'MONEY' | null) => ({ name, label: name, unit, type }) as const;
const MONTHS = [{ period: 'March 2017', start: '2017-03-01', value: 5 }];
const FAMILIES = [{ label: 'GTX', value: 7, share: 0.7 }];

test('a line by quarter stays by quarter, whatever course the number has', () => {
  const answer = {
    columns: [column('d0', 'QUARTER', null), column('revenue', 'MONEY', 'MONEY')],
    rows: [
      ['Q1', 1],
      ['Q2', null],
    ],
    series: MONTHS,
    breakdown: [],
  };
  expect(pointsOf(answer)).toEqual([
    { period: 'Q1', value: 1 },
    { period: 'Q2', value: null },
  ]);
});

test('a single number has its course and its most telling split', () => {
  const answer = { columns: [column('revenue', 'MONEY', 'MONEY')], rows: [[10]], series: MONTHS, breakdown: FAMILIES };
  expect(pointsOf(answer)).toBe(MONTHS);
  expect(barsOf(answer)).toBe(FAMILIES);
});

test('bars are the rows that were asked for, with the shares that are known', () => {
  const answer = {
    columns: [column('d0', 'TEXT', null), column('revenue', 'MONEY', 'MONEY')],
    rows: [
      ['GTX', 7],
      ['MG', 3],
    ],
    series: [],
    breakdown: FAMILIES,
  };
  expect(barsOf(answer)).toEqual([
    { label: 'GTX', value: 7, share: 0.7 },
    { label: 'MG', value: 3, share: null },
  ]);
});
