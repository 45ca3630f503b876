import { among, fed2, type FederationCase } from '../kit/federation.ts';

const BOOKS = [
  { isbn: 'i1', title: 'Sand', shelf: { floor: 1, row: 'x' } },
  { isbn: 'i2', title: 'Moss', shelf: { floor: 2, row: 'y' } },
];
const STOCK = [
  { isbn: 'i1', sku: 's1', count: 3 },
  { isbn: 'i2', sku: 's2', count: 0 },
];
const PRICES = [
  { sku: 's1', cents: 900 },
  { sku: 's2', cents: 1250 },
];
const PLACES = [{ shelf: { floor: 1, row: 'x' }, isbn: 'i1', lamp: 'on' }];

/** From the key one subgraph knows to the key that another one wants, over a third. */
export const keyChain: FederationCase = {
  name: 'chains of keys',
  subgraphs: {
    books: {
      sdl: fed2(`
        type Query { books: [Book] }
        type Book @key(fields: "isbn") { isbn: ID! title: String shelf: Shelf @shareable }
        type Shelf @shareable { floor: Int row: String }
      `),
      resolvers: { Query: { books: () => BOOKS }, Book: { __resolveReference: among(BOOKS, 'isbn') } },
    },
    stock: {
      sdl: fed2(`
        type Book @key(fields: "isbn") @key(fields: "sku") { isbn: ID! sku: ID! count: Int }
      `),
      resolvers: { Book: { __resolveReference: among(STOCK, 'isbn', 'sku') } },
    },
    prices: {
      sdl: fed2(`
        type Query { cheapest: Book }
        type Book @key(fields: "sku") { sku: ID! cents: Int }
      `),
      resolvers: { Query: { cheapest: () => PRICES[0] }, Book: { __resolveReference: among(PRICES, 'sku') } },
    },
    places: {
      sdl: fed2(`
        type Book @key(fields: "isbn shelf { floor row }") { isbn: ID! shelf: Shelf @shareable lamp: String }
        type Shelf @shareable { floor: Int row: String }
      `),
      resolvers: {
        Book: {
          __resolveReference: (wanted: (typeof PLACES)[number]) =>
            PLACES.find(
              ({ isbn, shelf }) => isbn === wanted.isbn && shelf.floor === wanted.shelf.floor && shelf.row === wanted.shelf.row,
            ) ?? null,
        },
      },
    },
  },
  operations: [
    {
      name: 'over a subgraph that knows both keys',
      query: '{ books { title cents } }',
      data: {
        books: [
          { title: 'Sand', cents: 900 },
          { title: 'Moss', cents: 1250 },
        ],
      },
      fetches: { books: 1, stock: 1, prices: 1, places: 0 },
    },
    {
      name: 'and back again, then on by a compound nested key',
      query: '{ cheapest { title lamp count sku } }',
      data: { cheapest: { title: 'Sand', lamp: 'on', count: 3, sku: 's1' } },
    },
    {
      name: 'a compound key with a nested object; null where that subgraph has no such entity',
      query: '{ books { lamp s: shelf { row } } }',
      data: {
        books: [
          { lamp: 'on', s: { row: 'x' } },
          { lamp: null, s: { row: 'y' } },
        ],
      },
    },
  ],
};

const MEMBERS = [
  { id: 'm1', org: { id: 'o1' }, email: 'a@x', nick: 'ann' },
  { id: 'm2', org: { id: 'o2' }, email: 'b@x', nick: 'bob' },
];
const SEATS = [
  { email: 'a@x', seat: 11 },
  { email: 'b@x', seat: 12 },
];
const BADGES = [
  { id: 'm1', org: { id: 'o1' }, badge: 'gold', orgName: 'One' },
  { id: 'm1', org: { id: 'o9' }, badge: 'WRONG', orgName: 'Nine' },
  { id: 'm2', org: { id: 'o2' }, badge: 'tin', orgName: 'Two' },
];

/** Several keys, each known to some only. */
export const keyMashup: FederationCase = {
  name: 'several keys',
  subgraphs: {
    members: {
      sdl: fed2(`
        type Query { members: [Member!]! }
        type Member @key(fields: "id org { id }") @key(fields: "email") { id: ID! org: Org! email: String! nick: String! }
        type Org @key(fields: "id") { id: ID! }
      `),
      resolvers: { Query: { members: () => MEMBERS }, Member: { __resolveReference: among(MEMBERS, 'email', 'id') } },
    },
    seats: {
      sdl: fed2(`
        type Query { seats: [Member] }
        type Member @key(fields: "email") { email: String! seat: Int }
      `),
      resolvers: { Query: { seats: () => SEATS }, Member: { __resolveReference: among(SEATS, 'email') } },
    },
    badges: {
      sdl: fed2(`
        type Member @key(fields: "id org { id }") { id: ID! org: Org! badge: String }
        type Org @key(fields: "id") { id: ID! name: String }
      `),
      resolvers: {
        Member: {
          __resolveReference: ({ id, org }: { id: string; org: { id: string } }) =>
            BADGES.find((one) => one.id === id && one.org.id === org.id) ?? null,
        },
        Org: {
          __resolveReference: ({ id }: { id: string }) => ({ id }),
          name: ({ id }: { id: string }) => BADGES.find(({ org }) => org.id === id)?.orgName ?? null,
        },
      },
    },
  },
  operations: [
    {
      name: 'from one key to the other, the nested one among them',
      query: '{ seats { seat badge nick } }',
      data: {
        seats: [
          { seat: 11, badge: 'gold', nick: 'ann' },
          { seat: 12, badge: 'tin', nick: 'bob' },
        ],
      },
    },
    {
      name: 'an entity inside of an entity’s key',
      query: '{ seats { org { name } } members { org { id name } seat } }',
      data: {
        seats: [{ org: { name: 'One' } }, { org: { name: 'Two' } }],
        members: [
          { org: { id: 'o1', name: 'One' }, seat: 11 },
          { org: { id: 'o2', name: 'Two' }, seat: 12 },
        ],
      },
    },
  ],
};
