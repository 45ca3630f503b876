import fc from 'fast-check';
import { expect, test } from 'vitest';
import { largeLayout } from './large-layout.ts';

const graphs = fc.integer({ min: 0, max: 260 }).chain((count) =>
  fc.record({
    nodes: fc.constant(Array.from({ length: count }, (_, id) => ({ id: `n${id}`, group: `g${id % 4}` }))),
    edges: fc.array(fc.record({ from: fc.nat(300).map((id) => `n${id}`), to: fc.nat(300).map((id) => `n${id}`) }), { maxLength: 400 }),
  }),
);

test('every node has a place that is a number, the same every time; lines to nowhere do no harm', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const dots = largeLayout(graph);
      expect(dots).toHaveLength(graph.nodes.length);
      for (const { x, y, r } of dots) expect(Number.isFinite(x + y + r)).toBe(true);
      expect(largeLayout(graph)).toEqual(dots);
    }),
    { numRuns: 20 },
  );
});
