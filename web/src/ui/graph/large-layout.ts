import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationNodeDatum } from 'd3-force';

/** What a large layout is made of: ids, what they belong to, and which two hang together. */
export interface LargeGraph {
  nodes: readonly { id: string; group: string }[];
  edges: readonly { from: string; to: string }[];
}

export interface Dot {
  x: number;
  y: number;
  r: number;
}

const TICKS = 120;
const TURN = Math.PI * (3 - Math.sqrt(5));
const LEAST_R = 3;
const MOST_R = 11;
/** Groups are drawn to places of their own on a ring as wide as the graph. */
const RING = 0.55;

/**
 * Places many nodes round the middle (0, 0): linked ones near to one another, groups apart, none upon another. Sizes by
 * how much hangs on a node. Fixed starts and ticks, so the same graph is the same picture.
 */
export function largeLayout({ nodes, edges }: LargeGraph): Dot[] {
  const index = new Map(nodes.map(({ id }, at) => [id, at]));
  const degree = Array.from(nodes, () => 0);
  const links = edges.flatMap(({ from, to }) => {
    const source = index.get(from);
    const target = index.get(to);
    if (source === undefined || target === undefined || source === target) return [];
    degree[source] = (degree[source] ?? 0) + 1;
    degree[target] = (degree[target] ?? 0) + 1;
    return [{ source, target }];
  });
  const most = degree.reduce((high, each) => Math.max(high, each), 1);
  const spread = Math.sqrt(nodes.length) * 16;
  const groups = [...new Set(nodes.map(({ group }) => group))].toSorted();
  const home = (group: string, axis: 'cos' | 'sin') =>
    groups.length === 1 ? 0 : Math[axis]((groups.indexOf(group) / groups.length) * 2 * Math.PI) * spread * RING;
  const dots = nodes.map(({ group }, at): Dot & SimulationNodeDatum & { group: string } => {
    const reach = Math.sqrt((at + 0.5) / nodes.length) * spread;
    return {
      group,
      x: home(group, 'cos') + Math.cos(at * TURN) * reach * 0.5,
      y: home(group, 'sin') + Math.sin(at * TURN) * reach * 0.5,
      r: LEAST_R + (MOST_R - LEAST_R) * Math.sqrt((degree[at] ?? 0) / most),
    };
  });
  forceSimulation(dots)
    .force('link', forceLink(links).distance(34).strength(0.12))
    .force('charge', forceManyBody().strength(-26).theta(1.1).distanceMax(260))
    .force('x', forceX<(typeof dots)[number]>(({ group }) => home(group, 'cos')).strength(0.05))
    .force('y', forceY<(typeof dots)[number]>(({ group }) => home(group, 'sin')).strength(0.05))
    .force(
      'apart',
      forceCollide<(typeof dots)[number]>(({ r }) => r + 2.5),
    )
    .stop()
    .tick(TICKS);
  const round = (value: number) => Math.round(value * 10) / 10;
  return dots.map(({ x, y, r }) => ({ x: round(x), y: round(y), r: round(r) }));
}
