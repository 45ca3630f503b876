import type { Orbit } from '../../../gql/graphql.ts';
import type { PlacedNode } from './layout.ts';

type Point = { x: number; y: number };

/** Draws every node towards the nearest point (by angle) of its own elliptic orbit: d3's radial force, for any frame's shape. */
export function orbitPull(nodes: readonly PlacedNode[], orbitOf: (orbit: Orbit) => { rx: number; ry: number } | null, centre: Point) {
  return (alpha: number): void => {
    for (const node of nodes) {
      const orbit = orbitOf(node.orbit);
      if (!orbit) continue;
      const angle = Math.atan2((node.y - centre.y) / orbit.ry, (node.x - centre.x) / orbit.rx);
      const strength = 0.35 * alpha;
      node.vx = (node.vx ?? 0) + (centre.x + Math.cos(angle) * orbit.rx - node.x) * strength;
      node.vy = (node.vy ?? 0) + (centre.y + Math.sin(angle) * orbit.ry - node.y) * strength;
    }
  };
}

/** By how much the boxes of two nodes overlap in x and y, `gap` included; negative when they are apart. */
export function overlap(a: PlacedNode, b: PlacedNode, gap: number): Point {
  const x = a.halfWidth + b.halfWidth + gap - Math.abs(a.x - b.x);
  const y = a.y < b.y ? a.y + a.below + gap - (b.y - b.above) : b.y + b.below + gap - (a.y - a.above);
  return { x, y };
}

/** Pushes overlapping boxes (circle and label) apart along the shorter way; a fixed node does not move. True when any overlapped. */
export function keepApart(nodes: readonly PlacedNode[], gap: number) {
  return (_alpha: number): boolean => {
    let touched = false;
    for (const [index, a] of nodes.entries()) {
      for (const b of nodes.slice(index + 1)) {
        const by = overlap(a, b, gap);
        if (by.x <= 0.01 || by.y <= 0.01) continue;
        touched = true;
        const alongX = by.x < by.y;
        const distance = alongX ? by.x : by.y;
        // Equal places part by index, so that the outcome never depends on chance.
        const sign = (alongX ? b.x - a.x : b.y - a.y) >= 0 ? 1 : -1;
        const shareOfA = a.fx !== undefined && a.fx !== null ? 0 : b.fx !== undefined && b.fx !== null ? 1 : 0.5;
        const key = alongX ? 'x' : 'y';
        a[key] -= sign * distance * shareOfA;
        b[key] += sign * distance * (1 - shareOfA);
      }
    }
    return touched;
  };
}

/** Keeps circles and labels inside the frame. */
export function keepInside(nodes: readonly PlacedNode[], width: number, height: number) {
  return (): void => {
    for (const node of nodes) {
      node.x = Math.min(width - node.halfWidth - 2, Math.max(node.halfWidth + 2, node.x));
      node.y = Math.min(height - node.below - 2, Math.max(node.above + 2, node.y));
    }
  };
}
