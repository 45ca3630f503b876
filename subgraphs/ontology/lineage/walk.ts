import type { LineageGraph, LineageItem, LineageLink } from './lineage-graph.ts';

/** Which way to look: towards the sources, towards what is made of it, or both. */
export const LineageDirection = { UP: 'UP', DOWN: 'DOWN', BOTH: 'BOTH' } as const;
export type LineageDirection = (typeof LineageDirection)[keyof typeof LineageDirection];

/** More things than this nobody can look at. */
export const MAX_ITEMS = 1_000;

export interface Walked {
  readonly items: readonly LineageItem[];
  readonly links: readonly LineageLink[];
  /** There is more than was followed. */
  readonly truncated: boolean;
}

/**
 * Everything that leads to one thing, or that it leads to, `depth` steps far. Each way is followed by itself: what else is made of the same
 * source is no part of where something comes from.
 */
export function walk({ items, links }: LineageGraph, start: string, direction: LineageDirection, depth: number): Walked {
  if (!items.has(start)) return { items: [], links: [], truncated: false };
  const found = new Set([start]);
  const followed = new Set<LineageLink>();
  let truncated = false;
  const follow = (by: 'from' | 'to'): void => {
    const other = by === 'from' ? 'to' : 'from';
    const index = Map.groupBy(links, (link) => link[by]);
    let edge = [start];
    for (let step = 0; step < depth && edge.length > 0; step++) {
      const next: string[] = [];
      for (const link of edge.flatMap((key) => index.get(key) ?? [])) {
        if (!found.has(link[other]) && found.size >= MAX_ITEMS) {
          truncated = true;
          continue;
        }
        followed.add(link);
        if (found.has(link[other])) continue;
        found.add(link[other]);
        next.push(link[other]);
      }
      edge = next;
    }
    truncated ||= edge.some((key) => (index.get(key) ?? []).length > 0);
  };
  if (direction !== 'DOWN') follow('to');
  if (direction !== 'UP') follow('from');
  return { items: [...found].flatMap((key) => items.get(key) ?? []), links: [...followed], truncated };
}
