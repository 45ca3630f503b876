import { among, fed2, type FederationCase } from '../kit/federation.ts';

const FILMS = [
  { id: 'f1', title: 'Sun', year: 1990, studio: { name: 'S', head: { name: 'H' } } },
  { id: 'f2', title: 'Rain', year: 1995, studio: { name: 'T', head: null } },
];
const BOOKS = [{ id: 'b1', title: 'Dust', pages: 90 }];
const kindOf = (it: { id: string }) => (it.id.startsWith('f') ? 'Film' : 'Book');

/** Fields of entities that come along where a path says so: no second fetch. */
export const provides: FederationCase = {
  name: '@provides',
  subgraphs: {
    library: {
      sdl: fed2(`
        type Query { films: [Film] }
        interface Work { id: ID! title: String }
        type Film implements Work @key(fields: "id") { id: ID! title: String @shareable year: Int @shareable studio: Studio @shareable }
        type Book implements Work @key(fields: "id") { id: ID! title: String @shareable pages: Int @shareable }
        type Studio @shareable { name: String head: Person }
        type Person @shareable { name: String }
      `),
      resolvers: {
        Query: { films: () => FILMS },
        Film: { __resolveReference: among(FILMS, 'id') },
        Book: { __resolveReference: among(BOOKS, 'id') },
      },
    },
    charts: {
      sdl: fed2(`
        type Query {
          top: Film @provides(fields: "title studio { head { name } }")
          bare: Film
          works: [Work] @provides(fields: "... on Film { year title } ... on Book { title }")
          mixed: [Media] @provides(fields: "... on Film { title } ... on Book { pages }")
        }
        interface Work { id: ID! title: String }
        union Media = Film | Book
        type Film implements Work @key(fields: "id") { id: ID! title: String @external year: Int @external studio: Studio @external rank: Int }
        type Book implements Work @key(fields: "id") { id: ID! title: String @external pages: Int @external rank: Int }
        type Studio { head: Person @external }
        type Person { name: String @external }
      `),
      resolvers: {
        Query: {
          top: () => ({ ...FILMS[0], rank: 1 }),
          bare: () => ({ id: 'f2', rank: 2, title: 'WRONG', year: -1 }),
          works: () => [FILMS[0], { ...BOOKS[0], pages: -1 }, null, FILMS[1]],
          mixed: () => [BOOKS[0], { ...FILMS[1], year: -1 }],
        },
        Work: { __resolveType: kindOf },
        Media: { __resolveType: kindOf },
        Film: { __resolveReference: (it: object) => it, rank: ({ id }: { id: string }) => Number(id.slice(1)) },
        Book: { __resolveReference: (it: object) => it, rank: () => 9 },
      },
    },
  },
  operations: [
    {
      name: 'nested fields',
      query: '{ top { title rank studio { head { name } } } }',
      data: { top: { title: 'Sun', rank: 1, studio: { head: { name: 'H' } } } },
      fetches: { charts: 1, library: 0 },
    },
    {
      name: 'what is not provided is fetched',
      query: '{ top { title year studio { name head { name } } } }',
      data: { top: { title: 'Sun', year: 1990, studio: { name: 'S', head: { name: 'H' } } } },
    },
    {
      name: 'on one path only',
      query: '{ top { title } bare { title year } }',
      data: { top: { title: 'Sun' }, bare: { title: 'Rain', year: 1995 } },
    },
    {
      name: 'on an interface, and on one of its types',
      query: '{ works { title ... on Film { year rank } ... on Book { pages } } }',
      data: { works: [{ title: 'Sun', year: 1990, rank: 1 }, { title: 'Dust', pages: 90 }, null, { title: 'Rain', year: 1995, rank: 2 }] },
    },
    {
      name: 'on the members of a union',
      query: '{ mixed { ... on Work { title } ... on Book { pages rank } ... on Film { y: year } } }',
      data: {
        mixed: [
          { title: 'Dust', pages: 90, rank: 9 },
          { title: 'Rain', y: 1995 },
        ],
      },
    },
  ],
};
