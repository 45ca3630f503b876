import { LINK, type BenchSubgraph } from './subgraph.ts';

interface Stocked {
  upc: string;
  price?: number;
  weight?: number;
}

const FREE_FROM_PRICE = 1_000;

/** What is in stock, and what it costs to send it. */
export const inventory: BenchSubgraph = {
  name: 'inventory',
  typeDefs: `${LINK}
    type Query { warehouses: [String!]! }
    type Product @key(fields: "upc") {
      upc: ID!
      price: Int! @external
      weight: Int! @external
      inStock: Boolean!
      shippingEstimate: Int! @requires(fields: "price weight")
    }
    type Book @key(fields: "id") { id: ID! inStock: Boolean! }
    type Gadget @key(fields: "id") { id: ID! inStock: Boolean! }`,
  resolvers: {
    Query: { warehouses: () => ['north', 'south'] },
    Product: {
      __resolveReference: (product: Stocked) => product,
      inStock: ({ upc }: Stocked) => Number(upc.slice(1)) % 3 !== 0,
      shippingEstimate: ({ price = 0, weight = 0 }: Stocked) => (price > FREE_FROM_PRICE ? 0 : Math.round(weight / 2)),
    },
    Book: { __resolveReference: (book: { id: string }) => book, inStock: hasStock },
    Gadget: { __resolveReference: (gadget: { id: string }) => gadget, inStock: hasStock },
  },
};

function hasStock({ id }: { id: string }): boolean {
  return Number(id.slice(1)) % 4 !== 0;
}
