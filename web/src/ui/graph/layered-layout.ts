import { BOX_HEIGHT_PX } from './drawing.ts';
import type { DrawnEdge, DrawnNode, Layout } from './drawing.ts';

const ROW_PX = BOX_HEIGHT_PX + 14;
const TOP_PX = 44;
const BOX_PX = { least: 150, most: 180 };
const LEAST_GAP_PX = 34;
const SWEEPS = 6;

/** The order of each column after sweeping there and back: a node stands at the mean place of those it is linked to. */
function ordered(columns: readonly string[][], edges: readonly DrawnEdge[]): string[][] {
  const beside = new Map<string, string[]>();
  for (const { from, to } of edges) {
    beside.set(from, [...(beside.get(from) ?? []), to]);
    beside.set(to, [...(beside.get(to) ?? []), from]);
  }
  const now = columns.map((column) => [...column]);
  const place = new Map<string, number>();
  const keep = (column: readonly string[]) => column.forEach((id, row) => place.set(id, (row + 0.5) / column.length));
  now.forEach(keep);
  const mean = (id: string): number => {
    const near = (beside.get(id) ?? []).flatMap((each) => place.get(each) ?? []);
    return near.length === 0 ? (place.get(id) ?? 0) : near.reduce((sum, each) => sum + each, 0) / near.length;
  };
  // One column after another: ordered all at once, two columns would go on swapping past each other.
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const index of sweep % 2 === 0 ? now.keys() : [...now.keys()].toReversed()) {
      const column = (now[index] ?? []).toSorted((a, b) => mean(a) - mean(b) || (place.get(a) ?? 0) - (place.get(b) ?? 0));
      now[index] = column;
      keep(column);
    }
  }
  return now;
}

/**
 * Places nodes in columns, one for each layer that has any, from left to right in the order of `layers`; at least `width` pixels wide and
 * wider where the columns need it. Pure and deterministic.
 */
export function layeredLayout(
  nodes: readonly (DrawnNode & { layer: string })[],
  edges: readonly DrawnEdge[],
  layers: readonly { key: string; label: string }[],
  width: number,
): Layout {
  const present = layers.filter(({ key }) => nodes.some(({ layer }) => layer === key));
  const columns = ordered(
    present.map(({ key }) => nodes.filter(({ layer }) => layer === key).map(({ id }) => id)),
    edges,
  );
  const gaps = Math.max(0, present.length - 1);
  const fitting = (width - 16 - gaps * LEAST_GAP_PX) / Math.max(1, present.length);
  const box = Math.round(Math.min(BOX_PX.most, Math.max(BOX_PX.least, fitting)));
  const gap = gaps === 0 ? 0 : Math.max(LEAST_GAP_PX, (width - present.length * box - 16) / gaps);
  const whole = Math.max(width, present.length * box + gaps * gap + 16);
  const tallest = Math.max(1, ...columns.map(({ length }) => length));
  const height = TOP_PX + tallest * ROW_PX + 8;
  const xOf = (column: number) => 8 + box / 2 + column * (box + gap);
  return {
    width: Math.round(whole),
    height,
    columns: present.map(({ label }, column) => ({ label, x: Math.round(xOf(column)) })),
    nodes: columns.flatMap((ids, column) =>
      ids.map((id, row) => ({
        id,
        x: Math.round(xOf(column)),
        y: Math.round(TOP_PX + ((row + 0.5) / ids.length) * tallest * ROW_PX),
        halfWidth: box / 2,
        above: BOX_HEIGHT_PX / 2,
        below: BOX_HEIGHT_PX / 2,
      })),
    ),
  };
}
