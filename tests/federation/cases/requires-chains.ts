import { fed2, type FederationCase } from '../kit/federation.ts';

const itself = (reference: object) => reference;

/** Computed fields of computed fields, wherever the entity comes from and whoever has which. */
export const requiresChains: FederationCase = {
  name: '@requires in chains',
  subgraphs: {
    first: {
      sdl: fed2(`
        type Query { fromFirst: Item }
        type Item @key(fields: "id") { id: ID! base: Int near: Int @external far: Int @requires(fields: "near") }
      `),
      resolvers: {
        Query: { fromFirst: () => ({ id: '1' }) },
        Item: { __resolveReference: itself, base: () => 1, far: ({ near }: { near?: number }) => (near ?? -1000) * 10 },
      },
    },
    middle: {
      sdl: fed2(`
        type Query { fromMiddle: Item }
        type Item @key(fields: "id") { id: ID! base: Int @external near: Int @requires(fields: "base") }
      `),
      resolvers: {
        Query: { fromMiddle: () => ({ id: '1' }) },
        Item: { __resolveReference: itself, near: ({ base }: { base?: number }) => (base ?? -100) + 4 },
      },
    },
    last: {
      sdl: fed2(`
        type Query { fromLast: Item }
        type Item @key(fields: "id") {
          id: ID!
          base: Int @external
          near: Int @external
          top: Int @requires(fields: "near")
          both: Int @requires(fields: "base near")
        }
      `),
      resolvers: {
        Query: { fromLast: () => ({ id: '1' }) },
        Item: {
          __resolveReference: itself,
          top: ({ near }: { near?: number }) => (near ?? -10) + 100,
          both: ({ base, near }: { base?: number; near?: number }) => (base ?? -50) * 100 + (near ?? -10),
        },
      },
    },
  },
  operations: ['First', 'Middle', 'Last'].flatMap((from) => [
    { name: `from the ${from.toLowerCase()}, there and back`, query: `{ from${from} { far } }`, data: { [`from${from}`]: { far: 50 } } },
    { name: `from the ${from.toLowerCase()}, over three`, query: `{ from${from} { top } }`, data: { [`from${from}`]: { top: 105 } } },
    {
      name: `from the ${from.toLowerCase()}, one of them beside the other`,
      query: `{ from${from} { both } }`,
      data: { [`from${from}`]: { both: 105 } },
    },
    {
      name: `from the ${from.toLowerCase()}, all at once`,
      query: `{ from${from} { top both near far base } }`,
      data: { [`from${from}`]: { top: 105, both: 105, near: 5, far: 50, base: 1 } },
    },
  ]),
};
