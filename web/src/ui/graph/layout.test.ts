import { describe, expect, test } from 'vitest';
import { overlap } from './boxes.ts';
import type { DrawnEdge, DrawnNode } from './drawing.ts';
import { forceLayout } from './force-layout.ts';
import { layeredLayout } from './layered-layout.ts';

const node = (id: string): DrawnNode => ({ id, label: id, detail: '', hue: 'finance', description: id });
const many = Array.from({ length: 24 }, (_, index) => node(`n${index}`));
const ring: DrawnEdge[] = many.map(({ id }, index) => ({ id: `e${index}`, from: id, to: many[(index + 1) % many.length]!.id, label: '' }));

describe('boxes placed by force', () => {
  test.for([360, 1300])('never overlap and stay inside a sheet of %i pixels', (width) => {
    const { nodes, height } = forceLayout(many, ring, width);
    for (const [index, a] of nodes.entries()) {
      for (const b of nodes.slice(index + 1)) {
        const by = overlap(a, b, 0);
        expect(by.x > 0 && by.y > 0, `${a.id} and ${b.id}`).toBe(false);
      }
      expect(a.x - a.halfWidth).toBeGreaterThanOrEqual(0);
      expect(a.x + a.halfWidth).toBeLessThanOrEqual(width);
      expect(a.y + a.below).toBeLessThanOrEqual(height);
    }
  });

  test('stand at the same place each time', () => {
    expect(forceLayout(many, ring, 900)).toEqual(forceLayout(many, ring, 900));
  });
});

describe('boxes placed in columns', () => {
  const nodes = [
    { ...node('a'), layer: 'FROM' },
    { ...node('b'), layer: 'FROM' },
    { ...node('x'), layer: 'TO' },
    { ...node('y'), layer: 'TO' },
  ];
  const layers = [
    { key: 'FROM', label: 'From' },
    { key: 'BETWEEN', label: 'Between' },
    { key: 'TO', label: 'To' },
  ];

  test('leave out a layer that has none', () => {
    expect(layeredLayout(nodes, [], layers, 600).columns.map(({ label }) => label)).toEqual(['From', 'To']);
  });

  test('are ordered so that lines do not cross', () => {
    const crossing: DrawnEdge[] = [
      { id: '1', from: 'a', to: 'y', label: '' },
      { id: '2', from: 'b', to: 'x', label: '' },
    ];
    const y = new Map(layeredLayout(nodes, crossing, layers, 600).nodes.map((each) => [each.id, each.y]));
    expect(Math.sign(y.get('a')! - y.get('b')!)).toBe(Math.sign(y.get('y')! - y.get('x')!));
  });
});
