import { composeServices } from '@apollo/composition';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import fc from 'fast-check';
import {
  buildSchema,
  getIntrospectionQuery,
  graphqlSync,
  isObjectType,
  lexicographicSortSchema,
  parse,
  printSchema,
  validate,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { createAuthorization } from '../gateway/authorization/authorization.ts';
import { ContractError, underContract, type Contract } from '../gateway/authorization/contract/contract.ts';
import type { Grants } from '../gateway/context.ts';
import { createEngine } from '../gateway/engine/engine.ts';
import { TEST_CONTEXT } from '../gateway/engine/engine.testkit.ts';
import { loadSupergraph } from '../gateway/engine/supergraph.ts';
import type { Source } from '../gateway/sources/source.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@tag", "@shareable", "@inaccessible"])';

const NOBODY: Grants = { key: '', role: 'PUBLIC', authenticated: false, scopes: new Set(), policies: new Set() };

function supergraphOf(sdl: string): string {
  const composed = composeServices([{ name: 'all', url: 'http://all', typeDefs: parse(`${LINK}\n${sdl}`) }]);
  if (composed.errors !== undefined) throw new AggregateError(composed.errors, composed.errors.map(({ message }) => message).join('\n'));
  return composed.supergraphSdl;
}

function seen(supergraph: string): GraphQLSchema {
  return Supergraph.build(supergraph, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES }).apiSchema().toGraphQLJSSchema();
}

const SHOP = `
  type Query {
    products(order: Order = PRICE, filter: Filter): [Product!]! @tag(name: "partner")
    product(id: ID!, trace: Trace): Product @tag(name: "partner")
    margins: [Margin!]!
    nodes: [Node!]! @tag(name: "partner")
    hits: [Hit!]! @tag(name: "partner")
    audit(by: Secret!): String @tag(name: "partner")
  }
  type Mutation { wipe: Boolean @tag(name: "internal") }
  enum Order { NAME PRICE COST @tag(name: "internal") }
  input Filter { text: String  cost: Float @tag(name: "internal")  within: Range }
  input Range { from: Float  to: Float }
  input Trace @tag(name: "internal") { level: Int }
  input Secret @tag(name: "internal") { word: String }
  interface Node { id: ID! @tag(name: "partner")  owner: String @tag(name: "partner") }
  type Product implements Node @key(fields: "id") @tag(name: "partner") {
    id: ID!  owner: String @tag(name: "internal")  name: String!  cost: Float @tag(name: "internal")  margin: Margin
  }
  type Margin { percent: Float  product: Product }
  type Note implements Node @tag(name: "partner") { id: ID!  owner: String  text: String }
  union Hit = Product | Margin | Note`;

function shop(contract: Contract): GraphQLSchema {
  return seen(underContract(supergraphOf(SHOP), contract));
}

const sorted = (schema: GraphQLSchema): string => printSchema(lexicographicSortSchema(schema));

const errors = (schema: GraphQLSchema, text: string): number => validate(schema, parse(text)).length;

describe('excluding a tag', () => {
  const schema = shop({ include: [], exclude: ['internal'] });

  test.each([
    '{ margins { product { name } } }',
    '{ products(order: NAME, filter: { text: "a", within: { from: 1 } }) { name margin { percent } } }',
    '{ hits { ... on Margin { percent } ... on Note { owner } } }',
  ])('leaves the rest: %s', (text) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });

  test.each([
    ['a field', '{ products { cost } }'],
    ['an enum value', '{ products(order: COST) { id } }'],
    ['an input field', '{ products(filter: { cost: 1 }) { id } }'],
    ['an argument whose type is hidden', '{ product(id: 1, trace: { level: 1 }) { id } }'],
    ['a field that needs an argument whose type is hidden', '{ audit(by: { word: "a" }) }'],
    ['what an interface promises but a member hides', '{ nodes { owner } }'],
  ])('takes away %s', (_what, text) => {
    expect(errors(shop({ include: [], exclude: [] as string[] }), text)).toBe(0);
    expect(errors(schema, text)).toBeGreaterThan(0);
  });

  test('takes away a mutation, and when it was the last one, the root of all', () => {
    expect(schema.getMutationType()).toBeUndefined();
    const guard = createAuthorization({ sdl: supergraphOf(SHOP), apiSchema: schema }, { mode: 'NULL', describe: () => null });
    const { refusal, permitted } = guard.judge(parse('mutation { wipe }'), null, NOBODY);
    expect([refusal?.code, refusal?.message, permitted]).toEqual([
      'INVALID_INPUT',
      'This graph has no mutation to ask for.',
      { document: null },
    ]);
  });

  test('introspection shows nothing of it', () => {
    const { data } = graphqlSync({ schema, source: getIntrospectionQuery() });
    for (const name of ['Trace', 'Secret', 'COST', 'cost', 'wipe', 'Mutation', 'internal', 'inaccessible'])
      expect(JSON.stringify(data)).not.toContain(`"name":"${name}"`);
    expect(JSON.stringify(data)).toContain('"name":"Range"');
  });
});

describe('including a tag', () => {
  const schema = shop({ include: ['partner'], exclude: ['internal'] });

  test('shows only fields that carry it, by themselves or by their type, and what they need', () => {
    expect(sorted(schema)).toBe(
      sorted(
        buildSchema(`
          type Query {
            products(order: Order = PRICE, filter: Filter): [Product!]!
            product(id: ID!): Product
            nodes: [Node!]!
            hits: [Hit!]!
          }
          enum Order { NAME PRICE }
          type Product implements Node { id: ID!  name: String! }
          interface Node { id: ID! }
          input Filter { text: String  within: Range }
          input Range { from: Float  to: Float }
          union Hit = Product | Note
          type Note implements Node { id: ID!  owner: String  text: String }`),
      ),
    );
  });

  test.each([
    [{ include: ['unheard'], exclude: [] }, /“unheard”/],
    [{ include: ['internal'], exclude: [] }, /no field of Query/],
  ])('that leaves nothing, or that nothing carries, is refused: %j', (contract, message) => {
    expect(() => shop(contract)).toThrowError(ContractError);
    expect(() => shop(contract)).toThrowError(message);
  });
});

test('hidden types that answer all the same are null, keys that are hidden are used, and neither is named', async () => {
  const services = [
    {
      name: 'one',
      sdl: `type Query { nodes: [Node]!  one: Box! } interface Node { name: String }
        type Secret implements Node @tag(name: "internal") { name: String  canary: String }
        type Box implements Node @key(fields: "canaryId") { canaryId: ID! @tag(name: "internal")  name: String }`,
      data: {
        nodes: [
          { __typename: 'Secret', name: 'canary' },
          { __typename: 'Box', name: 'box' },
        ],
        one: { __typename: 'Box', canaryId: 'canary' },
      },
    },
    {
      name: 'two',
      sdl: 'type Box @key(fields: "canaryId") { canaryId: ID!  size: Int }',
      data: { _entities: [{ size: 3 }] },
    },
  ];
  const composed = composeServices(services.map(({ name, sdl }) => ({ name, url: '', typeDefs: parse(`${LINK}\n${sdl}`) })));
  const supergraph = loadSupergraph(composed.supergraphSdl ?? '', { contract: { include: [], exclude: ['internal'] } });
  const sources = services.map(({ name, data }): [string, Source] => [
    name,
    {
      name,
      fetch: () => Promise.resolve({ data: structuredClone(data), errors: [] }),
      open: () => Promise.reject(new Error('nothing is subscribed to')),
      close: () => Promise.resolve(),
    },
  ]);
  const engine = createEngine({ supergraph, sources: new Map(sources) });
  const ask = (text: string): Promise<ExecutionResult> => {
    const document = parse(text);
    expect(validate(supergraph.apiSchema, document)).toEqual([]);
    return engine.execute({ document, operationName: null, variables: {}, context: TEST_CONTEXT, permitted: null });
  };
  expect(await ask('{ one { size } }')).toEqual({ data: { one: { size: 3 } } });
  const nodes = await ask('{ nodes { __typename name } }');
  expect(nodes.data).toEqual({ nodes: [null, { __typename: 'Box', name: 'box' }] });
  expect(JSON.stringify(nodes)).not.toMatch(/Secret|canary/);
});

test('whatever is tagged, what is left is a schema, without anything excluded and with nothing that was not included', () => {
  // Tags on a few of the places of a schema full of ties: interfaces, required arguments, default values, unions, input objects in each other.
  const places = Array.from({ length: 24 }, (_, index) => index);
  const tagged = fc.dictionary(fc.constantFrom(...places.map(String)), fc.constantFrom('in', 'out'), { maxKeys: 12 });
  const sdl = (tags: Readonly<Record<string, string>>): string => {
    const t = (place: number): string => (tags[place] === undefined ? '' : `@tag(name: "${tags[place]}")`);
    return `
      type Query { a(x: X ${t(0)}, y: Y! ${t(1)}): A ${t(2)}  i(e: E = ONE): I ${t(3)}  u: U ${t(4)}  ever: ID @tag(name: "in")  never: ID @tag(name: "out") }
      interface I ${t(5)} { id(first: Int ${t(6)}): ID ${t(7)}  e: E ${t(8)} }
      type A implements I ${t(9)} { id(first: Int ${t(10)}): ID ${t(11)}  e: E ${t(12)}  b: B! ${t(13)} }
      type B implements I ${t(14)} { id(first: Int): ID  e: E ${t(15)}  a: [A!]! ${t(16)} }
      union U ${t(17)} = A | B
      enum E ${t(18)} { ONE ${t(19)}  TWO ${t(20)} }
      input X ${t(21)} { y: Y = { e: TWO } }
      input Y { e: E ${t(22)}  x: [X!]  n: Int! = 3 ${t(23)} }`;
  };
  fc.assert(
    fc.property(tagged, fc.boolean(), (tags, including) => {
      const supergraph = supergraphOf(sdl(tags));
      const schema = seen(underContract(supergraph, { include: including ? ['in'] : [], exclude: ['out'] }));
      const all = Supergraph.build(supergraph).schema;
      for (const type of Object.values(schema.getTypeMap()).filter((each) => isObjectType(each) && !each.name.startsWith('__'))) {
        if (!isObjectType(type)) continue;
        for (const name of Object.keys(type.getFields())) {
          const carried = [all.type(type.name), all.elementByCoordinate(`${type.name}.${name}`)].flatMap(
            (element) => element?.appliedDirectivesOf('tag').map((each) => String(each.arguments()['name'])) ?? [],
          );
          expect(carried).not.toContain('out');
          if (including) expect(carried).toContain('in');
        }
      }
    }),
    { numRuns: 150 },
  );
});
