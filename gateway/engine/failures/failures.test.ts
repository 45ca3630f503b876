import { describe, expect, test } from 'vitest';
import { testGraph, type TestGraph } from '../engine.testkit.ts';

describe('errors of subgraphs', () => {
  const failing = (): TestGraph =>
    testGraph({
      rows: {
        sdl: 'type Query { a: Row b: Row all: [[Row]] mixed: [Mixed] } union Mixed = Row | Line type Row @key(fields: "id") { id: ID! size: Int! @shareable } type Line { id: ID! size: Int }',
        resolvers: {
          Query: {
            a: () => ({ id: '1' }),
            b: () => ({ id: '1' }),
            all: () => [[{ id: '1' }, null], [{ id: '2' }]],
            mixed: () => [
              { __typename: 'Row', id: '1' },
              { __typename: 'Line', id: '2' },
            ],
          },
          Row: { __resolveReference: (row: object) => row, size: fails('no size') },
          Line: { size: fails('no length') },
        },
      },
      extras: {
        sdl: 'type Row @key(fields: "id") { id: ID! note: Note size: Int @shareable } type Note { text: String words: [String] }',
        resolvers: {
          Row: { note: ({ id }: { id: string }) => ({ id }) },
          Note: { text: ({ id }: { id: string }) => (id === '1' ? fails('no text')() : 'fine'), words: () => ['x'] },
        },
      },
    });
  const fails = (message: string) => () => {
    throw new Error(message);
  };
  const places = (result: Awaited<ReturnType<TestGraph['ask']>>): string[] =>
    (result.errors ?? []).map(({ path }) => path?.join('.') ?? '');

  test('stand at every place of the response that the entity has', async () => {
    const result = await failing().ask('{ a { n: note { t: text } } b { note { text words } } all { note { text } } }');
    expect(result.data).toEqual({
      a: { n: { t: null } },
      b: { note: { text: null, words: ['x'] } },
      all: [[{ note: { text: null } }, null], [{ note: { text: 'fine' } }]],
    });
    expect(places(result).toSorted()).toEqual(['a.n.t', 'all.0.0.note.text', 'b.note.text']);
  });

  test('say who reported them, and keep their extensions', async () => {
    const result = await failing().ask('{ a { size } }');
    expect(result.errors?.[0]?.extensions).toMatchObject({ serviceName: 'rows' });
  });

  test('go by the caller’s names where types had to be told apart', async () => {
    const result = await failing().ask('{ mixed { ... on Row { size } ... on Line { size } } }');
    expect(places(result).toSorted()).toEqual(['mixed.0.size', 'mixed.1.size']);
    expect(result.data).toEqual({ mixed: [null, { size: null }] });
  });

  test('that fit nothing that was asked are still told', async () => {
    const graph = failing();
    graph.altered.set('extras', () => ({ data: null, errors: [{ message: 'broken', path: ['elsewhere'] }, { message: '' }] }));
    const result = await graph.ask('{ a { note { text } } }');
    expect(result.errors?.map(({ message }) => message)).toEqual(['broken', 'The extras service reported an error.']);
    graph.altered.set('extras', () => ({ data: { _entities: [] }, errors: [] }));
    expect((await graph.ask('{ a { note { text } } }')).errors?.[0]?.extensions['code']).toBe('SUBGRAPH_REPLY_INVALID');
  });
});
