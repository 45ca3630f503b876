import { expect, test } from 'vitest';
import { withListSizes } from './cost-directives.ts';

test('paged fields say how long their lists are; what says so itself, and what is not paged, stays as it is', () => {
  const sdl = `type Query {
    things(first: Int! = 20, after: String): ThingConnection!
    newest(first: Int! = 5): [Thing!]!
    own(first: Int): [Thing!]! @listSize(assumedSize: 3)
    one(first: Int): Thing
    all: ThingConnection!
  }
  type ThingConnection { nodes: [Thing!]! edges: [ThingEdge!]! pageInfo: PageInfo! related: [Thing!]! }
  type ThingEdge { node: Thing! }
  type PageInfo { hasNextPage: Boolean! }
  type Thing { id: ID! }`;
  const lines = withListSizes(sdl)
    .split('\n')
    .filter((line) => line.includes('listSize'));
  expect(lines.map((line) => line.trim())).toEqual([
    'things(first: Int! = 20, after: String): ThingConnection! @listSize(slicingArguments: ["first"], sizedFields: ["edges", "nodes"])',
    'newest(first: Int! = 5): [Thing!]! @listSize(slicingArguments: ["first"])',
    'own(first: Int): [Thing!]! @listSize(assumedSize: 3)',
  ]);
});
