import { fed2, type FederationCase } from '../kit/federation.ts';

let steps: string[] = [];
function step(name: string): number {
  steps.push(name);
  return steps.length;
}
const itself = (reference: object) => reference;

/** Mutations are done in the order they stand in, over all subgraphs, with what each returns completed. */
export const mutations: FederationCase = {
  name: 'mutations',
  reset: () => {
    steps = [];
  },
  subgraphs: {
    carts: {
      sdl: fed2(`
        type Query { log: [String!]! }
        type Mutation { addToCart(sku: String!): Cart! fail(why: String): Cart mustWork: Cart! clear: Boolean @shareable }
        type Cart @key(fields: "id") { id: ID! position: Int sku: String }
      `),
      resolvers: {
        Query: { log: () => steps },
        Mutation: {
          addToCart: (_: unknown, { sku }: { sku: string }) => ({ id: `cart-${sku}`, position: step(`add ${sku}`), sku }),
          fail: (_: unknown, { why }: { why?: string }) => {
            step('fail');
            throw new Error(why ?? 'failed');
          },
          mustWork: () => {
            step('mustWork');
            throw new Error('did not work');
          },
          clear: () => step('clear') > 0,
        },
        Cart: { __resolveReference: itself, sku: ({ id }: { id: string }) => id.slice(5) },
      },
    },
    bills: {
      sdl: fed2(`
        type Mutation { bill(sku: String = "none"): Bill clear: Boolean @shareable }
        type Bill { number: Int cart: Cart }
        type Cart @key(fields: "id") { id: ID! total: Int }
      `),
      resolvers: {
        Mutation: {
          bill: (_: unknown, { sku }: { sku: string }) => ({ number: step(`bill ${sku}`), cart: { id: `cart-${sku}` } }),
          clear: () => step('clear') > 0,
        },
        Cart: { __resolveReference: itself, total: () => steps.length * 100 },
      },
    },
  },
  operations: [
    {
      name: 'in order over two subgraphs, entities after each',
      query:
        'mutation { a: addToCart(sku: "x") { position total } bill(sku: "x") { number cart { sku } } b: addToCart(sku: "y") { position total } last: bill { number } }',
      data: {
        a: { position: 1, total: 100 },
        bill: { number: 2, cart: { sku: 'x' } },
        b: { position: 3, total: 300 },
        last: { number: 4 },
      },
    },
    {
      name: 'one that fails does not stop the next',
      query: 'mutation ($why: String) { fail(why: $why) { total } bill { number } __typename }',
      variables: { why: 'so' },
      data: { fail: null, bill: { number: 2 }, __typename: 'Mutation' },
      errors: [['fail']],
    },
    {
      name: 'a failure where null may not be takes everything',
      query: 'mutation { bill { number } m: mustWork { id } }',
      data: null,
      errors: [['m']],
    },
    {
      name: 'the same one twice',
      query: 'mutation { one: addToCart(sku: "x") { position } two: addToCart(sku: "x") { position } }',
      data: { one: { position: 1 }, two: { position: 2 } },
    },
    {
      name: 'skipped ones are not done',
      query: 'mutation ($no: Boolean = true) { bill @skip(if: $no) { number } addToCart(sku: "z") { position } }',
      data: { addToCart: { position: 1 } },
    },
    { name: 'only the one that is named', query: 'mutation A { bill { number } } query L { log }', operationName: 'L', data: { log: [] } },
  ],
};
