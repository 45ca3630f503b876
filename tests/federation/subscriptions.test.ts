import { execute, parse } from 'graphql';
import { expect, test } from 'vitest';
import type { OpenedStream } from '../../gateway/context.ts';
import { createEngine } from '../../gateway/engine/engine.ts';
import { loadSupergraph } from '../../gateway/engine/supergraph.ts';
import type { FetchResult, Source, SubgraphOperation } from '../../gateway/sources/source.ts';
import { among, fed2 } from './kit/federation.ts';
import { testContext } from './kit/context.ts';
import { plainReply } from './kit/runner.ts';
import { testSources, type FetchLog } from './kit/sources.ts';
import { composeFederation } from './kit/subgraphs.ts';

const AUTHORS = [{ id: 'a1', name: 'Ada' }];
const POSTS = [{ id: 'p1', words: 100 }];

const { supergraphSdl, schemas } = composeFederation({
  posts: {
    sdl: fed2(`
      type Query { posts: [Post] }
      type Subscription { posted(by: ID): Post }
      type Post @key(fields: "id") { id: ID! title: String author: Author }
      type Author @key(fields: "id") { id: ID! }
    `),
    resolvers: { Query: { posts: () => [] } },
  },
  more: {
    sdl: fed2(`
      type Post @key(fields: "id") { id: ID! words: Int title: String @external slug: String @requires(fields: "title") }
      type Author @key(fields: "id") { id: ID! name: String! }
    `),
    resolvers: {
      Post: {
        __resolveReference: (wanted: { id: string }) => ({ ...POSTS.find(({ id }) => id === wanted.id), ...wanted }),
        slug: ({ title }: { title?: string }) => title?.toLowerCase() ?? 'MISSING',
      },
      Author: { __resolveReference: among(AUTHORS, 'id') },
    },
  },
});

const STREAM: OpenedStream = {
  kind: 'UPSTREAM',
  identity: 'posts',
  follow: () => {
    throw new Error('nobody follows it here');
  },
};

/** What a caller gets for an event of the subgraph that has the subscription: first opened, then told what the subgraph made of it. */
async function told(query: string, event: Record<string, unknown>) {
  const log: FetchLog = new Map();
  let opened: SubgraphOperation | null = null;
  const sources = testSources(schemas, log);
  const posts: Source = {
    name: 'posts',
    fetch: () => Promise.reject(new Error('the subscription’s own subgraph is not to be asked')),
    open: (operation) => {
      opened = operation;
      return Promise.resolve(STREAM);
    },
    close: async () => {},
  };
  const engine = createEngine({ supergraph: loadSupergraph(supergraphSdl), sources: new Map([...sources, ['posts', posts]]) });
  const request = { document: parse(query), operationName: null, variables: {}, permitted: null };
  await engine.execute({ ...request, context: testContext({ kind: 'OPEN', opened: () => undefined }) });
  const payload = await sent(opened, event);
  const reply = await engine.execute({ ...request, context: testContext({ kind: 'PAYLOAD', result: payload }) });
  return { ...plainReply(reply), asked: [...log.keys()] };
}

async function sent(opened: SubgraphOperation | null, event: Record<string, unknown>): Promise<FetchResult> {
  const schema = schemas.get('posts');
  if (schema === undefined || opened === null) throw new Error('nothing was opened');
  const { data, errors } = await execute({ schema, document: opened.document, rootValue: event });
  return JSON.parse(JSON.stringify({ data, errors: errors ?? [] })) as FetchResult;
}

const POST = { __typename: 'Post', id: 'p1', title: 'Sun', author: { __typename: 'Author', id: 'a1' } };

test('what was sent is completed by other subgraphs, and its own is not asked again', async () => {
  const reply = await told('subscription { posted { words author { name } } }', { posted: POST });
  expect(reply).toEqual({ data: { posted: { words: 100, author: { name: 'Ada' } } }, errors: [], asked: ['more'] });
});

test('fields that require fields of what was sent', async () => {
  const reply = await told('subscription { posted { slug } }', { posted: POST });
  expect(reply).toEqual({ data: { posted: { slug: 'sun' } }, errors: [], asked: ['more'] });
});

test('nothing was sent: nothing is asked', async () => {
  expect(await told('subscription { posted { words } }', { posted: null })).toEqual({ data: { posted: null }, errors: [], asked: [] });
});

test('errors that were sent keep their place', async () => {
  const title = (): never => {
    throw new Error('no title');
  };
  const reply = await told('subscription { posted { t: title words } }', { posted: { ...POST, title } });
  expect(reply).toMatchObject({ data: { posted: { t: null, words: 100 } }, errors: [{ message: 'no title', path: ['posted', 't'] }] });
});

test('the caller’s names are the reply’s, whatever they are', async () => {
  const reply = await told('subscription { mine: posted(by: "a1") { id: title key: id words } }', { posted: POST });
  expect(reply.data).toEqual({ mine: { id: 'Sun', key: 'p1', words: 100 } });
});
