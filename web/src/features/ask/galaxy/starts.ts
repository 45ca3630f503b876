import type { Domain } from '../../../gql/graphql.ts';
import type { LayoutNode } from './layout.ts';
import type { Ellipse } from './sizes.ts';

export interface Point {
  x: number;
  y: number;
}

const TURNS = 24;
const FULL = 2 * Math.PI;
/** Neighbours on an orbit share a domain, so that hues come in runs. */
const DOMAINS: readonly Domain[] = ['FINANCE', 'GROWTH', 'PRODUCT', 'OPERATIONS', 'PEOPLE'];

function inOrder(nodes: readonly LayoutNode[]): LayoutNode[] {
  return nodes.toSorted(
    (a, b) => DOMAINS.indexOf(a.domain) - DOMAINS.indexOf(b.domain) || b.confidence.score - a.confidence.score || (a.id < b.id ? -1 : 1),
  );
}

/** Half of what an orbit's name takes at its top, with half a planet. */
const NAME_PX = 112;

/** How far apart two angles are, 0…π. */
function apart(a: number, b: number): number {
  const gap = Math.abs(a - b) % FULL;
  return Math.min(gap, FULL - gap);
}

/** Those that stood somewhere keep the order in which they stood round; the others follow them. */
function round(group: readonly LayoutNode[], angles: ReadonlyMap<string, number>): LayoutNode[] {
  const turn = (node: LayoutNode) => ((angles.get(node.id) ?? 0) + Math.PI / 2 + FULL) % FULL;
  const stood = group.filter(({ id }) => angles.has(id)).toSorted((a, b) => turn(a) - turn(b));
  return [...stood, ...inOrder(group.filter(({ id }) => !angles.has(id)))];
}

/**
 * The start of every planet: evenly round its orbit, each orbit turned so that its planets fall between those inside it,
 * or so that those with a former angle stay nearest to it. A turn is tried in TURNS steps; the first of the best wins.
 */
export function starts(
  planets: readonly LayoutNode[],
  orbits: readonly Ellipse[],
  centre: Point,
  angles: ReadonlyMap<string, number>,
): Map<string, Point> {
  const placed = new Map<string, Point>();
  for (const { orbit, rx, ry } of orbits) {
    const group = round(
      planets.filter((node) => node.orbit === orbit),
      angles,
    );
    const before = [...placed.values()];
    const at = (angle: number): Point => ({ x: centre.x + Math.cos(angle) * rx, y: centre.y + Math.sin(angle) * ry });
    // The top is the names' of the orbits, as far as the planets leave room for them.
    const gap = Math.min(NAME_PX / rx, Math.PI / Math.max(3, group.length));
    const count = group.length;
    const moved = group.some(({ id }) => angles.has(id));
    // Steps round the rest of the orbit: those who stood somewhere may start anywhere, the others alike on both sides of the top.
    const share = (index: number, turn: number) => (moved ? (index + turn) % count : index + 0.5 + turn) / count;
    const angle = (index: number, turn: number) => -Math.PI / 2 + gap + share(index, turn) * (FULL - 2 * gap);
    // Half a turn either way: farther, a planet would stand in the names' place.
    const turns = Array.from({ length: moved ? TURNS * count : TURNS }, (_, index) => (moved ? index / TURNS : index / TURNS - 0.5));
    const merit = (turn: number): number => {
      if (moved) {
        const far = group.map((node, index) => {
          const former = angles.get(node.id);
          const here = at(angle(index, turn));
          return former === undefined ? 0 : apart(Math.atan2(here.y - centre.y, here.x - centre.x), former);
        });
        return -far.reduce((sum, each) => sum + each, 0);
      }
      const points = group.map((_node, index) => at(angle(index, turn)));
      return Math.min(1e6, ...points.flatMap((a) => before.map((b) => Math.hypot(a.x - b.x, a.y - b.y))));
    };
    const step = moved ? 1e-6 : 0.5;
    let best = { turn: 0, merit: -Infinity };
    for (const turn of turns) {
      const value = merit(turn);
      if (value > best.merit + step) best = { turn, merit: value };
    }
    for (const [index, node] of group.entries()) placed.set(node.id, at(angle(index, best.turn)));
  }
  return placed;
}
