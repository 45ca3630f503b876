import { among, fed2, type FederationCase } from '../kit/federation.ts';

const itself = (reference: object) => reference;
const USERS = [
  { id: 'u1', name: 'Ann', email: 'a@x', rid: 'r1' },
  { id: 'u2', name: 'Bob', email: 'b@x', rid: null },
];

/** @external where it means little: on keys, on fields provided by a path, on fields that a subgraph must not answer by itself. */
export const externals: FederationCase = {
  name: '@external and its oddities',
  subgraphs: {
    a: {
      sdl: fed2(`
        type Query { users: [User!] }
        type User @key(fields: "id") { id: ID name: String email: String @shareable rid: ID }
      `),
      resolvers: { Query: { users: () => USERS }, User: { __resolveReference: among(USERS, 'id') } },
    },
    b: {
      sdl: fed2(`
        type Query { reviewed: User byReview: [User] }
        extend type User @key(fields: "id") { id: ID @external rid: ID @external name: String @external badge: String @requires(fields: "name rid") }
      `),
      resolvers: {
        Query: { reviewed: () => ({ id: 'u1', name: 'WRONG' }), byReview: () => [{ id: 'u2', name: 'WRONG' }, null] },
        User: {
          __resolveReference: itself,
          badge: ({ name, rid }: { name?: string; rid?: string | null }) => `${name}:${rid === undefined ? 'MISSING' : rid}`,
        },
      },
    },
    c: {
      sdl: fed2(`
        type Query { c: User @provides(fields: "email") }
        type User @key(fields: "id") { id: ID email: String @external }
        extend type User { id2: ID level: Int }
      `),
      resolvers: {
        Query: { c: () => ({ id: 'u2', email: 'b@x' }) },
        User: { __resolveReference: itself, level: () => 5, id2: ({ id }: { id: string }) => `${id}${id}` },
      },
    },
  },
  operations: [
    {
      name: 'a key that is external is a key',
      query: '{ users { badge } reviewed { name badge email } }',
      data: { users: [{ badge: 'Ann:r1' }, { badge: 'Bob:null' }], reviewed: { name: 'Ann', badge: 'Ann:r1', email: 'a@x' } },
    },
    {
      name: 'what is external is never taken from there',
      query: '{ byReview { name id rid } }',
      data: { byReview: [{ name: 'Bob', id: 'u2', rid: null }, null] },
    },
    {
      name: 'beside what an extension adds',
      query: '{ c { email name level id2 } users { level } }',
      data: { c: { email: 'b@x', name: 'Bob', level: 5, id2: 'u2u2' }, users: [{ level: 5 }, { level: 5 }] },
    },
  ],
};
