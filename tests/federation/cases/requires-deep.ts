import { among, fed2, type FederationCase } from '../kit/federation.ts';

const TRIPS = [
  { id: 't1', vehicle: { __typename: 'Bus', id: 'v1' }, stops: [{ id: 's1' }, { id: 's2' }], driver: { id: 'd1' } },
  { id: 't2', vehicle: { __typename: 'Boat', id: 'v2' }, stops: [], driver: null },
];
const BUSES = [{ id: 'v1', __typename: 'Bus', seats: 40, plate: 'B-1' }];
const BOATS = [{ id: 'v2', __typename: 'Boat', seats: 12, sails: 2 }];
const STOPS = [
  { id: 's1', name: 'Mill', metres: 10 },
  { id: 's2', name: 'Pier', metres: 20 },
];
const itself = (reference: object) => reference;

/** @requires through interfaces, lists, other entities and fragments. */
export const requiresDeep: FederationCase = {
  name: '@requires through other objects',
  subgraphs: {
    trips: {
      sdl: fed2(`
        type Query { trips: [Trip] }
        type Trip @key(fields: "id") { id: ID! vehicle: Vehicle stops: [Stop!]! driver: Driver }
        interface Vehicle { id: ID! }
        type Bus implements Vehicle @key(fields: "id") { id: ID! }
        type Boat implements Vehicle @key(fields: "id") { id: ID! }
        type Stop @key(fields: "id") { id: ID! }
        type Driver @key(fields: "id") { id: ID! }
      `),
      resolvers: { Query: { trips: () => TRIPS }, Trip: { __resolveReference: among(TRIPS, 'id') } },
    },
    fleet: {
      sdl: fed2(`
        interface Vehicle { id: ID! seats: Int }
        type Bus implements Vehicle @key(fields: "id") { id: ID! seats: Int plate: String }
        type Boat implements Vehicle @key(fields: "id") { id: ID! seats: Int sails: Int }
        type Stop @key(fields: "id") { id: ID! name: String metres: Int }
        type Driver @key(fields: "id") { id: ID! name: String }
      `),
      resolvers: {
        Bus: { __resolveReference: among(BUSES, 'id') },
        Boat: { __resolveReference: among(BOATS, 'id') },
        Stop: { __resolveReference: among(STOPS, 'id') },
        Driver: { __resolveReference: (it: object) => it, name: ({ id }: { id: string }) => `driver ${id}` },
      },
    },
    plan: {
      sdl: fed2(`
        type Trip @key(fields: "id") {
          id: ID!
          vehicle: Vehicle @external
          stops: [Stop!]! @external
          driver: Driver @external
          capacity: Int @requires(fields: "vehicle { seats }")
          sign: String @requires(fields: "vehicle { __typename ... on Bus { plate } ... on Boat { sails } }")
          route: String @requires(fields: "stops { name metres }")
          greeting: String @requires(fields: "driver { name }")
          all: String @requires(fields: "driver { name } stops { metres } vehicle { seats }")
        }
        interface Vehicle { id: ID! seats: Int }
        type Bus implements Vehicle @key(fields: "id") { id: ID! @external seats: Int @external plate: String @external }
        type Boat implements Vehicle @key(fields: "id") { id: ID! @external seats: Int @external sails: Int @external }
        type Stop @key(fields: "id") { id: ID! @external name: String @external metres: Int @external }
        type Driver @key(fields: "id") { id: ID! @external name: String @external }
      `),
      resolvers: {
        Trip: {
          __resolveReference: itself,
          capacity: ({ vehicle }: { vehicle?: { seats?: number } }) => vehicle?.seats ?? -1,
          sign: ({ vehicle }: { vehicle?: object }) => JSON.stringify(vehicle),
          route: ({ stops }: { stops?: (typeof STOPS)[number][] }) =>
            stops?.map(({ name, metres }) => `${name}${metres}`).join('>') ?? 'MISSING',
          greeting: ({ driver }: { driver?: { name: string } | null }) =>
            driver === undefined ? 'MISSING' : `hello ${driver?.name ?? 'nobody'}`,
          all: (trip: { driver?: object; stops?: object[]; vehicle?: object }) => JSON.stringify([trip.driver, trip.stops, trip.vehicle]),
        },
      },
    },
  },
  operations: [
    { name: 'a field of an interface', query: '{ trips { capacity } }', data: { trips: [{ capacity: 40 }, { capacity: 12 }] } },
    {
      name: 'fragments on its types',
      query: '{ trips { sign } }',
      data: { trips: [{ sign: '{"__typename":"Bus","plate":"B-1"}' }, { sign: '{"__typename":"Boat","sails":2}' }] },
    },
    {
      name: 'a list of entities, empty too',
      query: '{ trips { route stops { name } } }',
      data: {
        trips: [
          { route: 'Mill10>Pier20', stops: [{ name: 'Mill' }, { name: 'Pier' }] },
          { route: '', stops: [] },
        ],
      },
    },
    {
      name: 'an entity that is null',
      query: '{ trips { greeting driver { id } } }',
      data: {
        trips: [
          { greeting: 'hello driver d1', driver: { id: 'd1' } },
          { greeting: 'hello nobody', driver: null },
        ],
      },
    },
    {
      name: 'everything at once, each in its own shape',
      query: '{ trips { capacity route greeting vehicle { id ... on Boat { s: sails } } } }',
      data: {
        trips: [
          { capacity: 40, route: 'Mill10>Pier20', greeting: 'hello driver d1', vehicle: { id: 'v1' } },
          { capacity: 12, route: '', greeting: 'hello nobody', vehicle: { id: 'v2', s: 2 } },
        ],
      },
    },
  ],
};

const GOODS = [
  { id: 'g1', net: { EUR: 100, USD: 120 }, hidden: 5 },
  { id: 'g2', net: { EUR: 50, USD: 60 }, hidden: 6 },
];

/** The same field wanted with different arguments by two computed fields and by the client. */
export const requiresArguments: FederationCase = {
  name: '@requires with arguments that differ',
  subgraphs: {
    goods: {
      sdl: fed2(`
        type Query { goods: [Good!] }
        type Good @key(fields: "id") { id: ID! net(currency: Currency! = EUR): Int hidden: Int @inaccessible }
        enum Currency { EUR USD }
      `),
      resolvers: {
        Query: { goods: () => GOODS },
        Good: {
          __resolveReference: among(GOODS, 'id'),
          net: ({ net }: (typeof GOODS)[number], { currency }: { currency: 'EUR' | 'USD' }) => net[currency],
        },
      },
    },
    tax: {
      sdl: fed2(`
        type Good @key(fields: "id") {
          id: ID!
          net(currency: Currency! = EUR): Int @external
          hidden: Int @external
          tax: Int @requires(fields: "net(currency: USD)")
          secret: Int @requires(fields: "hidden")
          here: Int @requires(fields: "net(currency: EUR)")
          plain(add: Int = 0): Int @requires(fields: "net")
        }
        enum Currency { EUR USD }
      `),
      resolvers: {
        Good: {
          __resolveReference: itself,
          tax: ({ net }: { net?: number }) => (net ?? -100) / 10,
          here: ({ net }: { net?: number }) => (net ?? -1) + 2,
          plain: ({ net }: { net?: number }, { add }: { add: number }) => (net ?? -1) + add,
          secret: ({ hidden }: { hidden?: number }) => (hidden ?? 0) * 2,
        },
      },
    },
    duty: {
      sdl: fed2(`
        type Good @key(fields: "id") { id: ID! net(currency: Currency! = EUR): Int @external duty: Int @requires(fields: "net(currency: EUR)") }
        enum Currency { EUR USD }
      `),
      resolvers: { Good: { __resolveReference: itself, duty: ({ net }: { net?: number }) => (net ?? -1) + 1 } },
    },
  },
  operations: [
    { name: 'one of them', query: '{ goods { tax } }', data: { goods: [{ tax: 12 }, { tax: 6 }] } },
    {
      name: 'both',
      query: '{ goods { tax duty } }',
      data: {
        goods: [
          { tax: 12, duty: 101 },
          { tax: 6, duty: 51 },
        ],
      },
    },
    {
      name: 'with the client’s own',
      query: '{ goods { net tax } }',
      data: {
        goods: [
          { net: 100, tax: 12 },
          { net: 50, tax: 6 },
        ],
      },
    },
    {
      name: 'with the client’s own under an alias',
      query: '{ goods { tax usd: net(currency: USD) net duty } }',
      data: {
        goods: [
          { tax: 12, usd: 120, net: 100, duty: 101 },
          { tax: 6, usd: 60, net: 50, duty: 51 },
        ],
      },
    },
    {
      name: 'in one subgraph',
      query: 'query ($n: Int) { goods { tax here plain(add: $n) more: tax secret } }',
      variables: { n: 5 },
      data: {
        goods: [
          { tax: 12, here: 102, plain: 105, more: 12, secret: 10 },
          { tax: 6, here: 52, plain: 55, more: 6, secret: 12 },
        ],
      },
    },
    { name: 'a field callers cannot see', query: '{ goods { secret } }', data: { goods: [{ secret: 10 }, { secret: 12 }] } },
  ],
};
