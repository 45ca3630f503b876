import { among, fed2, type FederationCase } from '../kit/federation.ts';

const PARCELS = [
  { id: 'a', grams: 500, size: { width: 2, height: 3 }, insured: true },
  { id: 'b', grams: 2000, size: { width: 1, height: 1 }, insured: false },
  { id: 'c', grams: null, size: null, insured: null },
];

interface Weighed {
  id: string;
  grams?: number | null;
  size?: { width: number; height: number } | null;
}

/** Fields computed from fields of other subgraphs. */
export const requires: FederationCase = {
  name: '@requires',
  subgraphs: {
    parcels: {
      sdl: fed2(`
        type Query { parcels: [Parcel] }
        type Parcel @key(fields: "id") { id: ID! grams: Int size: Size label(upper: Boolean! = false, prefix: String): String }
        type Size { width: Int! height: Int! }
      `),
      resolvers: {
        Query: { parcels: () => PARCELS },
        Parcel: {
          __resolveReference: among(PARCELS, 'id'),
          label: ({ id }: { id: string }, { upper, prefix }: { upper: boolean; prefix?: string | null }) =>
            `${prefix ?? ''}${upper ? id.toUpperCase() : id}`,
        },
      },
    },
    post: {
      sdl: fed2(`
        type Parcel @key(fields: "id") {
          id: ID!
          grams: Int @external
          size: Size @external
          label(upper: Boolean! = false, prefix: String): String @external
          postage: Int @requires(fields: "grams")
          box: String @requires(fields: "size { height width }")
          sticker: String @requires(fields: "label(upper: true, prefix: \\"No. \\")")
        }
        type Size { width: Int! @external height: Int! @external }
      `),
      resolvers: {
        Parcel: {
          __resolveReference: (reference: Weighed) => reference,
          postage: ({ grams }: Weighed) => (grams === undefined ? -1 : grams === null ? null : grams / 10),
          box: ({ size }: Weighed) => (size === undefined ? 'MISSING' : size === null ? 'no box' : `${size.width}x${size.height}`),
          sticker: ({ label }: { label?: string }) => `[${label}]`,
        },
      },
    },
    customs: {
      sdl: fed2(`
        type Parcel @key(fields: "id") {
          id: ID!
          postage: Int @external
          box: String @external
          duty: String @requires(fields: "postage box")
        }
      `),
      resolvers: {
        Parcel: {
          __resolveReference: (reference: object) => reference,
          duty: ({ postage, box }: { postage?: number; box?: string }) => `${postage}/${box}`,
        },
      },
    },
  },
  operations: [
    {
      name: 'a field, null among its values',
      query: '{ parcels { postage } }',
      data: { parcels: [{ postage: 50 }, { postage: 200 }, { postage: null }] },
    },
    {
      name: 'fields of a nested object',
      query: '{ parcels { id box } }',
      data: {
        parcels: [
          { id: 'a', box: '2x3' },
          { id: 'b', box: '1x1' },
          { id: 'c', box: 'no box' },
        ],
      },
    },
    {
      name: 'chained: what requires what requires',
      query: '{ parcels { duty } }',
      data: { parcels: [{ duty: '50/2x3' }, { duty: '200/1x1' }, { duty: 'null/no box' }] },
    },
    {
      name: 'what is required is not shown, and is shown as the client asks for it',
      query: '{ parcels { size { h: height } box grams: postage weight: grams } }',
      data: {
        parcels: [
          { size: { h: 3 }, box: '2x3', grams: 50, weight: 500 },
          { size: { h: 1 }, box: '1x1', grams: 200, weight: 2000 },
          { size: null, box: 'no box', grams: null, weight: null },
        ],
      },
    },
    {
      name: 'a field with arguments, asked for by the client with others',
      query: 'query ($up: Boolean! = false) { parcels { label(upper: $up) sticker other: label(prefix: "x", upper: true) } }',
      data: {
        parcels: [
          { label: 'a', sticker: '[No. A]', other: 'xA' },
          { label: 'b', sticker: '[No. B]', other: 'xB' },
          { label: 'c', sticker: '[No. C]', other: 'xC' },
        ],
      },
    },
    {
      name: 'under aliases and in fragments, once each',
      query: '{ parcels { ...P ... on Parcel { d: duty } } } fragment P on Parcel { one: postage two: postage duty }',
      data: {
        parcels: [
          { one: 50, two: 50, duty: '50/2x3', d: '50/2x3' },
          { one: 200, two: 200, duty: '200/1x1', d: '200/1x1' },
          { one: null, two: null, duty: 'null/no box', d: 'null/no box' },
        ],
      },
    },
  ],
};
