import { among, fed2, type FederationCase, type Resolver } from '../kit/federation.ts';

const CARS = [
  { vin: 'v1', model: 'M1', owner: 'ann' },
  { vin: 'v2', model: 'M2', owner: null },
];
const itself: Resolver = (reference: object) => reference;

/** Subgraphs of the first federation: `extend type`, `@extends`, @external keys, values shared without a word. */
export const federationOne: FederationCase = {
  name: 'Federation 1 subgraphs',
  subgraphs: {
    cars: {
      sdl: `
        type Query { cars: [Car] }
        type Car @key(fields: "vin") { vin: ID! model: String owner: User @provides(fields: "name") engine: Engine }
        type Engine { horses: Int fuel: String }
        extend type User @key(fields: "id") { id: ID! @external name: String @external cars: [Car] }
      `,
      resolvers: {
        Query: { cars: () => CARS },
        Car: {
          __resolveReference: among(CARS, 'vin'),
          owner: ({ owner }: { owner: string | null }) => (owner === null ? null : { id: owner, name: 'Ann' }),
          engine: () => ({ horses: 90, fuel: 'sun' }),
        },
        User: { __resolveReference: itself, cars: ({ id }: { id: string }) => CARS.filter(({ owner }) => owner === id) },
      },
    },
    users: {
      sdl: `
        extend type Query { me: User }
        type User @key(fields: "id") { id: ID! name: String born: Int }
      `,
      resolvers: {
        Query: { me: () => ({ id: 'ann', name: 'Ann', born: 1990 }) },
        User: { __resolveReference: among([{ id: 'ann', name: 'Ann', born: 1990 }], 'id') },
      },
    },
    service: {
      sdl: `
        type Car @extends @key(fields: "vin") { vin: ID! @external model: String @external due: String @requires(fields: "model") engine2: Engine }
        type Engine { horses: Int fuel: String }
      `,
      resolvers: {
        Car: {
          __resolveReference: itself,
          due: ({ vin, model }: { vin: string; model?: string }) => `${vin}:${model}`,
          engine2: () => ({ horses: 1, fuel: 'tea' }),
        },
      },
    },
    fines: {
      sdl: fed2(`
        type User @key(fields: "id") { id: ID! @external fines: Int }
        type Car @key(fields: "vin", resolvable: false) { vin: ID! }
        type Query { towed: [Car!]! }
      `),
      resolvers: { Query: { towed: () => [{ vin: 'v2' }] }, User: { __resolveReference: itself, fines: () => 3 } },
    },
  },
  operations: [
    {
      name: 'extended entities, provided and required fields',
      query: '{ cars { due owner { name born cars { vin model } } engine { fuel } engine2 { horses fuel } } }',
      data: {
        cars: [
          {
            due: 'v1:M1',
            owner: { name: 'Ann', born: 1990, cars: [{ vin: 'v1', model: 'M1' }] },
            engine: { fuel: 'sun' },
            engine2: { horses: 1, fuel: 'tea' },
          },
          { due: 'v2:M2', owner: null, engine: { fuel: 'sun' }, engine2: { horses: 1, fuel: 'tea' } },
        ],
      },
    },
    {
      name: 'beside Federation 2 ones, references that cannot be resolved there among them',
      query: '{ me { fines cars { due } } towed { model due owner { fines } } }',
      data: { me: { fines: 3, cars: [{ due: 'v1:M1' }] }, towed: [{ model: 'M2', due: 'v2:M2', owner: null }] },
    },
    {
      name: 'a provided field needs no second fetch',
      query: '{ cars { owner { name } } }',
      data: { cars: [{ owner: { name: 'Ann' } }, { owner: null }] },
      fetches: { cars: 1, users: 0 },
    },
  ],
};
