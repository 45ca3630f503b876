import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { testGraph } from '../engine.testkit.ts';
import { differsByType } from './differs-by-type.ts';

const graph = testGraph({
  one: {
    sdl: 'type Query { all: [Media] } union Media = Book | Film type Book { about: Thing } type Film { about: Thing } type Thing @key(fields: "id") { id: ID! }',
    resolvers: {
      Query: {
        all: () => [
          { __typename: 'Book', about: { id: '1' } },
          { __typename: 'Film', about: { id: '1' } },
        ],
      },
    },
  },
  two: {
    sdl: 'type Thing @key(fields: "id") { id: ID! label(as: String!): String kin: [Thing!]! }',
    resolvers: {
      Thing: {
        label: ({ id }: { id: string }, { as }: { as: string }) => `${as} ${id}`,
        kin: () => [{ __typename: 'Thing', id: '2' }],
      },
    },
  },
});

test('one name that stands for different things, by the type above, has each where it belongs', async () => {
  const query =
    '{ all { ... on Book { about { l: label(as: "book") kin { l: label(as: "a") } } } ... on Film { about { l: label(as: "film") kin { l: label(as: "b") } } } } }';
  expect(differsByType(parse(query))).toBe(true);
  expect(await graph.ask(query)).toEqual({
    data: {
      all: [{ about: { l: 'book 1', kin: [{ l: 'a 2' }] } }, { about: { l: 'film 1', kin: [{ l: 'b 2' }] } }],
    },
  });
});

test('documents without such names are planned as they are', () => {
  expect(
    differsByType(parse('{ all { ... on Book { about { id } } ... on Film { about { id } ...F } } } fragment F on Film { about { id } }')),
  ).toBe(false);
});
