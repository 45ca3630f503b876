import { among, fed2, type FederationCase } from '../kit/federation.ts';

const CITY = { name: 'Rome', mayor: { name: 'Ada' } };
const TOWNS = [{ id: 't1', name: 'Ulm', size: 3 }];

/** What several subgraphs resolve is fetched from whichever is nearest, and only there. */
export const shareable: FederationCase = {
  name: '@shareable',
  subgraphs: {
    a: {
      sdl: fed2(`
        type Query { city: City @shareable towns: [Town] @shareable onlyA: Int }
        type City @shareable { name: String mayor: Mayor }
        type Mayor @shareable { name: String }
        type Town @key(fields: "id") { id: ID! name: String @shareable }
      `),
      resolvers: {
        Query: { city: () => CITY, towns: () => TOWNS, onlyA: () => 1 },
        Town: { __resolveReference: among(TOWNS, 'id') },
      },
    },
    b: {
      sdl: fed2(`
        type Query { city: City @shareable towns: [Town] @shareable onlyB: Int }
        type City @shareable { name: String mayor: Mayor }
        type Mayor { name: String @shareable party: String }
        type Town @key(fields: "id") { id: ID! name: String @shareable size: Int }
      `),
      resolvers: {
        Query: { city: () => ({ ...CITY, mayor: { ...CITY.mayor, party: 'green' } }), towns: () => TOWNS, onlyB: () => 2 },
        Town: { __resolveReference: among(TOWNS, 'id') },
      },
    },
  },
  operations: [
    {
      name: 'one subgraph is enough',
      query: '{ city { name mayor { name party } } }',
      data: { city: { name: 'Rome', mayor: { name: 'Ada', party: 'green' } } },
      fetches: { a: 0, b: 1 },
    },
    {
      name: 'a root of both, with fields of one',
      query: '{ towns { name size } onlyA onlyB }',
      data: { towns: [{ name: 'Ulm', size: 3 }], onlyA: 1, onlyB: 2 },
      fetches: { a: 1, b: 1 },
    },
    {
      name: 'the same root twice under aliases',
      query: '{ one: city { name } two: city { mayor { party } } city { name } }',
      data: { one: { name: 'Rome' }, two: { mayor: { party: 'green' } }, city: { name: 'Rome' } },
    },
  ],
};

/** A root that several subgraphs answer for, each with its own part of a value that has no key. */
export const sharedRoot: FederationCase = {
  name: 'a shared root whose value is spread',
  subgraphs: {
    names: {
      sdl: fed2(`
        type Query { product: Product @shareable products: [Product!]! @shareable }
        type Product { name: Name @shareable }
        type Name { short: String }
      `),
      resolvers: {
        Query: { product: () => ({ name: { short: 'P' } }), products: () => [{ name: { short: 'P' } }, { name: { short: 'Q' } }] },
      },
    },
    brands: {
      sdl: fed2(`
        type Query { product: Product @shareable products: [Product!]! @shareable }
        type Product { brand: String name: Name @shareable }
        type Name { long: String }
      `),
      resolvers: {
        Query: {
          product: () => ({ brand: 'b', name: { long: 'Pro' } }),
          products: () => [
            { brand: 'b', name: { long: 'Pro' } },
            { brand: 'c', name: { long: 'Quo' } },
          ],
        },
      },
    },
  },
  operations: [
    {
      name: 'is fetched from each and put together',
      query: '{ product { brand name { short long } } }',
      data: { product: { brand: 'b', name: { short: 'P', long: 'Pro' } } },
    },
    {
      name: 'lists are put together by position',
      query: '{ products { name { long short } brand } }',
      data: {
        products: [
          { name: { long: 'Pro', short: 'P' }, brand: 'b' },
          { name: { long: 'Quo', short: 'Q' }, brand: 'c' },
        ],
      },
    },
    {
      name: 'only from where it is needed',
      query: '{ product { name { long } brand } }',
      data: { product: { name: { long: 'Pro' }, brand: 'b' } },
      fetches: { names: 0, brands: 1 },
    },
  ],
};
