import { among, fed2, type FederationCase } from '../kit/federation.ts';

const SHOPS = ['x', 'y'].map((id) => ({ id, address: { street: `${id}-street`, geo: { lat: id === 'x' ? 1 : 2 } } }));
const MAPS = ['x', 'y'].map((id) => ({ id, address: { postcode: `${id}-00`, geo: { lng: id === 'x' ? 10 : 20 } } }));
const TAXES = [{ id: 'x', address: null }];

/** Values without a key whose parts live in several subgraphs: they are reached by their parent entity. */
export const parentEntities: FederationCase = {
  name: 'values completed over their parent entity',
  subgraphs: {
    shops: {
      sdl: fed2(`
        type Query { shops: [Shop!]! chains: [Chain] }
        type Chain { flagship: Shop all: [Shop] }
        type Shop @key(fields: "id") { id: ID! address: Address @shareable }
        type Address { street: String geo: Geo @shareable }
        type Geo { lat: Int }
      `),
      resolvers: {
        Query: {
          shops: () => SHOPS,
          chains: () => [
            { flagship: SHOPS[1], all: [SHOPS[0], null, SHOPS[1]] },
            { flagship: null, all: null },
          ],
        },
        Shop: { __resolveReference: among(SHOPS, 'id') },
      },
    },
    maps: {
      sdl: fed2(`
        type Shop @key(fields: "id") { id: ID! address: Address @shareable }
        type Address { postcode: String geo: Geo @shareable }
        type Geo { lng: Int }
      `),
      resolvers: { Shop: { __resolveReference: among(MAPS, 'id') } },
    },
    taxes: {
      sdl: fed2(`
        type Shop @key(fields: "id") { id: ID! address: Address @shareable }
        type Address { taxZone: String }
      `),
      resolvers: { Shop: { __resolveReference: among(TAXES, 'id') } },
    },
  },
  operations: [
    {
      name: 'one value out of two subgraphs',
      query: '{ shops { address { postcode street } } }',
      data: {
        shops: [{ address: { postcode: 'x-00', street: 'x-street' } }, { address: { postcode: 'y-00', street: 'y-street' } }],
      },
      fetches: { shops: 1, maps: 1, taxes: 0 },
    },
    {
      name: 'values inside of values',
      query: '{ shops { id address { geo { lat lng } a: geo { l: lng } } } }',
      data: {
        shops: [
          { id: 'x', address: { geo: { lat: 1, lng: 10 }, a: { l: 10 } } },
          { id: 'y', address: { geo: { lat: 2, lng: 20 }, a: { l: 20 } } },
        ],
      },
    },
    {
      name: 'through lists and nulls; __typename all the way',
      query: '{ __typename chains { __typename flagship { address { __typename postcode } } all { address { geo { __typename lng } } } } }',
      data: {
        __typename: 'Query',
        chains: [
          {
            __typename: 'Chain',
            flagship: { address: { __typename: 'Address', postcode: 'y-00' } },
            all: [{ address: { geo: { __typename: 'Geo', lng: 10 } } }, null, { address: { geo: { __typename: 'Geo', lng: 20 } } }],
          },
          { __typename: 'Chain', flagship: null, all: null },
        ],
      },
    },
  ],
};
