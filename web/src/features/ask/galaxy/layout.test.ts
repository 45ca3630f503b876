import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Domain, Orbit } from '../../../gql/graphql.ts';
import { overlap } from '../../../ui/graph/boxes.ts';
import { anglesOf, layOut } from './layout.ts';
import type { LayoutNode } from './layout.ts';

const orbit = fc.constantFrom<Orbit>('EXACT', 'LIKELY', 'HYPOTHESIS');
const domain = fc.constantFrom<Domain>('FINANCE', 'GROWTH', 'OPERATIONS', 'PRODUCT', 'PEOPLE');
const label = fc.array(fc.constantFrom('Win', 'rate', 'Average', 'deal', 'size', 'Open', 'opportunities', 'Headcount', 'cost'), {
  minLength: 1,
  maxLength: 4,
});

function galaxies(min: number, max: number) {
  return fc
    .array(fc.record({ orbit, domain, score: fc.double({ min: 0, max: 1, noNaN: true }), label }), { minLength: min, maxLength: max })
    .map((planets): LayoutNode[] => [
      { id: 'centre', label: 'Total won revenue', orbit: 'CENTRE', domain: 'FINANCE', confidence: { score: 0.93 } },
      ...planets.map((planet, index) => ({
        id: `n${index}`,
        label: planet.label.join(' '),
        orbit: planet.orbit,
        domain: planet.domain,
        confidence: { score: planet.score },
      })),
    ]);
}

const frames = fc.record({ width: fc.integer({ min: 700, max: 1100 }), height: fc.integer({ min: 600, max: 900 }) });
const phones = fc.record({ width: fc.integer({ min: 356, max: 430 }), height: fc.integer({ min: 700, max: 820 }) });

function overlaps(nodes: readonly LayoutNode[], frame: { width: number; height: number }): string[] {
  const placed = layOut(nodes, frame.width, frame.height).nodes;
  return placed.flatMap((a, index) =>
    placed.slice(index + 1).flatMap((b) => {
      const by = overlap(a, b, 0);
      return by.x > 0.5 && by.y > 0.5 ? [`${a.id}/${b.id}`] : [];
    }),
  );
}

describe('the galaxy layout', () => {
  test('places the same galaxy in the same places, every time', () => {
    fc.assert(
      fc.property(galaxies(0, 14), frames, (nodes, { width, height }) => {
        expect(layOut(nodes, width, height)).toEqual(layOut(nodes, width, height));
      }),
      { numRuns: 40 },
    );
  });

  test('never lets two planets or their labels overlap on a wide screen with up to 14 planets', () => {
    fc.assert(
      fc.property(galaxies(1, 14), frames, (nodes, frame) => {
        expect(overlaps(nodes, frame)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('never lets two planets or their labels overlap on a phone with up to 12 planets', () => {
    fc.assert(
      fc.property(galaxies(1, 12), phones, (nodes, frame) => {
        expect(overlaps(nodes, frame)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('keeps every planet and its label inside the frame, 60 of them too', () => {
    fc.assert(
      fc.property(galaxies(0, 60), frames, (nodes, { width, height }) => {
        for (const node of layOut(nodes, width, height).nodes.filter((each) => each.orbit !== 'CENTRE')) {
          expect(node.x - node.halfWidth).toBeGreaterThanOrEqual(0);
          expect(node.x + node.halfWidth).toBeLessThanOrEqual(width);
          expect(node.y - node.above).toBeGreaterThanOrEqual(0);
          expect(node.y + node.below).toBeLessThanOrEqual(height);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('never lets two planets overlap, nor two names, in a crowd of up to 60', () => {
    fc.assert(
      fc.property(galaxies(22, 60), frames, (nodes, frame) => {
        expect(overlaps(nodes, frame)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('has a place for every one of 200 planets, inside the frame and none upon another', () => {
    const [nodes = []] = fc.sample(galaxies(200, 200), { numRuns: 1, seed: 3 });
    const placed = layOut(nodes, 1160, 640).nodes;
    expect(placed).toHaveLength(201);
    expect(overlaps(nodes, { width: 1160, height: 640 })).toEqual([]);
  });

  test('names of 400 characters in one word, or from right to left, take no more room than others', () => {
    const nodes = ['x'.repeat(400), 'إجمالي الإيرادات السنوية', '👩‍👩‍👧‍👦'.repeat(80), '   '].map((text, index): LayoutNode => ({
      id: `n${index}`,
      label: text,
      orbit: index === 0 ? 'CENTRE' : 'EXACT',
      domain: 'FINANCE',
      confidence: { score: 0.5 },
    }));
    for (const { halfWidth } of layOut(nodes, 800, 640).nodes) expect(halfWidth).toBeLessThan(180);
  });

  test('a planet that the next galaxy has on the same orbit too stays at about its angle', () => {
    fc.assert(
      fc.property(galaxies(1, 12), frames, (nodes, { width, height }) => {
        const before = anglesOf(layOut(nodes, width, height));
        const after = anglesOf(layOut(nodes, width, height, before));
        for (const [id, angle] of after) {
          const moved = Math.abs(angle - (before.get(id) ?? 0)) % (2 * Math.PI);
          expect(Math.min(moved, 2 * Math.PI - moved)).toBeLessThan(Math.PI / 2);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the answer in the middle', () => {
    const [nodes] = fc.sample(galaxies(6, 6), { numRuns: 1, seed: 7 });
    const placed = layOut(nodes ?? [], 800, 700);
    expect(placed.nodes[0]).toMatchObject({ id: 'centre', x: placed.centre.x, y: placed.centre.y });
  });
});
