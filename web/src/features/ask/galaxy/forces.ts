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
