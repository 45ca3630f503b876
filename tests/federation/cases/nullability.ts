import { among, fed2, type FederationCase } from '../kit/federation.ts';

const ROWS = [
  { id: 'ok', label: 'fine' },
  { id: 'gone', label: 'gone' },
  { id: 'bad', label: 'bad' },
];
const itself = (reference: object) => reference;
function fails(message: string): never {
  throw new Error(message);
}

/** Nulls and errors that rise through entities to the nearest place that may be null, with the client's paths. */
export const nullability: FederationCase = {
  name: 'errors and nulls that rise',
  subgraphs: {
    rows: {
      sdl: fed2(`
        type Query { rows: [Row] strict: [Row!] row(id: ID!): Row must(id: ID!): Row! pair: Pair grid: [[Row!]] }
        type Pair { left: Row! right: Row }
        type Row @key(fields: "id") { id: ID! label: String! broken: Int brokenMust: Int! }
      `),
      resolvers: {
        Query: {
          rows: () => ROWS,
          strict: () => ROWS,
          row: (_: unknown, { id }: { id: string }) => ROWS.find((one) => one.id === id) ?? null,
          must: (_: unknown, { id }: { id: string }) => ROWS.find((one) => one.id === id) ?? fails('no such row'),
          pair: () => ({ left: ROWS[1], right: ROWS[0] }),
          grid: () => [[ROWS[0]], [ROWS[0], ROWS[1]]],
        },
        Row: { __resolveReference: among(ROWS, 'id'), broken: () => fails('broken'), brokenMust: () => fails('must') },
      },
    },
    extras: {
      sdl: fed2(`
        type Row @key(fields: "id") { id: ID! extra: Int! soft: Int list: [Item!] items: [Item] hard: [Item!]! }
        type Item { name: String! }
      `),
      resolvers: {
        Row: {
          __resolveReference: ({ id }: { id: string }) => (id === 'gone' ? null : { id }),
          extra: ({ id }: { id: string }) => (id === 'bad' ? fails('no extra') : 1),
          soft: ({ id }: { id: string }) => (id === 'bad' ? fails('no soft') : 2),
          list: ({ id }: { id: string }) => (id === 'bad' ? [{ name: 'a' }, { name: null }] : [{ name: 'b' }]),
          items: ({ id }: { id: string }) => (id === 'bad' ? [{ name: 'a' }, { name: null }, null] : []),
          hard: ({ id }: { id: string }) => (id === 'bad' ? fails('hard') : []),
        },
      },
    },
    throwing: {
      sdl: fed2('type Row @key(fields: "id") { id: ID! shaky: Int }'),
      resolvers: {
        Row: {
          __resolveReference: async ({ id }: { id: string }) => (id === 'bad' ? fails('no reference') : itself({ id })),
          shaky: () => 3,
        },
      },
    },
    falling: {
      sdl: fed2('type Row @key(fields: "id") { id: ID! lost: Int }'),
      resolvers: { Row: { __resolveReference: () => fails('no references at all'), lost: () => 3 } },
    },
  },
  operations: [
    {
      name: 'an error of a field of an entity',
      query: '{ rows { label s: soft } }',
      data: {
        rows: [
          { label: 'fine', s: 2 },
          { label: 'gone', s: null },
          { label: 'bad', s: null },
        ],
      },
      errors: [['rows', 2, 's']],
    },
    {
      name: 'a field that may not be null takes its object',
      query: '{ rows { label extra } }',
      data: { rows: [{ label: 'fine', extra: 1 }, null, null] },
      // What is gone is gone without an error: the reference to it may be null.
      errors: [['rows', 2, 'extra']],
    },
    {
      name: 'and its list',
      query: '{ strict { extra } row(id: "ok") { extra } }',
      data: { strict: null, row: { extra: 1 } },
      errors: 'SOME',
    },
    { name: 'and everything', query: '{ must(id: "gone") { extra } row(id: "ok") { label } }', data: null, errors: [['must', 'extra']] },
    { name: 'a root that fails', query: '{ must(id: "none") { label } }', data: null, errors: [['must']] },
    { name: 'in a value', query: '{ pair { left { extra } right { extra } } }', data: { pair: null }, errors: [['pair', 'left', 'extra']] },
    { name: 'in lists of lists', query: '{ grid { extra } }', data: { grid: [[{ extra: 1 }], null] }, errors: [['grid', 1, 1, 'extra']] },
    {
      name: 'inside of what an entity has',
      query: '{ row(id: "bad") { list { name } items { n: name } label } }',
      data: { row: { list: null, items: [{ n: 'a' }, null, null], label: 'bad' } },
      errors: [
        ['row', 'list', 1, 'name'],
        ['row', 'items', 1, 'n'],
      ],
    },
    {
      name: 'a list that may not be null',
      query: '{ rows { id hard { name } } }',
      data: { rows: [{ id: 'ok', hard: [] }, null, null] },
      errors: [['rows', 2, 'hard']],
    },
    {
      name: 'one entity at two places has its error at both',
      query: '{ a: row(id: "bad") { soft } b: row(id: "bad") { soft } rows { id } }',
      data: { a: { soft: null }, b: { soft: null }, rows: [{ id: 'ok' }, { id: 'gone' }, { id: 'bad' }] },
      errors: [
        ['a', 'soft'],
        ['b', 'soft'],
      ],
    },
    {
      name: 'an error of the reference itself',
      query: '{ rows { id shaky } }',
      data: {
        rows: [
          { id: 'ok', shaky: 3 },
          { id: 'gone', shaky: 3 },
          { id: 'bad', shaky: null },
        ],
      },
      errors: 'SOME',
    },
    {
      name: 'an error of all references',
      query: '{ rows { id lost } row(id: "ok") { label } }',
      data: {
        rows: [
          { id: 'ok', lost: null },
          { id: 'gone', lost: null },
          { id: 'bad', lost: null },
        ],
        row: { label: 'fine' },
      },
      errors: 'SOME',
    },
    {
      name: 'within the first subgraph',
      query: '{ row(id: "ok") { x: broken label } rows { y: brokenMust } }',
      data: { row: { x: null, label: 'fine' }, rows: [null, null, null] },
      errors: [
        ['row', 'x'],
        ['rows', 0, 'y'],
        ['rows', 1, 'y'],
        ['rows', 2, 'y'],
      ],
    },
  ],
};
