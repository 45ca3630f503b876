import { expect, test } from 'vitest';
import { standOf, staticPath } from './stand-of.ts';

test('a step of a map has the address of its definition', () => {
  expect(['a', 'each[3].in', 'a[0].b[12].c'].map(staticPath)).toEqual(['a', 'each.in', 'a.b.c']);
});

test('of several doings the one that needs a person counts', () => {
  expect(standOf([{ status: 'SUCCEEDED' }, { status: 'WAITING' }, { status: 'RUNNING' }])).toBe('WAITING');
  expect(standOf([{ status: 'SUCCEEDED' }, { status: 'SKIPPED' }])).toBe('SUCCEEDED');
  expect(standOf([])).toBe('PENDING');
});
