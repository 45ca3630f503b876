import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { copyOf, merge } from './merge.ts';
import { objectsAt, segmentsOf, visitAt } from './path.ts';
import { compilePlainKey } from './plain-key.ts';
import { compileRepresentation, representationKey } from './representation.ts';
import { compileRewrites } from './rewrites.ts';
import type { Entity } from './run.ts';
import { typeConditions } from './type-conditions.ts';

const isOfType = typeConditions(
  buildSchema(
    'type Query { media: Media } interface Media { id: ID } type Book implements Media { id: ID } type Film implements Media { id: ID }',
  ),
);
const field = (name: string, alias?: string) => ({ kind: 'Field' as const, name, ...(alias === undefined ? {} : { alias }) });
const on = (typeCondition: string, ...selections: ReturnType<typeof field>[]) => ({
  kind: 'InlineFragment' as const,
  typeCondition,
  selections,
});

describe('merging', () => {
  const merged = (target: Entity, source: Entity): Entity => {
    merge(target, source);
    return target;
  };

  test('goes into objects and lists of equal length, and takes what is newer', () => {
    expect(merged({ a: { x: 1 }, l: [{ x: 1 }, null], n: 1 }, { a: { y: 2 }, l: [{ y: 2 }, { y: 3 }], n: 2 })).toEqual({
      a: { x: 1, y: 2 },
      l: [{ x: 1, y: 2 }, { y: 3 }],
      n: 2,
    });
  });

  test('null replaces no object, whichever came first', () => {
    expect(merged({ a: { x: 1 } }, { a: null })).toEqual({ a: { x: 1 } });
    expect(merged({ a: null }, { a: { x: 1 } })).toEqual({ a: { x: 1 } });
    expect(merged({ l: [{ x: 1 }] }, { l: [null] })).toEqual({ l: [{ x: 1 }] });
  });

  test('a copy shares nothing', () => {
    const original = { a: [{ b: 1 }] };
    const copy = copyOf(original);
    merge(copy, { a: [{ b: 2 }] });
    expect(original).toEqual({ a: [{ b: 1 }] });
  });
});

describe('a path', () => {
  test('leads through lists, holes and types', () => {
    const data = { a: [[{ __typename: 'Book', b: { n: 1 } }, null], null, [{ __typename: 'Film', b: { n: 2 } }, { b: null }]] };
    expect(objectsAt([data], segmentsOf(['a', '@', '@', 'b']), false)).toEqual([{ n: 1 }, { n: 2 }]);
    expect(objectsAt([data], segmentsOf(['', 'a', '@', '@|[Book,Song]', 'b']), false)).toEqual([{ n: 1 }]);
  });

  test('says where each object hangs', () => {
    const list = [{ n: 1 }, { n: 2 }];
    const places: unknown[] = [];
    visitAt([{ list }], segmentsOf(['list', '@']), false, (object, holder, key) => places.push([object, holder === list, key]));
    expect(places).toEqual([
      [{ n: 1 }, true, 0],
      [{ n: 2 }, true, 1],
    ]);
  });
});

describe('a representation', () => {
  test('has what is required of its type; something missing makes none', () => {
    const build = compileRepresentation(
      [on('Book', field('__typename'), field('id')), on('Film', field('__typename'), field('year'))],
      isOfType,
    );
    expect(build({ __typename: 'Book', id: '1', more: true })).toEqual({ __typename: 'Book', id: '1' });
    expect(build({ __typename: 'Film', id: '1' })).toBeNull();
    expect(build({ __typename: 'Query' })).toBeNull();
    expect(build({ __typename: 'Book', id: null })).toEqual({ __typename: 'Book', id: null });
  });

  test('has nested values, in lists too', () => {
    const nested = { ...field('owner'), selections: [field('id')] };
    const build = compileRepresentation([on('Media', field('__typename'), nested)], isOfType);
    expect(build({ __typename: 'Book', owner: [{ id: '1', x: 1 }, null] })).toEqual({ __typename: 'Book', owner: [{ id: '1' }, null] });
  });

  test('has a key that no other one has', () => {
    const plain = compilePlainKey([on('Media', field('__typename'), field('id'), field('n'))], isOfType);
    const entities = [
      { id: '1', n: 1 },
      { id: '1', n: '1' },
      { id: '1', n: null },
      { id: '1"1:', n: '' },
      { id: '', n: '1"1:' },
      { id: 'a', n: true },
      { id: 'a', n: 'true' },
    ].map((entity) => ({ __typename: 'Book', ...entity }));
    expect(new Set(entities.map(plain)).size).toBe(entities.length);
    expect(new Set(entities.map(representationKey)).size).toBe(entities.length);
    expect(plain({ __typename: 'Book', id: '1', n: {} })).toBeNull();
    expect(plain({ __typename: 'Book', id: '1' })).toBeNull();
  });
});

describe('rewrites', () => {
  test('set values and rename keys, at objects of the types they are for', () => {
    const rewrite = compileRewrites(
      [
        { kind: 'ValueSetter', path: ['... on Book', '__typename'], setValueTo: 'Media' },
        { kind: 'KeyRenamer', path: ['list', 'x__alias_0'], renameKeyTo: 'x' },
      ],
      isOfType,
    );
    const book = { __typename: 'Book', list: [{ x__alias_0: 0 }, null, { x__alias_0: null }] };
    const film = { __typename: 'Film' };
    rewrite?.([book, film]);
    expect(JSON.parse(JSON.stringify([book, film]))).toEqual([
      { __typename: 'Media', list: [{ x: 0 }, null, { x: null }] },
      { __typename: 'Film' },
    ]);
  });
});
