import { expect, test } from 'vitest';
import { standOf, staticPath, stepTitle } from './stand-of.ts';

test('a step of a map has the address of its definition', () => {
  expect(['a', 'each[3].in', 'a[0].b[12].c'].map(staticPath)).toEqual(['a', 'each.in', 'a.b.c']);
});

test('a step that is done several times says which time it is', () => {
  expect(stepTitle({ key: 'each[2].look', name: 'Look' })).toBe('Look, 3');
  expect(stepTitle({ key: 'a[0].b[11].c', name: 'C' })).toBe('C, 1.12');
  expect(stepTitle({ key: 'LAND', name: 'Land' })).toBe('Land');
});

test('of several doings the one that needs a person counts', () => {
  expect(standOf([{ status: 'SUCCEEDED' }, { status: 'WAITING' }, { status: 'RUNNING' }])).toBe('WAITING');
  expect(standOf([{ status: 'SUCCEEDED' }, { status: 'SKIPPED' }])).toBe('SUCCEEDED');
  expect(standOf([])).toBe('PENDING');
});
