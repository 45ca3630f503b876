import { among, fed2, type FederationCase } from '../kit/federation.ts';

const MEDIA = [
  { __typename: 'Song', id: 'm1', title: 'La', length: 100 },
  { __typename: 'Clip', id: 'm2', title: 'Zoom', length: 200, width: 640 },
];
const RATES = [
  { id: 'm1', stars: 5 },
  { id: 'm2', stars: null },
];

/** One subgraph adds fields to all types of an interface without knowing any of them. */
export const interfaceObjects: FederationCase = {
  name: 'interface objects',
  subgraphs: {
    media: {
      sdl: fed2(`
        type Query { media: [Media] }
        interface Media @key(fields: "id") { id: ID! title: String length: Int }
        type Song implements Media @key(fields: "id") { id: ID! title: String length: Int }
        type Clip implements Media @key(fields: "id") { id: ID! title: String length: Int width: Int }
      `),
      resolvers: {
        Query: { media: () => MEDIA },
        Media: { __resolveReference: among(MEDIA, 'id') },
        Song: { __resolveReference: among(MEDIA, 'id') },
        Clip: { __resolveReference: among(MEDIA, 'id') },
      },
    },
    rating: {
      sdl: fed2(`
        type Query { best: Media worst: [Media!] nothing: Media }
        type Media @key(fields: "id") @interfaceObject { id: ID! stars: Int length: Int @external perMinute: Int @requires(fields: "length") next: Media }
      `),
      resolvers: {
        Query: { best: () => RATES[0], worst: () => RATES.toReversed(), nothing: () => null },
        Media: {
          __resolveReference: (wanted: { id: string }) => ({ ...RATES.find(({ id }) => id === wanted.id), ...wanted }),
          perMinute: ({ length }: { length?: number }) => (length === undefined ? -1 : 6000 / length),
          next: ({ id }: { id: string }) => (id === 'm1' ? RATES[1] : null),
        },
      },
    },
    listing: {
      sdl: fed2(`
        type Query { listed: [Media] }
        type Media @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }
      `),
      resolvers: { Query: { listed: () => [{ id: 'm2' }, null, { id: 'm1' }] } },
    },
  },
  operations: [
    {
      name: 'its fields on an interface and on each type',
      query: '{ media { id stars ... on Song { s: stars perMinute } ... on Clip { width } } }',
      data: {
        media: [
          { id: 'm1', stars: 5, s: 5, perMinute: 60 },
          { id: 'm2', stars: null, width: 640 },
        ],
      },
    },
    {
      name: 'from its roots: the real type is found elsewhere',
      query: '{ best { __typename id title ... on Song { length } ... on Clip { width } } nothing { __typename title } }',
      data: { best: { __typename: 'Song', id: 'm1', title: 'La', length: 100 }, nothing: null },
    },
    {
      name: 'only the real type is asked for',
      query: '{ worst { __typename } }',
      data: { worst: [{ __typename: 'Clip' }, { __typename: 'Song' }] },
    },
    {
      name: 'no type is needed',
      query: '{ worst { id stars } }',
      data: {
        worst: [
          { id: 'm2', stars: null },
          { id: 'm1', stars: 5 },
        ],
      },
      fetches: { media: 0, rating: 1 },
    },
    {
      name: 'with @requires, nested in itself',
      query: '{ worst { perMinute next { perMinute title } } }',
      data: {
        worst: [
          { perMinute: 30, next: null },
          { perMinute: 60, next: { perMinute: 30, title: 'Zoom' } },
        ],
      },
    },
    {
      name: 'references that cannot be resolved',
      query: '{ listed { id title stars ... on Clip { width stars } __typename } }',
      data: {
        listed: [
          { id: 'm2', title: 'Zoom', stars: null, width: 640, __typename: 'Clip' },
          null,
          { id: 'm1', title: 'La', stars: 5, __typename: 'Song' },
        ],
      },
    },
    {
      name: 'type conditions alone',
      query: '{ worst { ... on Song { stars } } best { ... on Clip { stars } } }',
      data: { worst: [{}, { stars: 5 }], best: {} },
    },
  ],
};
