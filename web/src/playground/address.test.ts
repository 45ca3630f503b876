import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dashboardAddress, operationAddress, readOperation } from './address.ts';

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

const parts = (address: string) => new URLSearchParams(address.slice(address.search(/[?#]/) + 1));

test('a link opens the very operation it was made of, however long', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1 }),
      fc.dictionary(fc.string(), fc.string()),
      fc.integer({ min: 0, max: 9_000 }),
      (text, values, more) => {
        const query = `query {\n a # ${text.trim()}${'x'.repeat(more)}\n}`;
        const variables = JSON.stringify(values, null, 2);
        const read = readOperation(parts(operationAddress({ query, variables })));
        expect(read?.query).toBe(query);
        expect(read?.variables ?? '{}').toBe(variables);
      },
    ),
  );
});

test('a document too long for any server on the way stands behind the #, and makes no dashboard by address', () => {
  const query = `{ a(text: "${'x'.repeat(9_000)}") }`;
  expect(operationAddress({ query, variables: null })).toMatch(/^\/playground#query=/);
  expect(dashboardAddress({ query, variables: null }, null)).toBeNull();
  expect(dashboardAddress({ query: '# note\n{ a }', variables: '{}' }, 'A')).toBe('/dashboards/new?operation=%7Ba%7D&name=A');
});
