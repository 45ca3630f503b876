import { expect, test } from 'vitest';
import { testGraph } from '../engine.testkit.ts';

const ITEM = { id: '1' };
const graph = testGraph({
  items: {
    sdl: 'type Query { item: Item } type Mutation { change: Item } type Item @key(fields: "id") { id: ID! }',
    resolvers: { Query: { item: () => ITEM }, Mutation: { change: () => ITEM } },
  },
  sizes: {
    sdl: 'type Item @key(fields: "id") { id: ID! size: Int }',
    resolvers: {
      Item: {
        size: () => {
          throw new Error('none');
        },
      },
    },
  },
});

/** Fragments that each spread the next one twice: written out, more of them than there are atoms. */
function doubling(type: string, leaf: string): string {
  const count = 60;
  const fragments = Array.from({ length: count }, (_, at) => {
    const next = `F${at + 1}`;
    return `fragment F${at} on ${type} { ${at === count - 1 ? leaf : `...${next} ... on ${type} { ...${next} }`} }`;
  });
  return fragments.join(' ');
}

test.each([
  ['in an object', `{ item { ...F0 } } ${doubling('Item', 'id size')}`, { item: { id: '1', size: null } }],
  ['at the root', `{ ...F0 } ${doubling('Query', 'item { id }')}`, { item: { id: '1' } }],
  ['of a mutation', `mutation { ...F0 } ${doubling('Mutation', 'change { id }')}`, { change: { id: '1' } }],
])('fragments that double at each step are answered like one, or refused at once: %s', async (_where, query, expected) => {
  const { data, errors } = await graph.ask(query);
  expect([expected, 'OPERATION_TOO_COMPLEX']).toContainEqual(data ?? errors?.[0]?.extensions['code']);
});
