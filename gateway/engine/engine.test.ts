import { parse, print } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Source } from '../sources/source.ts';
import { testGraph, type TestGraph } from './engine.testkit.ts';
import { createOperations } from './operations.ts';
import { createPlanner } from './planning/planner.ts';

const users = [
  { __typename: 'User', id: 'u1', name: 'Ada' },
  { __typename: 'User', id: 'u2', name: 'Grace' },
];
const products = [
  { __typename: 'Product', upc: 'p1', name: 'Table', price: 10, weight: 5 },
  { __typename: 'Product', upc: 'p2', name: 'Couch', price: 20, weight: 50 },
];
const reviews = [
  { id: 'r1', body: 'good', author: 'u1', product: 'p1' },
  { id: 'r2', body: 'bad', author: 'u1', product: 'p2' },
  { id: 'r3', body: 'so-so', author: 'u2', product: 'p1' },
];
type Review = (typeof reviews)[number];

const shop = (): TestGraph =>
  testGraph({
    users: {
      sdl: 'type Query { me: User users: [User!]! user(id: ID! = "u1"): User } type User @key(fields: "id") { id: ID! name: String! }',
      resolvers: {
        Query: {
          me: () => users[0],
          users: () => users,
          user: (_root: unknown, { id }: { id: string }) => users.find((user) => user.id === id),
        },
        User: { __resolveReference: ({ id }: { id: string }) => users.find((user) => user.id === id) ?? null },
      },
    },
    products: {
      sdl: 'type Query { topProducts(first: Int = 2): [Product] } type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int } type Mutation { rename(upc: String!, name: String!): Product fail: String }',
      resolvers: {
        Query: { topProducts: (_root: unknown, { first }: { first: number }) => products.slice(0, first) },
        Product: { __resolveReference: ({ upc }: { upc: string }) => products.find((product) => product.upc === upc) ?? null },
        Mutation: {
          rename: (_root: unknown, { upc, name }: { upc: string; name: string }) => ({
            ...products.find((product) => product.upc === upc),
            name,
          }),
          fail: () => {
            throw new Error('no');
          },
        },
      },
    },
    reviews: {
      sdl: 'type Review { id: ID! body: String author: User product: Product } type User @key(fields: "id") { id: ID! reviews: [Review] } type Product @key(fields: "upc") { upc: String! reviews: [Review] }',
      resolvers: {
        Review: {
          author: (review: Review) => ({ __typename: 'User', id: review.author }),
          product: (review: Review) => ({ __typename: 'Product', upc: review.product }),
        },
        User: { reviews: ({ id }: { id: string }) => reviews.filter(({ author }) => author === id) },
        Product: { reviews: ({ upc }: { upc: string }) => reviews.filter(({ product }) => product === upc) },
      },
    },
    inventory: {
      sdl: 'type Product @key(fields: "upc") { upc: String! weight: Int @external price: Int @external inStock: Boolean shipping: Int @requires(fields: "price weight") }',
      resolvers: {
        Product: {
          inStock: ({ upc }: { upc: string }) => upc === 'p1',
          shipping: ({ price, weight }: { price: number; weight: number }) => price + weight,
        },
      },
    },
  });

describe('an engine', () => {
  test('answers from several subgraphs, @requires included', async () => {
    expect(await shop().ask('{ me { name reviews { body product { name inStock shipping } } } }')).toEqual({
      data: {
        me: {
          name: 'Ada',
          reviews: [
            { body: 'good', product: { name: 'Table', inStock: true, shipping: 15 } },
            { body: 'bad', product: { name: 'Couch', inStock: false, shipping: 70 } },
          ],
        },
      },
    });
  });

  test('asks for each entity once, and for nothing twice', async () => {
    const graph = shop();
    const result = await graph.ask('{ topProducts { name reviews { author { name reviews { product { name } } } } } }');
    expect(result.errors).toBeUndefined();
    const asked = graph.calls.flatMap(({ variables }) => (variables['representations'] as unknown[] | undefined) ?? []);
    expect(asked.length).toBeGreaterThan(0);
    for (const { variables } of graph.calls) {
      const sent = (variables['representations'] as unknown[] | undefined) ?? [];
      expect(new Set(sent.map((each) => JSON.stringify(each))).size).toBe(sent.length);
    }
  });

  test('carries out mutations in order, and goes on after one that failed', async () => {
    const graph = shop();
    expect(
      await graph.ask('mutation { a: rename(upc: "p1", name: "X") { name inStock } fail b: rename(upc: "p2", name: "Y") { name } }'),
    ).toMatchObject({
      data: { a: { name: 'X', inStock: true }, fail: null, b: { name: 'Y' } },
      errors: [{ message: 'no', path: ['fail'] }],
    });
  });

  test('introspects, beside data of the same operation', async () => {
    expect(await shop().ask('query ($name: String!) { __type(name: $name) { name } t: __typename me { name } }', { name: 'User' })).toEqual(
      {
        data: { __type: { name: 'User' }, t: 'Query', me: { name: 'Ada' } },
      },
    );
  });

  test('refuses variables that do not fit, before anything is asked', async () => {
    const graph = shop();
    const result = await graph.ask('query ($id: ID!) { user(id: $id) { name } }', {});
    expect(result.data).toBeUndefined();
    expect(result.errors?.[0]?.message).toContain('$id');
    expect(graph.calls).toEqual([]);
  });

  test('takes defaults of variables and arguments, and conditions by them', async () => {
    expect(
      await shop().ask(
        'query ($id: ID! = "u2", $on: Boolean! = false) { user(id: $id) { name @include(if: $on) id } other: user { name @skip(if: $on) } }',
      ),
    ).toEqual({ data: { user: { id: 'u2' }, other: { name: 'Ada' } } });
  });

  test('keeps to the caller’s names, whatever subgraphs need those names for', async () => {
    expect(await shop().ask('{ me { id: name __typename: id reviews { body } } }')).toMatchObject({
      data: { me: { id: 'Ada', __typename: 'u1', reviews: [{ body: 'good' }, { body: 'bad' }] } },
    });
  });

  test('gives what there is when a subgraph is away, with an error at each place', async () => {
    const graph = shop();
    graph.away.add('inventory');
    const result = await graph.ask('{ topProducts { n: name stock: inStock } }');
    expect(result.data).toEqual({
      topProducts: [
        { n: 'Table', stock: null },
        { n: 'Couch', stock: null },
      ],
    });
    expect(result.errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['topProducts', 0, 'stock'], 'UNAVAILABLE'],
      [['topProducts', 1, 'stock'], 'UNAVAILABLE'],
    ]);
  });
});

test('a document that comes as another object is neither planned nor compiled again', async () => {
  const { supergraph } = shop();
  let plans = 0;
  const planner = createPlanner(supergraph);
  const operations = createOperations({
    supergraph,
    sources: new Map([...supergraph.subgraphs.keys()].map((name) => [name, { name } as Source])),
    plan: async (document) => {
      plans++;
      return planner(document);
    },
  });
  const asked = (text: string) => ({ document: parse(text), operationName: null, permitted: null, variables: {} });
  const together = await Promise.all([1, 2, 3].map(async () => operations.whole(asked('{ me { name } }'))));
  expect(new Set(together).size).toBe(1);
  expect(operations.whole(asked('{ me { name } }'))).toBe(together[0]);
  await operations.whole(asked('{ me { id } }'));
  expect(plans).toBe(2);
});

test('what one engine was asked lately, another one prepares, as far as it can be asked there', async () => {
  const before = shop();
  await before.ask('{ me { name } }');
  await before.ask('{ topProducts { price } }');
  expect(before.engine.latest()).toHaveLength(2);
  const after = testGraph({ users: { sdl: 'type Query { me: User } type User { name: String }', resolvers: {} } });
  await after.engine.prepare(before.engine.latest());
  expect(after.engine.latest().map(({ document }) => print(document))).toEqual([print(parse('{ me { name } }'))]);
  expect(after.calls).toEqual([]);
});
