import { among, fed2, type FederationCase } from '../kit/federation.ts';

const MEN = [{ __typename: 'Man', id: '1', age: 30 }];
const APPS = [{ __typename: 'App', id: '2', code: 'C' }];

/** A union of which each subgraph knows some members. */
export const unions: FederationCase = {
  name: 'unions that differ by subgraph',
  subgraphs: {
    a: {
      sdl: fed2(`
        type Query { actor: Actor @shareable actors: [Actor] thing: Thing }
        type Thing @key(fields: "id") { id: ID! by: Actor }
        union Actor = Man | App
        type Man @key(fields: "id") { id: ID! age: Int }
        type App @key(fields: "id") { id: ID! code: String @shareable }
      `),
      resolvers: {
        Query: { actor: () => APPS[0], actors: () => [APPS[0], MEN[0], null], thing: () => ({ id: 't', by: MEN[0] }) },
        Thing: { __resolveReference: () => ({ id: 't', by: MEN[0] }) },
        Man: { __resolveReference: among(MEN, 'id') },
        App: { __resolveReference: among(APPS, 'id') },
      },
    },
    b: {
      sdl: fed2(`
        type Query { actor: Actor @shareable robots: [Actor] }
        type Thing @key(fields: "id") { id: ID! seenBy: [Actor!]! }
        union Actor = App | Bot
        type App @key(fields: "id") { id: ID! code: String @shareable }
        type Bot { id: ID! model: String }
      `),
      resolvers: {
        Query: { actor: () => APPS[0], robots: () => [{ __typename: 'Bot', id: '3', model: 'M' }, APPS[0]] },
        Thing: { __resolveReference: ({ id }: { id: string }) => ({ id, seenBy: [{ __typename: 'Bot', id: '4', model: 'N' }] }) },
        App: { __resolveReference: among(APPS, 'id') },
      },
    },
    c: {
      sdl: fed2('type Man @key(fields: "id") { id: ID! mood: String } type App @key(fields: "id") { id: ID! uptime: Int }'),
      resolvers: {
        Man: { __resolveReference: (it: object) => it, mood: () => 'calm' },
        App: { __resolveReference: (it: object) => it, uptime: () => 99 },
      },
    },
  },
  operations: [
    {
      name: 'a shared root: members that no subgraph returns there',
      query: '{ actor { ... on Man { age mood } ... on App { id code } ... on Bot { model } } }',
      data: { actor: { id: '2', code: 'C' } },
    },
    {
      name: 'members with fields elsewhere',
      query: '{ actors { __typename ... on Man { mood id } ... on App { uptime } ... on Bot { model } } }',
      data: { actors: [{ __typename: 'App', uptime: 99 }, { __typename: 'Man', mood: 'calm', id: '1' }, null] },
    },
    {
      name: 'a member that only one subgraph has',
      query: '{ robots { ... on Bot { id model } ... on App { up: uptime } ... on Man { age } } }',
      data: { robots: [{ id: '3', model: 'M' }, { up: 99 }] },
    },
    {
      name: 'two fields of one entity, each with the union as its subgraph knows it',
      query: '{ thing { by { __typename ... on Man { age } } seenBy { __typename ... on Bot { model } ... on App { code } } } }',
      data: { thing: { by: { __typename: 'Man', age: 30 }, seenBy: [{ __typename: 'Bot', model: 'N' }] } },
    },
    {
      name: '__typename alone',
      query: '{ actors { __typename } robots { t: __typename } }',
      data: { actors: [{ __typename: 'App' }, { __typename: 'Man' }, null], robots: [{ t: 'Bot' }, { t: 'App' }] },
    },
  ],
};
