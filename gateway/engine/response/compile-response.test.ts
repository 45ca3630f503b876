import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { operationOf } from '../planning/planned-document.ts';
import { compileResponse } from './compile-response.ts';

const apiSchema = buildSchema(`
  type Query { thing: Thing must: Thing! list: [Thing!] grid: [[Int!]] any: Any }
  interface Named { name: String }
  type Thing implements Named { id: ID! name: String int: Int float: Float flag: Boolean color: Color json: JSON strict: String! toString: String }
  type Other { size: Int }
  union Any = Thing | Other
  enum Color { RED GREEN }
  scalar JSON
`);

/** The response to an operation over data, with the places of what is wrong with it. */
function respond(query: string, data: object, options: { permitted?: string; variables?: object; shared?: object[] } = {}) {
  const operation = operationOf(parse(query), null);
  const permitted = options.permitted === undefined ? undefined : operationOf(parse(options.permitted), null);
  if (operation === null) throw new Error('no operation');
  const faults: string[] = [];
  const write = compileResponse({ apiSchema, withArguments: new Set() }, operation, permitted);
  const written = { data: { ...data }, coerced: { ...options.variables }, shared: new Set(options.shared), absent: new Set<object>() };
  const text = write(written, ({ code }, path) => faults.push(`${path.join('.')} ${code}`));
  return { data: JSON.parse(text) as unknown, faults };
}

describe('a response', () => {
  test('has what was asked, in the order and under the names in which it was', () => {
    expect(JSON.stringify(respond('{ thing { int, id } }', { thing: { id: '1', int: 2, name: 'not asked' } }).data)).toBe(
      '{"thing":{"int":2,"id":"1"}}',
    );
    expect(respond('{ t: thing { __typename n: name } }', { _a_t: { _a_n: 'x' } }).data).toEqual({ t: { __typename: 'Thing', n: 'x' } });
  });

  test.each([
    ['int', 1.5],
    ['int', 2 ** 31],
    ['int', '1'],
    ['float', 'x'],
    ['flag', 1],
    ['name', 3],
    ['id', 1.5],
    ['color', 'BLUE'],
    ['color', 1],
  ])('%s is null, with a fault, for %o', (field, value) => {
    const { data, faults } = respond(`{ thing { ${field} } }`, { thing: { [field]: value } });
    expect(data).toEqual(
      { thing: field === 'id' ? null : { [field]: null } }.thing === null ? { thing: null } : { thing: { [field]: null } },
    );
    expect(faults).toEqual([`thing.${field} INVALID_VALUE`]);
  });

  test('writes strings as JSON does, whatever is in them', () => {
    const names = ['"', '\\', '\n', '\u0007', '😀', '\ud800', 'é', 'x'.repeat(50), `${'x'.repeat(50)}"`, '\u2028'];
    for (const name of names) {
      expect(respond('{ thing { name json } }', { thing: { name, json: { of: [name, 1, null] } } }).data).toEqual(
        JSON.parse(JSON.stringify({ thing: { name, json: { of: [name, 1, null] } } })),
      );
    }
  });

  test('a null rises to the nearest place that may be null, and is told of once', () => {
    expect(respond('{ thing { strict } }', { thing: { strict: null } })).toEqual({
      data: { thing: null },
      faults: ['thing.strict MISSING_VALUE'],
    });
    expect(respond('{ must { strict } }', { must: {} })).toEqual({ data: null, faults: ['must.strict MISSING_VALUE'] });
    expect(respond('{ list { name } }', { list: [{ name: 'a' }, null] })).toEqual({
      data: { list: null },
      faults: ['list.1 MISSING_VALUE'],
    });
    expect(respond('{ grid }', { grid: [[1], [2, null], null] })).toEqual({
      data: { grid: [[1], null, null] },
      faults: ['grid.1.1 MISSING_VALUE'],
    });
  });

  test('a list that is none, and an object that is none, are null', () => {
    expect(respond('{ list { name } thing { name } }', { list: {}, thing: 'x' })).toEqual({
      data: { list: null, thing: null },
      faults: ['list INVALID_VALUE', 'thing INVALID_VALUE'],
    });
  });

  test('fragments apply by what an object says it is; what it cannot be is null', () => {
    const query = '{ any { __typename ... on Other { size } ... on Named { name } } }';
    expect(respond(query, { any: { __typename: 'Thing', name: 'x', size: 1 } }).data).toEqual({ any: { __typename: 'Thing', name: 'x' } });
    expect(respond(query, { any: { __typename: 'Query' } })).toEqual({ data: { any: null }, faults: ['any INVALID_VALUE'] });
    expect(respond(query, { any: { __typename: 'Hidden' } }).data).toEqual({ any: null });
  });

  test('conditions go by the variables of the moment', () => {
    const query = 'query ($on: Boolean!) { thing { id @include(if: $on) name @skip(if: $on) } }';
    const data = { thing: { id: '1', name: 'x' } };
    expect(respond(query, data, { variables: { on: true } }).data).toEqual({ thing: { id: '1' } });
    expect(respond(query, data, { variables: { on: false } }).data).toEqual({ thing: { name: 'x' } });
  });

  test('names that every object has by nature are no data', () => {
    expect(respond('{ thing { toString } }', { thing: {} })).toEqual({ data: { thing: { toString: null } }, faults: [] });
    expect(respond('{ thing { constructor: name } }', { thing: {} }).data).toEqual({ thing: { constructor: null } });
  });

  test('an object at several places is written once, and faults in it are told at each', () => {
    const thing = { color: 'BLUE', name: 'x' };
    expect(respond('{ list { color name } }', { list: [thing, thing] }, { shared: [thing] })).toEqual({
      data: {
        list: [
          { color: null, name: 'x' },
          { color: null, name: 'x' },
        ],
      },
      faults: ['list.0.color INVALID_VALUE', 'list.1.color INVALID_VALUE'],
    });
  });
});

describe('where only a part may be asked for', () => {
  const query = '{ thing { id name strict ...F } any { ... on Other { size } } } fragment F on Thing { int }';

  test('the rest is null without an error, even where it is known', () => {
    const data = { thing: { id: '1', name: 'secret', int: 7 }, any: { __typename: 'Other', size: 1 } };
    expect(respond('{ thing { id name int } }', data, { permitted: '{ thing { id int } }' })).toEqual({
      data: { thing: { id: '1', name: null, int: 7 } },
      faults: [],
    });
    expect(respond(query, data, { permitted: '{ any { ... on Other { size } } }' })).toEqual({
      data: { thing: null, any: { size: 1 } },
      faults: [],
    });
  });

  test('a denied field that may not be null takes its object, without an error', () => {
    expect(respond('{ thing { id strict } }', { thing: { id: '1', strict: 'x' } }, { permitted: '{ thing { id } }' })).toEqual({
      data: { thing: null },
      faults: [],
    });
  });
});

test('of very many faults a few are told', () => {
  const list = Array.from({ length: 20_000 }, () => ({ color: 'BLUE' }));
  const { data, faults } = respond('{ list { color } }', { list });
  expect(faults).toHaveLength(50);
  expect((data as { list: unknown[] }).list).toHaveLength(20_000);
});
