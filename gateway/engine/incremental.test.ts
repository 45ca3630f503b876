import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { TEST_CONTEXT, testGraph, type TestGraph } from './engine.testkit.ts';
import type { EngineReply } from './reply.ts';
import type { IncrementalReply } from './incremental.ts';

const PEOPLE = [
  { id: '1', name: 'Ada', address: { zip: 'A', city: 'London' } },
  { id: '2', name: 'Grace', address: { zip: 'B', city: 'Arlington' } },
];

const graph = (): TestGraph =>
  testGraph(
    {
      people: {
        sdl: 'type Query { me: Person people: [Person!]! } type Person @key(fields: "id") { id: ID! name: String! address: Address } type Address { zip: String city: String }',
        resolvers: {
          Query: { me: () => PEOPLE[0], people: () => PEOPLE },
          Person: { __resolveReference: ({ id }: { id: string }) => PEOPLE.find((person) => person.id === id) ?? null },
        },
      },
      posts: {
        sdl: 'type Person @key(fields: "id") { id: ID! posts: [Post!]! mood: String! } type Post { title: String author: Person }',
        resolvers: {
          Person: {
            posts: ({ id }: { id: string }) => [{ title: `of ${id}`, author: { __typename: 'Person', id } }],
            mood: ({ id }: { id: string }) => (id === '2' ? null : 'good'),
          },
        },
      },
    },
    { defer: true },
  );

/** Everything that a client is told, in order. */
async function told(query: string, variables: Record<string, unknown> = {}, on = graph()): Promise<unknown[]> {
  const request = { document: parse(query), operationName: null, variables, context: TEST_CONTEXT, permitted: null };
  const reply = await on.engine.respondInParts(request);
  if (!('deliveries' in reply)) return [plain(reply)];
  return [plain(reply.initial), pending(reply), ...(await following(reply))];
}

async function following({ deliveries }: IncrementalReply): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const { parts, pending: more, hasNext } of deliveries) {
    all.push(parts.map(({ part, data, errors }) => ({ path: part.path, label: part.label, ...plain({ data, errors }) })));
    if (more.length > 0) all.push(pending({ pending: more }));
    all.push(hasNext);
  }
  return all;
}

const pending = (reply: Pick<IncrementalReply, 'pending'>): unknown => ({ pending: reply.pending.map(({ path }) => path.join('.')) });
const plain = ({ data, errors }: EngineReply): object => ({
  data: data == null ? data : data.toJSON(),
  ...(errors.length === 0 ? {} : { errors: errors.map(({ path }) => path?.join('.')) }),
});

describe('@defer', () => {
  test('tells what is not deferred first, and the rest where it belongs', async () => {
    expect(await told('{ me { name ... @defer(label: "later") { posts { title } } } }')).toEqual([
      { data: { me: { name: 'Ada' } } },
      { pending: ['me'] },
      [{ path: ['me'], label: 'later', data: { posts: [{ title: 'of 1' }] } }],
      false,
    ]);
  });

  test('has a part for each object of a list, and parts in parts', async () => {
    expect(
      await told(
        '{ people { name ...P @defer } } fragment P on Person { p: posts { title author { ... @defer(label: "deep") { address { city } } } } }',
      ),
    ).toEqual([
      { data: { people: [{ name: 'Ada' }, { name: 'Grace' }] } },
      { pending: ['people.0', 'people.1'] },
      [
        { path: ['people', 0], label: null, data: { p: [{ title: 'of 1', author: {} }] } },
        { path: ['people', 1], label: null, data: { p: [{ title: 'of 2', author: {} }] } },
      ],
      { pending: ['people.0.p.0.author', 'people.1.p.0.author'] },
      true,
      [
        { path: ['people', 0, 'p', 0, 'author'], label: 'deep', data: { address: { city: 'London' } } },
        { path: ['people', 1, 'p', 0, 'author'], label: 'deep', data: { address: { city: 'Arlington' } } },
      ],
      false,
    ]);
  });

  test('a fragment that is spread twice is two parts', async () => {
    expect(
      await told('{ a: me { ...N @defer } b: me { ...N @defer(label: "b") } } fragment N on Person { address { zip } }'),
    ).toMatchObject([
      { data: { a: {}, b: {} } },
      { pending: ['a', 'b'] },
      [
        { path: ['a'], data: { address: { zip: 'A' } } },
        { path: ['b'], label: 'b', data: { address: { zip: 'A' } } },
      ],
      false,
    ]);
  });

  test('is one plain reply when its condition says no', async () => {
    const query = 'query ($on: Boolean!) { me { name ... @defer(if: $on) { address { zip } } } }';
    expect(await told(query, { on: false })).toEqual([{ data: { me: { name: 'Ada', address: { zip: 'A' } } } }]);
    expect(await told(query, { on: true })).toHaveLength(4);
  });

  test('errors come with the part that they are of; a null goes no further than its part', async () => {
    expect(await told('{ people { name ... @defer { mood } } }')).toEqual([
      { data: { people: [{ name: 'Ada' }, { name: 'Grace' }] } },
      { pending: ['people.0', 'people.1'] },
      [
        { path: ['people', 0], label: null, data: { mood: 'good' } },
        { path: ['people', 1], label: null, data: null, errors: ['people.1.mood'] },
      ],
      false,
    ]);
  });

  test('a part whose subgraph is away says so, after everything else was told', async () => {
    const on = graph();
    on.away.add('posts');
    expect(await told('{ me { name ... @defer { posts { title } } } }', {}, on)).toEqual([
      { data: { me: { name: 'Ada' } } },
      { pending: ['me'] },
      [{ path: ['me'], label: null, data: null, errors: ['me.posts'] }],
      false,
    ]);
  });

  test('nothing of what became null is still to come', async () => {
    expect(await told('{ people { mood ... @defer { name } } }')).toEqual([{ data: null, errors: ['people.1.mood'] }]);
  });

  test('a caller who takes everything at once gets it all', async () => {
    expect(await graph().ask('{ me { name ... @defer { posts { title } } } }')).toEqual({
      data: { me: { name: 'Ada', posts: [{ title: 'of 1' }] } },
    });
  });
});
