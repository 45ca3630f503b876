import { among, fed2, type FederationCase } from '../kit/federation.ts';

const ITEMS = [
  { id: '1', name: 'one' },
  { id: '2', name: 'two' },
];

/** @skip and @include, on fields, fragments and roots, by literals and by variables with defaults. */
export const conditions: FederationCase = {
  name: '@skip and @include',
  subgraphs: {
    a: {
      sdl: fed2('type Query { items: [Item!]! item(id: ID! = "2"): Item } type Item @key(fields: "id") { id: ID! name: String }'),
      resolvers: {
        Query: { items: () => ITEMS, item: (_: unknown, { id }: { id: string }) => ITEMS.find((one) => one.id === id) ?? null },
        Item: { __resolveReference: among(ITEMS, 'id') },
      },
    },
    b: {
      sdl: fed2('type Query { more: Int } type Item @key(fields: "id") { id: ID! size(unit: String = "cm"): String peer: Item }'),
      resolvers: {
        Query: { more: () => 7 },
        Item: {
          __resolveReference: (it: object) => it,
          size: ({ id }: { id: string }, { unit }: { unit: string | null }) => `${id}${unit ?? 'none'}`,
          peer: ({ id }: { id: string }) => ({ id: id === '1' ? '2' : '1' }),
        },
      },
    },
  },
  operations: [
    {
      name: 'a fetch that nobody needs is not made',
      query: 'query ($deep: Boolean!) { items { name size @include(if: $deep) } more @skip(if: true) }',
      variables: { deep: false },
      data: { items: [{ name: 'one' }, { name: 'two' }] },
      fetches: { a: 1, b: 0 },
    },
    {
      name: 'and is made when the variable says so',
      query: 'query ($deep: Boolean!) { items { name size @include(if: $deep) } more @skip(if: $deep) }',
      variables: { deep: true },
      data: {
        items: [
          { name: 'one', size: '1cm' },
          { name: 'two', size: '2cm' },
        ],
      },
    },
    {
      name: 'defaults of variables',
      query:
        'query ($yes: Boolean = true, $no: Boolean! = false, $u: String = "m") { item { size(unit: $u) @include(if: $yes) name @include(if: $no) peer @skip(if: $no) { name } } }',
      data: { item: { size: '2m', peer: { name: 'one' } } },
    },
    {
      name: 'a variable that is not given leaves the argument’s default, null does not',
      query: 'query ($u: String, $n: String) { item { a: size(unit: $u) b: size(unit: $n) } }',
      variables: { n: null },
      data: { item: { a: '2cm', b: '2none' } },
    },
    {
      name: 'on fragments, in fragments, both at once',
      query: `query ($a: Boolean!, $b: Boolean!) { items { id ...F @include(if: $a) ... on Item @skip(if: $b) { n: name peer { size } } ... @include(if: $b) { peer { id } } } }
        fragment F on Item { size @skip(if: $b) name @include(if: $a) @skip(if: $b) peer @include(if: $b) { name } }`,
      variables: { a: true, b: false },
      data: {
        items: [
          { id: '1', size: '1cm', name: 'one', n: 'one', peer: { size: '2cm' } },
          { id: '2', size: '2cm', name: 'two', n: 'two', peer: { size: '1cm' } },
        ],
      },
    },
    {
      name: 'the same field once with and once without',
      query:
        'query ($no: Boolean!) { items { size @include(if: $no) size peer @skip(if: $no) { id } peer { name } } item @include(if: $no) { id } item { name } }',
      variables: { no: false },
      data: {
        items: [
          { size: '1cm', peer: { id: '2', name: 'two' } },
          { size: '2cm', peer: { id: '1', name: 'one' } },
        ],
        item: { name: 'two' },
      },
    },
    {
      name: 'nothing is left',
      query: 'query ($no: Boolean = false) { items @include(if: $no) { id } item { id @skip(if: true) } more @include(if: false) }',
      data: { item: {} },
    },
    { name: 'nothing is left at all', query: '{ more @include(if: false) ... @skip(if: true) { items { id } } }', data: {} },
    {
      name: 'on __typename',
      query: 'query ($no: Boolean = false) { __typename @include(if: $no) item { __typename @skip(if: $no) id @include(if: $no) } }',
      data: { item: { __typename: 'Item' } },
    },
  ],
};
