import { among, fed2, type FederationCase } from '../kit/federation.ts';

const THINGS = [{ id: '1', name: 'N', secret: 's', code: 'c' }];

/** Introspection beside data, and what nobody may see. */
export const introspection: FederationCase = {
  name: 'introspection, @inaccessible and @tag',
  subgraphs: {
    a: {
      sdl: fed2(`
        type Query { thing: Thing hiddenRoot: Int @inaccessible byHidden(code: Int @inaccessible, id: ID): Thing }
        type Thing @key(fields: "id") @key(fields: "code") { id: ID! name: String @tag(name: "public") code: String! @inaccessible parts: [Part] }
        union Part = Bolt | Nut
        type Bolt { size: Int }
        type Nut @inaccessible { size: Int }
        type Hidden @inaccessible { x: Int }
      `),
      resolvers: {
        Query: {
          thing: () => ({
            ...THINGS[0],
            parts: [
              { __typename: 'Bolt', size: 1 },
              { __typename: 'Nut', size: 2 },
            ],
          }),
          hiddenRoot: () => 1,
          byHidden: () => THINGS[0],
        },
        Thing: { __resolveReference: among(THINGS, 'id', 'code'), parts: ({ parts }: { parts?: unknown }) => parts ?? [] },
      },
    },
    b: {
      sdl: fed2('type Thing @key(fields: "code") { code: String! @inaccessible secret: String @inaccessible open: String }'),
      resolvers: { Thing: { __resolveReference: (it: object) => it, open: ({ code }: { code: string }) => `o${code}` } },
    },
  },
  operations: [
    {
      name: 'mixed with data',
      query:
        '{ __schema { queryType { name fields { name args { name } } } } thing { name open } __type(name: "Thing") { fields { name } } }',
      data: {
        __schema: {
          queryType: {
            name: 'Query',
            fields: [
              { name: 'thing', args: [] },
              { name: 'byHidden', args: [{ name: 'id' }] },
            ],
          },
        },
        thing: { name: 'N', open: 'oc' },
        __type: { fields: [{ name: 'id' }, { name: 'name' }, { name: 'parts' }, { name: 'open' }] },
      },
    },
    {
      name: 'alone, no subgraph is asked',
      query:
        '{ __type(name: "Part") { possibleTypes { name } kind } hidden: __type(name: "Hidden") { name } join: __type(name: "join__Graph") { name } }',
      data: { __type: { possibleTypes: [{ name: 'Bolt' }], kind: 'UNION' }, hidden: null, join: null },
      fetches: { a: 0, b: 0 },
    },
    {
      name: 'with variables, fragments and conditions',
      query:
        'query ($n: String! = "Thing", $no: Boolean = false) { t: __type(name: $n) { ...T kind @include(if: $no) } thing @include(if: $no) { id } } fragment T on __Type { name __typename }',
      data: { t: { name: 'Thing', __typename: '__Type' } },
    },
    {
      name: 'a key that callers cannot see still works',
      query: '{ byHidden(id: "1") { open __typename } }',
      data: { byHidden: { open: 'oc', __typename: 'Thing' } },
    },
    {
      name: 'an object of a type that is not to be seen is null, with an error where it was',
      query: '{ thing { parts { ... on Bolt { size } } } }',
      data: { thing: { parts: [{ size: 1 }, null] } },
      errors: [['thing', 'parts', 1]],
    },
    {
      name: '__typename of the roots alone',
      query: '{ __typename again: __typename ...Q } fragment Q on Query { third: __typename }',
      data: { __typename: 'Query', again: 'Query', third: 'Query' },
      fetches: { a: 0, b: 0 },
    },
  ],
};
