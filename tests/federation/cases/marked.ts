import { GraphQLScalarType } from 'graphql';
import { among, fed2, type FederationCase } from '../kit/federation.ts';

const itself = (reference: object) => reference;
const ANY_JSON = new GraphQLScalarType({ name: 'JSON' });
const DOCUMENTS = [
  { id: '1', body: { a: [1, { __typename: 'Fake', b: null }], title: 'x' }, at: '2026-01-01', bodies: [[1], { z: 1 }, null] },
  { id: '2', body: null, at: null, bodies: [] },
];

/** Scalars of one's own: whatever they hold goes through untouched, as values, in keys and in requirements. */
export const scalars: FederationCase = {
  name: 'custom scalars',
  subgraphs: {
    store: {
      sdl: fed2(`
        scalar JSON
        scalar Day
        type Query { documents: [Document] echo(value: JSON, day: Day = "today"): JSON big: Float int: Int }
        type Document @key(fields: "id") @key(fields: "at") { id: ID! body: JSON at: Day bodies: [JSON] }
      `),
      resolvers: {
        JSON: ANY_JSON,
        Query: { documents: () => DOCUMENTS, echo: (_: unknown, args: object) => args, big: () => 1e21, int: () => 0 },
        Document: { __resolveReference: among(DOCUMENTS, 'id') },
      },
    },
    index: {
      sdl: fed2(`
        scalar JSON
        scalar Day
        type Document @key(fields: "id") { id: ID! body: JSON @external digest: String @requires(fields: "body") meta: JSON }
      `),
      resolvers: {
        JSON: ANY_JSON,
        Document: {
          __resolveReference: itself,
          digest: ({ body }: { body?: unknown }) => JSON.stringify(body),
          meta: ({ id }: { id: string }) => ({ id, __typename: 1 }),
        },
      },
    },
    days: {
      sdl: fed2('scalar Day type Document @key(fields: "at") { at: Day day: Int }'),
      resolvers: {
        Document: { __resolveReference: ({ at }: { at: string | null }) => (at === null ? null : { at, day: Number(at.slice(8)) }) },
      },
    },
  },
  operations: [
    {
      name: 'objects and lists in them are not graph objects',
      query: '{ documents { body digest meta bodies day } }',
      data: {
        documents: [
          {
            body: DOCUMENTS[0]?.body,
            digest: JSON.stringify(DOCUMENTS[0]?.body),
            meta: { id: '1', __typename: 1 },
            bodies: [[1], { z: 1 }, null],
            day: 1,
          },
          { body: null, digest: 'null', meta: { id: '2', __typename: 1 }, bodies: [], day: null },
        ],
      },
    },
    {
      name: 'in variables and literals',
      query: 'query ($v: JSON) { a: echo(value: $v) b: echo(value: { x: [1, "two", $v] }, day: null) big int }',
      variables: { v: { deep: [true, null] } },
      data: {
        a: { value: { deep: [true, null] }, day: 'today' },
        b: { value: { x: [1, 'two', { deep: [true, null] }] }, day: null },
        big: 1e21,
        int: 0,
      },
    },
  ],
};

/** Directives that say who may or what it costs change nothing of how an operation is executed. */
export const marked: FederationCase = {
  name: 'directives of authorization, cost and tags',
  subgraphs: {
    a: {
      sdl: fed2(`
        type Query { item: Item @authenticated list(first: Int): [Item] @listSize(slicingArguments: ["first"]) @cost(weight: 5) }
        type Item @key(fields: "id") @requiresScopes(scopes: [["read"]]) @tag(name: "x") { id: ID! price: Int @policy(policies: [["p"]]) name: String @requiresScopes(scopes: [["a", "b"], ["c"]]) }
      `),
      resolvers: {
        Query: { item: () => ({ id: '1', price: 3, name: 'n' }), list: () => [{ id: '2', price: 4 }] },
        Item: { __resolveReference: itself },
      },
    },
    b: {
      sdl: fed2(
        'type Item @key(fields: "id") @authenticated { id: ID! more: Int @cost(weight: 2) state: State } enum State @authenticated { ON OFF }',
      ),
      resolvers: { Item: { __resolveReference: itself, more: () => 8, state: () => 'ON' } },
    },
  },
  operations: [
    {
      name: 'the supergraph is loaded and executed',
      query: '{ item { price name more state } list(first: 1) { id more } }',
      data: { item: { price: 3, name: 'n', more: 8, state: 'ON' }, list: [{ id: '2', more: 8 }] },
    },
  ],
};

/** A field that is moving: without anybody who opts in, a percentage of zero stays at home. */
export const progressive: FederationCase = {
  name: 'progressive @override',
  subgraphs: {
    old: {
      sdl: fed2('type Query { item: Item } type Item @key(fields: "id") { id: ID! stock: Int price: Int }'),
      resolvers: { Query: { item: () => ({ id: '1' }) }, Item: { __resolveReference: itself, stock: () => 1, price: () => 10 } },
    },
    fresh: {
      sdl: fed2(
        'type Item @key(fields: "id") { id: ID! stock: Int @override(from: "old", label: "percent(0)") price: Int @override(from: "old", label: "percent(100)") }',
      ),
      resolvers: { Item: { __resolveReference: itself, stock: () => 2, price: () => 20 } },
    },
  },
  operations: [
    { name: 'none of a hundred', query: '{ item { stock } }', data: { item: { stock: 1 } } },
    { name: 'all of a hundred', query: '{ item { price } }', data: { item: { price: 20 } } },
  ],
};
