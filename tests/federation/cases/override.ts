import { among, fed2, type FederationCase } from '../kit/federation.ts';

const POSTS = [{ id: '1', author: 'Ada', title: 'One' }];

/** A field that moved: it is asked of its new home only. */
export const override: FederationCase = {
  name: '@override',
  subgraphs: {
    old: {
      sdl: fed2(`
        type Query { feed: [Post] latest: Post oldRoot: String }
        type Post @key(fields: "id") { id: ID! title: String slug: String @requires(fields: "tone") tone: String @external }
      `),
      resolvers: {
        Query: { feed: () => [{ id: '1' }], latest: () => ({ id: 'STALE' }), oldRoot: () => 'STALE' },
        Post: { __resolveReference: (it: object) => it, title: () => 'STALE', slug: ({ tone }: { tone?: string }) => `slug ${tone}` },
      },
    },
    fresh: {
      sdl: fed2(`
        type Query { latest: Post @override(from: "old") oldRoot: String @override(from: "old") }
        type Post @key(fields: "id") {
          id: ID!
          title: String @override(from: "old")
          summary: String @override(from: "gone-for-good")
          tone: String
        }
      `),
      resolvers: {
        Query: { latest: () => POSTS[0], oldRoot: () => 'fresh' },
        Post: { __resolveReference: among(POSTS, 'id'), summary: ({ title }: { title: string }) => `about ${title}`, tone: () => 'calm' },
      },
    },
  },
  operations: [
    {
      name: 'of a field and of roots',
      query: '{ feed { id title } latest { id title } oldRoot }',
      data: { feed: [{ id: '1', title: 'One' }], latest: { id: '1', title: 'One' }, oldRoot: 'fresh' },
    },
    {
      name: 'with @requires on what moved nowhere',
      query: '{ latest { slug } feed { slug title } }',
      data: { latest: { slug: 'slug calm' }, feed: [{ slug: 'slug calm', title: 'One' }] },
    },
  ],
};
