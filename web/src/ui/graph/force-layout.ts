import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { SimulationNodeDatum } from 'd3-force';
import { keepApart, keepInside } from './boxes.ts';
import { BOX_HEIGHT_PX } from './drawing.ts';
import type { DrawnEdge, DrawnNode, Layout, PlacedBox } from './drawing.ts';

const TICKS = 220;
const GAP_PX = 38;
const EDGE_PX = 18;
const NARROW_PX = 560;
const BOX_PX = { narrow: 132, wide: 184 };
/** How much of the sheet boxes may fill before it becomes higher. */
const DENSITY = 0.2;
const LEAST_HEIGHT_PX = 420;
/** Golden angle: starts that never line up. */
const TURN = Math.PI * (3 - Math.sqrt(5));

type Moved = PlacedBox & SimulationNodeDatum;

/** Stretches what was simulated over the sheet, and no higher than it is: nothing of the sheet stays empty. Returns the height that is used. */
function fill(boxes: readonly Moved[], width: number, sheet: number): number {
  const xs = boxes.map(({ x }) => x);
  const ys = boxes.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const half = boxes[0]?.halfWidth ?? 0;
  const free = width - 2 * half;
  const scale = right - left < 1 ? 0 : free / (right - left);
  const tall = Math.min((bottom - top) * Math.min(1.2, Math.max(0.6, scale)), sheet);
  const scaleY = bottom - top < 1 ? 0 : tall / (bottom - top);
  for (const box of boxes) {
    box.x = scale === 0 ? width / 2 : half + (box.x - left) * scale;
    box.y = BOX_HEIGHT_PX / 2 + (box.y - top) * scaleY;
  }
  // Where the sheet is narrow, boxes that are pushed apart need its height.
  return Math.max(tall + BOX_HEIGHT_PX + 4, width < NARROW_PX ? sheet : 0);
}

/**
 * Places boxes so that linked ones are near and none overlaps, within `width` pixels; as high as that takes. Pure and deterministic: fixed
 * starts, a fixed number of ticks, no clock, no chance.
 */
export function forceLayout(nodes: readonly DrawnNode[], edges: readonly DrawnEdge[], frame: number): Layout {
  const width = frame - 2 * EDGE_PX;
  const box = Math.min(width < NARROW_PX ? BOX_PX.narrow : BOX_PX.wide, width - 16);
  const sheet = Math.max(
    Math.min(LEAST_HEIGHT_PX, nodes.length * 120),
    Math.ceil((nodes.length * box * BOX_HEIGHT_PX) / DENSITY / Math.max(width, 1)),
  );
  const degree = new Map<string, number>();
  for (const { from, to } of edges) for (const id of [from, to]) degree.set(id, (degree.get(id) ?? 0) + 1);
  const inOrder = nodes.toSorted((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1));
  const placed = inOrder.map((node, index): Moved => {
    const reach = Math.sqrt((index + 0.5) / inOrder.length);
    return {
      id: node.id,
      x: width / 2 + Math.cos(index * TURN) * reach * (width / 2 - box / 2),
      y: sheet / 2 + Math.sin(index * TURN) * reach * (sheet / 2 - BOX_HEIGHT_PX),
      halfWidth: box / 2,
      above: BOX_HEIGHT_PX / 2,
      below: BOX_HEIGHT_PX / 2,
    };
  });
  const known = new Set(placed.map(({ id }) => id));
  const links = edges
    .filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
    .map(({ from, to }) => ({ source: from, target: to }));
  forceSimulation(placed)
    .force(
      'link',
      forceLink<Moved, { source: string | Moved; target: string | Moved }>(links)
        .id(({ id }) => id)
        .distance(box)
        .strength(0.3),
    ) // prettier-ignore
    .force('charge', forceManyBody().strength(-900))
    .force('x', forceX(width / 2).strength(0.03))
    .force('y', forceY(sheet / 2).strength(0.08))
    .stop()
    .tick(TICKS);
  const height = fill(placed, width, sheet);
  const apart = keepApart(placed, GAP_PX, { width, height });
  const inside = keepInside(placed, width, height);
  for (let pass = 0; pass < TICKS && apart(); pass += 1) inside();
  const rounded = placed.map(({ id, x, y, halfWidth, above, below }) => ({
    id,
    x: Math.round(x) + EDGE_PX,
    y: Math.round(y) + EDGE_PX,
    halfWidth,
    above,
    below,
  }));
  return { width: frame, height: height + 2 * EDGE_PX, nodes: rounded, columns: [] };
}
