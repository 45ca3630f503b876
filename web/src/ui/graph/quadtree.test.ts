import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quadtree } from './quadtree.ts';

const number = fc.integer({ min: -500, max: 500 });
const point = fc.record({ x: number, y: number });

test('finds the nearest point, as looking at all of them does', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 120 }), point, fc.integer({ min: 0, max: 400 }), (points, at, reach) => {
      const distances = points.map(({ x, y }) => Math.hypot(x - at.x, y - at.y));
      const least = Math.min(...distances);
      const found = quadtree(points).nearest(at.x, at.y, reach);
      if (least > reach) expect(found).toBeNull();
      else expect(distances[found ?? -1]).toBe(least);
    }),
  );
});

test('ten thousand points in one place do no harm', () => {
  const points = Array.from({ length: 10_000 }, () => ({ x: 3, y: 4 }));
  expect(quadtree(points).nearest(0, 0, 5)).toBe(0);
});
