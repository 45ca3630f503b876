import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GraphDraft } from './lineage-graph.ts';
import { MAX_ITEMS, walk } from './walk.ts';

function drafted(links: readonly (readonly [number, number])[]): GraphDraft {
  const draft = new GraphDraft();
  for (const [from, to] of links) draft.link(draft.add('FIELD', String(from), ''), draft.add('FIELD', String(to), ''));
  return draft;
}

const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id).toSorted();

test('where something comes from leaves out what else is made of the same', () => {
  // 1 → 2 → 3, and 1 → 4
  const graph = drafted([[1, 2], [2, 3], [1, 4]]); // prettier-ignore
  expect(ids(walk(graph, 'FIELD:3', 'UP', 9).items)).toEqual(['1', '2', '3']);
  expect(ids(walk(graph, 'FIELD:1', 'DOWN', 9).items)).toEqual(['1', '2', '3', '4']);
  expect(ids(walk(graph, 'FIELD:2', 'BOTH', 9).items)).toEqual(['1', '2', '3']);
  expect(walk(graph, 'FIELD:1', 'DOWN', 1)).toMatchObject({ truncated: true });
  expect(walk(graph, 'FIELD:9', 'BOTH', 9)).toEqual({ items: [], links: [], truncated: false });
});

test('it ends in circles, and tells only links whose ends it tells', () => {
  const link = fc.tuple(fc.nat(12), fc.nat(12));
  fc.assert(
    fc.property(fc.array(link, { minLength: 1, maxLength: 40 }), fc.constantFrom('UP', 'DOWN', 'BOTH'), fc.nat(14), (links, direction, depth) => {
      const start = `FIELD:${links[0]?.[0]}`;
      const walked = walk(drafted(links), start, direction, depth);
      const keys = new Set(walked.items.map(({ kind, id }) => `${kind}:${id}`));
      expect(keys.has(start)).toBe(true);
      for (const { from, to } of walked.links) expect(keys.has(from) && keys.has(to)).toBe(true);
    }),
  ); // prettier-ignore
});

test('it tells no more than can be looked at', () => {
  const graph = drafted(Array.from({ length: MAX_ITEMS + 5 }, (_, n): [number, number] => [0, n + 1]));
  const { items, truncated } = walk(graph, 'FIELD:0', 'DOWN', 3);
  expect([items.length, truncated]).toEqual([MAX_ITEMS, true]);
});
