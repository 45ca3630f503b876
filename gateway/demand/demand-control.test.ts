import { composeServices } from '@apollo/composition';
import { Supergraph } from '@apollo/federation-internals';
import { Kind, parse, validate, type OperationDefinitionNode } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createDemandControl, type DemandOptions } from './demand-control.ts';

const SHOP = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", { name: "@cost", as: "@price" }, "@listSize"])
  type Query {
    products(first: Int = 10, last: Int): [Product!]! @listSize(slicingArguments: ["first", "last"], requireOneSlicingArgument: false, assumedSize: 25)
    page(first: Int!): ProductConnection! @listSize(slicingArguments: ["first"], sizedFields: ["nodes", "edges"])
    either(first: Int, last: Int): [Product!]! @listSize(slicingArguments: ["first", "last"])
    top: [Product!]! @listSize(assumedSize: 5)
    unknown: [Product!]!
    matrix: [[Int!]!]!
    search(filter: Filter, flag: Boolean @price(weight: 4)): Product
    slow: Int @price(weight: 50)
    named: Named
    found: Found
  }
  type Mutation { rename(id: ID!, name: String): Product }
  type Subscription { renamed: Product }
  type ProductConnection { nodes: [Product!]! edges: [Edge!]! totalCount: Int }
  type Edge { node: Product cursor: String }
  interface Named { name: String }
  type Product implements Named @key(fields: "id") { id: ID! name: String reviews(first: Int = 3): [Review!] @listSize(slicingArguments: ["first"]) stock: Stock }
  type Review implements Named @price(weight: 3) { name: String text: String product: Product }
  type Stock { level: Level code: Code }
  union Found = Product | Review
  enum Level @price(weight: 2) { LOW HIGH }
  scalar Code @price(weight: 5)
  input Filter { text: String near: Near tags: [Near!] rare: Int @price(weight: 7) }
  input Near { x: Int y: Int }
`;

function control(options: Partial<DemandOptions> = {}) {
  const composed = composeServices([{ name: 'shop', url: 'http://shop', typeDefs: parse(SHOP) }]);
  if (composed.errors !== undefined) throw new AggregateError(composed.errors, composed.errors.map(String).join());
  const sdl = composed.supergraphSdl;
  const apiSchema = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
  const demand = createDemandControl(
    { sdl, apiSchema },
    { mode: 'ENFORCE', maximum: 1_000, perRole: { VIEWER: 100 }, listSize: 10, ...options },
  );
  return {
    ...demand,
    of(text: string, variables: Record<string, unknown> = {}) {
      const document = parse(text);
      expect(validate(apiSchema, document)).toEqual([]);
      const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
      return demand.estimate(document, operation, variables);
    },
  };
}

const shop = control();
const costOf = (text: string, variables?: Record<string, unknown>): number => shop.of(text, variables).cost;

describe('what an operation costs', () => {
  test.each([
    ['leaves are free, objects cost 1', '{ page(first: 1) { totalCount } }', 1],
    ['a list costs its items', '{ products { id } }', 10],
    ['an argument says how many', '{ products(first: 7) { id name } }', 7],
    ['the largest of several arguments counts', '{ products(first: 7, last: 30) { id } }', 30],
    ['what no argument says is assumed', '{ products(first: null) { id } }', 25],
    ['an assumed size', '{ top { id } }', 5],
    ['a list of which nothing is said', '{ unknown { id } }', 10],
    ['leaves in lists are free', '{ matrix }', 0],
    ['lists inside lists multiply', '{ products(first: 5) { reviews(first: 4) { text } } }', 5 * (1 + 4 * 3)],
    ['sized fields take the size of what holds them', '{ page(first: 20) { nodes { id } edges { node { id } } } }', 1 + 20 + 20 * 2],
    ['a weight of a field replaces its type’s', '{ slow }', 50],
    ['weights of enums and scalars', '{ products(first: 2) { stock { level code } } }', 2 * (1 + 1 + 2 + 5)],
    ['weights of arguments', '{ search(flag: true) { id } }', 1 + 4],
    ['input objects', '{ search(filter: { text: "x", near: { x: 1 }, rare: 2 }) { id } }', 1 + 1 + 1 + 7],
    ['lists of input objects', '{ search(filter: { tags: [{ x: 1 }, { y: 2 }] }) { id } }', 1 + 1 + 2],
    ['a change costs 10 before anything', 'mutation { rename(id: 1) { id } }', 11],
    ['a subscription costs what one event does', 'subscription { renamed { id } }', 1],
    ['of abstract types the dearest', '{ found { ... on Product { stock { code } } ... on Review { text } } }', 3 + Math.max(1 + 5, 0)],
    ['an interface costs its dearest implementation', '{ named { name } }', 3],
    ['aliases count each', '{ one: top { id } two: top { id } }', 10],
    ['the same field twice counts once', '{ top { id } top { name stock { level } } }', 5 * (1 + 1 + 2)],
    ['introspection is bounded elsewhere', '{ __schema { types { name } } }', 0],
  ])('%s', (_what, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  test('fragments count where they are used, wherever they are nested', () => {
    const text = `{ products(first: 3) { ...P } top { ...P } }
      fragment P on Product { ...Named reviews(first: 2) { ...Named product { id } } } fragment Named on Named { name }`;
    expect(costOf(text)).toBe((3 + 5) * (1 + 2 * (3 + 1)));
  });

  test('variables count like what is written', () => {
    const text = 'query ($n: Int, $m: Int = 4) { products(first: $n) { reviews(first: $m) { text } } }';
    const each = (m: number): number => 1 + m * 3;
    expect(costOf(text, { n: 500 })).toBe(500 * each(4));
    expect(costOf(text, { n: 2, m: 100 })).toBe(2 * each(100));
    // Left out, the schema's default is taken; null says nothing.
    expect(costOf(text, {})).toBe(10 * each(4));
    expect(costOf(text, { n: null })).toBe(25 * each(4));
    expect(costOf(text, { n: 1, m: -7 })).toBe(1);
    expect(costOf(text, { n: 1e9 })).toBe(1e9 * each(4));
    for (const n of [1e308, Infinity, 'Infinity']) expect(costOf(text, { n, m: 1e308 })).toBe(1e12);
    // What is no number at all is refused later, by its type.
    for (const n of [{ toString: {} }, { valueOf: null }, 'x', true]) expect(costOf(text, { n })).toBe(25 * each(4));
  });

  test('variables inside input objects count', () => {
    const text = 'query ($f: Filter, $near: Near) { one: search(filter: $f) { id } two: search(filter: { near: $near }) { id } }';
    expect(costOf(text, { f: { tags: [{ x: 1 }, { x: 2 }, { x: 3 }] }, near: { x: 1 } })).toBe(1 + 1 + 3 + 1 + 1 + 1);
    expect(costOf(text)).toBe(1 + 0 + 1 + 1);
  });

  test('what is skipped costs nothing', () => {
    const text = `query ($full: Boolean = false, $no: Boolean!) {
      products(first: 5) @skip(if: $no) { id reviews @include(if: $full) { text } ... on Product @include(if: $full) { stock { code } } }
      top @include(if: false) { id }
    }`;
    expect(costOf(text, { no: false })).toBe(5);
    expect(costOf(text, { no: false, full: true })).toBe(5 * (1 + 3 * 3 + 1 + 5));
    expect(costOf(text, { no: true, full: true })).toBe(0);
  });

  test('a list that has to be told its size once is told so', () => {
    expect(shop.of('{ either(first: 1) { id } }').unsliced).toBeNull();
    expect(shop.of('{ either { id } }').unsliced).toEqual({ field: 'Query.either', names: ['first', 'last'] });
    const text = 'query ($a: Int, $b: Int) { either(first: $a, last: $b) { id } }';
    expect(shop.of(text, { a: 1 })).toEqual({ cost: 1, unsliced: null });
    expect(shop.of(text, { a: 1, b: 2 }).unsliced).not.toBeNull();
  });

  test('names of the prototype are names like any other', () => {
    const text =
      'query ($constructor: Int, $__proto__: Int) { products(first: $constructor, last: $__proto__) { constructor: id __proto__: name } }';
    expect(costOf(text, JSON.parse('{"constructor": 3, "__proto__": 8}'))).toBe(8);
    expect(costOf(text, {})).toBe(10);
  });

  test('a role has its own maximum', () => {
    expect([shop.maximumOf('VIEWER'), shop.maximumOf('OWNER'), shop.maximumOf('constructor')]).toEqual([100, 1_000, 1_000]);
  });

  test('fragments that unfold to millions of fields are worked out at once', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, n) => `fragment F${n} on Product { stock { code } reviews(first: 1) { product { ...F${n + 1} ...F${n + 1} } } }`,
    );
    const text = `{ found { ... on Product { ...F0 } ... on Review { product { ...F0 } } } } ${fragments.join('\n')} fragment F60 on Product { id }`;
    // Unfolded it would not be done before this test is given up.
    expect(costOf(text)).toBe(604);
  });
});
