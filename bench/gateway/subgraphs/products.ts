import { LINK, numbers, type BenchSubgraph } from './subgraph.ts';

interface Product {
  upc: string;
  name: string;
  price: number;
  weight: number;
}
interface Shelved {
  __typename: 'Book' | 'Gadget';
  id: string;
  title: string;
  pages?: number;
  volts?: number;
}

const PRODUCTS: readonly Product[] = numbers(120).map((number) => ({
  upc: `p${number}`,
  name: `Product Number ${number}`,
  price: 100 + ((number * 137) % 1_900),
  weight: 50 + ((number * 61) % 950),
}));
const BY_UPC = new Map(PRODUCTS.map((product) => [product.upc, product]));
const SHELF: readonly Shelved[] = numbers(40).map((number) =>
  number % 2 === 0
    ? { __typename: 'Book', id: `b${number}`, title: `Book Number ${number}`, pages: 100 + number }
    : { __typename: 'Gadget', id: `g${number}`, title: `Gadget Number ${number}`, volts: number * 3 },
);
const BY_ID = new Map(SHELF.map((shelved) => [shelved.id, shelved]));
const known = ({ id }: Shelved): Shelved | null => BY_ID.get(id) ?? null;

/** Products, and a shelf of things of several types. */
export const products: BenchSubgraph = {
  name: 'products',
  typeDefs: `${LINK}
    type Query {
      topProducts(first: Int = 5): [Product!]!
      shelf: [Shelved!]!
      found: [Found!]!
    }
    type Product @key(fields: "upc") {
      upc: ID!
      name: String!
      price: Int!
      weight: Int!
    }
    interface Shelved { id: ID! title: String! }
    union Found = Book | Gadget | Product
    type Book implements Shelved @key(fields: "id") { id: ID! title: String! pages: Int! }
    type Gadget implements Shelved @key(fields: "id") { id: ID! title: String! volts: Int! }`,
  resolvers: {
    Query: {
      topProducts: (_: unknown, { first }: { first: number }) => PRODUCTS.slice(0, first),
      shelf: () => SHELF,
      found: () => [...SHELF.slice(0, 10), ...PRODUCTS.slice(0, 10)],
    },
    Product: { __resolveReference: ({ upc }: Product) => BY_UPC.get(upc) ?? null },
    Book: { __resolveReference: known },
    Gadget: { __resolveReference: known },
    Shelved: { __resolveType: ({ __typename }: Shelved) => __typename },
    Found: { __resolveType: (found: Shelved | Product) => ('upc' in found ? 'Product' : found.__typename) },
  },
};
