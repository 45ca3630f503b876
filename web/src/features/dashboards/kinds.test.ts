import { expect, test } from 'vitest';
import { kindFor, kindsFor } from './kinds.ts';

const point = { period: '2017', start: '2017-01-01', value: 1 };
const everything = { columns: [], series: [point, point], breakdown: [{ label: 'a', value: 1, share: null }], rows: [[1]], value: 1 };
const nothing = { columns: [], series: [], breakdown: [], rows: [], value: null };

test('an answer is shown only in ways that say something', () => {
  expect(kindsFor(everything)).toEqual(['KPI', 'LINE', 'BAR', 'TABLE', 'TEXT']);
  expect(kindsFor(nothing)).toEqual(['TEXT']);
  expect(kindsFor({ ...nothing, series: [point] })).toEqual(['TEXT']);
});

test('a new widget starts with what its question asks for', () => {
  expect(kindFor({ ...everything, question: 'revenue by month' })).toBe('LINE');
  expect(kindFor({ ...everything, question: 'top 5 accounts by revenue' })).toBe('BAR');
  expect(kindFor({ ...everything, question: 'what is our revenue' })).toBe('KPI');
  expect(kindFor({ ...nothing, question: 'revenue by month', rows: [[1]] })).toBe('TABLE');
});
