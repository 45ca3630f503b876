import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clustered } from './clusters.ts';
import type { GroupedNode } from './clusters.ts';

const node = (id: number, group: string): GroupedNode => ({
  id: `n${id}`,
  label: `Node ${id}`,
  detail: '',
  hue: 'finance',
  description: '',
  group,
});
const many = (count: number, groups: number) => Array.from({ length: count }, (_, id) => node(id, `Group ${id % groups}`));

test('every node is in exactly one of what is shown, whatever is open', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 900 }),
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.nat(40), { maxLength: 6 }),
      (count, groups, openings) => {
        const nodes = many(count, groups);
        const open = new Set<string>();
        for (const at of openings) {
          const { clusters } = clustered(nodes, [], open);
          const chosen = [...clusters.keys()][at];
          if (chosen !== undefined) open.add(chosen);
        }
        const { nodes: shown, clusters } = clustered(nodes, [], open);
        const held = shown.flatMap(({ id }) => clusters.get(id)?.members.map((each) => each.id) ?? [id]);
        expect(held.toSorted()).toEqual(nodes.map(({ id }) => id).toSorted());
      },
    ),
  );
});

test('ten thousand nodes with fifty thousand lines are a handful of clusters, and opening any shows a screenful', () => {
  const nodes = many(10_000, 7);
  const edges = Array.from({ length: 50_000 }, (_, index) => ({
    id: `e${index}`,
    from: `n${index % 10_000}`,
    to: `n${(index * 7919) % 10_000}`,
    label: '',
  }));
  const first = clustered(nodes, edges, new Set());
  expect(first.nodes).toHaveLength(7);
  const opened = clustered(nodes, edges, new Set(['group:Group 3']));
  expect(opened.nodes.length).toBeLessThanOrEqual(60);
  expect(opened.edges.length).toBeLessThanOrEqual(400);
});

test('the order in which nodes come changes nothing', () => {
  const nodes = many(500, 4);
  expect(clustered(nodes.toReversed(), [], new Set(['group:Group 1']))).toEqual(clustered(nodes, [], new Set(['group:Group 1'])));
});
