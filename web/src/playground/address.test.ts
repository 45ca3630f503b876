import { expect, test } from 'vitest';
import { readOperation } from './address.ts';

const read = (query: string) => readOperation(new URLSearchParams(query));

test('an address opens its operation, with readable variables', () => {
  expect(read('query=%7Bviewer%7Bid%7D%7D&variables=%7B%22a%22%3A1%7D')).toEqual({ query: '{viewer{id}}', variables: '{\n  "a": 1\n}' });
});

test('variables that are no JSON are kept for the person to repair', () => {
  expect(read('query=%7Ba%7D&variables=%7Ba')).toEqual({ query: '{a}', variables: '{a' });
});

test('an address without an operation opens none', () => {
  expect(read('')).toBeNull();
  expect(read('query=%20')).toBeNull();
});
