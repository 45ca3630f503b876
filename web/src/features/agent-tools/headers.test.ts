import { expect, test } from 'vitest';
import { headersOf } from './headers.ts';

test('headers are read line by line; a value may hold colons', () => {
  expect(headersOf('authorization: Bearer a:b\n\n x-team :ops\n')).toEqual([
    { name: 'authorization', value: 'Bearer a:b' },
    { name: 'x-team', value: 'ops' },
  ]);
  expect(headersOf('')).toEqual([]);
});

test('a line without a name is no header', () => {
  expect(headersOf('authorization Bearer')).toBeNull();
  expect(headersOf(': value')).toBeNull();
});
