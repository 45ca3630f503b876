import { among, fed2, type FederationCase } from '../kit/federation.ts';

const PEOPLE = [
  { id: 'p1', name: 'Ada', bossId: null },
  { id: 'p2', name: 'Ben', bossId: 'p1' },
  { id: 'p3', name: 'Cas', bossId: 'p1' },
];
const DESKS = [
  { id: 'p1', desk: 'A-1' },
  { id: 'p2', desk: null },
];

/** The commonest plan: a list here, the rest of each of its entities there. */
export const entityCalls: FederationCase = {
  name: 'entity calls',
  subgraphs: {
    people: {
      sdl: fed2(`
        type Query { people: [Person!]! person(id: ID!): Person }
        type Person @key(fields: "id") { id: ID! name: String! boss: Person }
      `),
      resolvers: {
        Query: { people: () => PEOPLE, person: (_: unknown, { id }: { id: string }) => PEOPLE.find((one) => one.id === id) ?? null },
        Person: {
          __resolveReference: among(PEOPLE, 'id'),
          boss: ({ bossId }: { bossId: string | null }) => PEOPLE.find(({ id }) => id === bossId) ?? null,
        },
      },
    },
    desks: {
      sdl: fed2(`
        type Person @key(fields: "id") { id: ID! desk: String }
      `),
      resolvers: { Person: { __resolveReference: among(DESKS, 'id') } },
    },
  },
  operations: [
    {
      name: 'a field of another subgraph, null for those it does not know and for those it knows nothing of',
      query: '{ people { name desk } }',
      data: {
        people: [
          { name: 'Ada', desk: 'A-1' },
          { name: 'Ben', desk: null },
          { name: 'Cas', desk: null },
        ],
      },
      fetches: { people: 1, desks: 1 },
    },
    {
      name: 'the same entity at several places of the reply',
      query: '{ people { boss { desk name } desk } again: people { boss { d: desk } } }',
      data: {
        people: [
          { boss: null, desk: 'A-1' },
          { boss: { desk: 'A-1', name: 'Ada' }, desk: null },
          { boss: { desk: 'A-1', name: 'Ada' }, desk: null },
        ],
        again: [{ boss: null }, { boss: { d: 'A-1' } }, { boss: { d: 'A-1' } }],
      },
    },
    {
      name: 'only what was asked for: keys that the gateway needed are not shown',
      query: 'query One($id: ID!) { person(id: $id) { desk } }',
      variables: { id: 'p1' },
      data: { person: { desk: 'A-1' } },
    },
    {
      name: 'an entity that is not there needs no second fetch',
      query: '{ person(id: "none") { desk } }',
      data: { person: null },
      fetches: { people: 1, desks: 0 },
    },
    {
      name: 'aliases that clash with names of other fields and keys',
      query: '{ p: person(id: "p2") { id: name name: id desk: boss { name: desk desk: id } boss: desk } }',
      data: { p: { id: 'Ben', name: 'p2', desk: { name: 'A-1', desk: 'p1' }, boss: null } },
    },
    {
      name: 'the same field under several aliases',
      query: '{ person(id: "p1") { a: desk b: desk __typename t: __typename } }',
      data: { person: { a: 'A-1', b: 'A-1', __typename: 'Person', t: 'Person' } },
    },
    {
      name: 'an alias of __typename that hides it from the plan',
      query: '{ person(id: "p1") { __typename: name desk } }',
      data: { person: { __typename: 'Ada', desk: 'A-1' } },
    },
    {
      name: 'two arguments of one field side by side',
      query: '{ a: person(id: "p1") { desk } b: person(id: "p2") { desk name } }',
      data: { a: { desk: 'A-1' }, b: { desk: null, name: 'Ben' } },
    },
  ],
};
