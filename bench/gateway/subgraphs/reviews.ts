import { LINK, numbers, sentence, type BenchSubgraph } from './subgraph.ts';

interface Review {
  id: string;
  body: string;
  rating: number;
  author: { id: string };
  product: { upc: string };
}

/** Few people write about few products, so that what a deep query reaches repeats. */
const REVIEWS: readonly Review[] = numbers(25).map((number) => ({
  id: `r${number}`,
  body: sentence(number, 7),
  rating: 1 + (number % 5),
  author: { id: `u${1 + (number % 7)}` },
  product: { upc: `p${1 + ((number * 5) % 8)}` },
}));
const byAuthor = Map.groupBy(REVIEWS, ({ author }) => author.id);
const byProduct = Map.groupBy(REVIEWS, ({ product }) => product.upc);

/** What people say of products, of books and of gadgets. */
export const reviews: BenchSubgraph = {
  name: 'reviews',
  typeDefs: `${LINK}
    type Query { review(id: ID!): Review }
    type Mutation { addReview(upc: ID!, body: String!): Review! }
    type Review @key(fields: "id") {
      id: ID!
      body: String!
      rating: Int!
      author: User!
      product: Product!
    }
    type User @key(fields: "id") { id: ID! reviews: [Review!]! }
    type Product @key(fields: "upc") { upc: ID! reviews: [Review!]! }
    type Book @key(fields: "id") { id: ID! rating: Int! }
    type Gadget @key(fields: "id") { id: ID! rating: Int! }`,
  resolvers: {
    Query: { review: (_: unknown, { id }: { id: string }) => REVIEWS.find((review) => review.id === id) ?? null },
    // Nothing is kept: the same mutation gives the same reply, however often it is sent.
    Mutation: {
      addReview: (_: unknown, { upc, body }: { upc: string; body: string }): Review => ({
        id: 'added',
        body,
        rating: 5,
        author: { id: 'u1' },
        product: { upc },
      }),
    },
    Review: { __resolveReference: ({ id }: Review) => REVIEWS.find((review) => review.id === id) ?? null },
    User: { __resolveReference: (user: { id: string }) => user, reviews: ({ id }: { id: string }) => byAuthor.get(id) ?? [] },
    Product: { __resolveReference: (product: { upc: string }) => product, reviews: ({ upc }: { upc: string }) => byProduct.get(upc) ?? [] },
    Book: { __resolveReference: (book: { id: string }) => book, rating: ratingOf },
    Gadget: { __resolveReference: (gadget: { id: string }) => gadget, rating: ratingOf },
  },
};

function ratingOf({ id }: { id: string }): number {
  return 1 + (Number(id.slice(1)) % 5);
}
