import { among, fed2, type FederationCase } from '../kit/federation.ts';

const DOORS = [
  { id: '1', state: 'OPEN', states: ['OPEN', 'SHUT'] },
  { id: '2', state: 'SECRET', states: ['SHUT', 'SECRET'] },
  { id: '3', state: null, states: null },
];

/** Enums and inputs that are not the same everywhere: what callers may send, and what they may see. */
export const enumsAndInputs: FederationCase = {
  name: 'enums and inputs that differ by subgraph',
  subgraphs: {
    a: {
      sdl: fed2(`
        type Query { doors: [Door] count(state: Wanted = YES, filter: Filter): Int echo(state: Wanted!): String }
        type Door @key(fields: "id") { id: ID! state: State states: [State] }
        enum State { OPEN SHUT SECRET @inaccessible }
        enum Wanted { YES NO ONLY_A }
        input Filter { min: Int = 2 max: Int nested: Filter list: [Filter!] onlyA: Int }
      `),
      resolvers: {
        Query: {
          doors: () => DOORS,
          count: (_: unknown, { state, filter }: { state: string; filter?: { min: number; max?: number; list?: unknown[] } }) =>
            (state === 'YES' ? 100 : 0) + (filter?.min ?? 50) + (filter?.list?.length ?? 0),
          echo: (_: unknown, { state }: { state: string }) => state,
        },
        Door: { __resolveReference: among(DOORS, 'id') },
      },
    },
    b: {
      sdl: fed2(`
        type Query { other(state: Wanted, filter: Filter): String }
        type Door @key(fields: "id") { id: ID! last: State painted: Colour }
        enum State { SHUT LOST }
        enum Wanted { YES NO }
        enum Colour { RED }
        input Filter { min: Int = 2 max: Int nested: Filter list: [Filter!] }
      `),
      resolvers: {
        Query: { other: (_: unknown, args: object) => JSON.stringify(args) },
        Door: {
          __resolveReference: (it: object) => it,
          last: ({ id }: { id: string }) => (id === '1' ? 'LOST' : 'SHUT'),
          painted: () => 'RED',
        },
      },
    },
  },
  operations: [
    {
      name: 'values are the union of all; one that is not to be seen is null, with an error where it was',
      query: '{ doors { state last painted } }',
      data: {
        doors: [
          { state: 'OPEN', last: 'LOST', painted: 'RED' },
          { state: null, last: 'SHUT', painted: 'RED' },
          { state: null, last: 'SHUT', painted: 'RED' },
        ],
      },
      errors: [['doors', 1, 'state']],
    },
    {
      name: 'in lists',
      query: '{ doors { s: states } }',
      data: { doors: [{ s: ['OPEN', 'SHUT'] }, { s: ['SHUT', null] }, { s: null }] },
      errors: [['doors', 1, 's', 1]],
    },
    {
      name: 'defaults of arguments and of input fields',
      query: '{ count a: count(state: NO) b: count(state: NO, filter: {}) c: count(filter: { min: 0, list: [{}, { max: 1 }] }) }',
      data: { count: 150, a: 50, b: 2, c: 102 },
    },
    {
      name: 'variables of every kind, one input to two subgraphs',
      query:
        'query ($w: Wanted! = NO, $f: Filter, $n: Int = 7, $none: Int) { other(state: $w, filter: $f) count(state: $w, filter: { min: $n, max: $none }) echo(state: $w) }',
      variables: { f: { max: 4, nested: { min: null, list: [{ max: 1 }] } } },
      data: { other: '{"state":"NO","filter":{"min":2,"max":4,"nested":{"min":null,"list":[{"min":2,"max":1}]}}}', count: 7, echo: 'NO' },
    },
    {
      name: 'a single value where a list is taken',
      query: 'query ($f: Filter) { other(filter: { list: { max: 3 } }) count(state: NO, filter: $f) }',
      variables: { f: { list: { max: 3 } } },
      data: { other: '{"filter":{"min":2,"list":[{"min":2,"max":3}]}}', count: 3 },
    },
  ],
};
