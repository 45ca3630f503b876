import type { Orbit } from '../../../gql/graphql.ts';
import type { LayoutNode } from './layout.ts';

export const ORBITS = ['EXACT', 'LIKELY', 'HYPOTHESIS'] as const;

/** An orbit's half axes, in pixels. */
export interface Ellipse {
  orbit: Exclude<Orbit, 'CENTRE'>;
  rx: number;
  ry: number;
}

/** Free pixels around every box, so that rings and arcs never touch. */
export const GAP_PX = 9;
/** The outermost ring drawn around a planet (the quality arc), beyond its radius. */
export const ARC_PX = 8;
/** From this many planets on they become small and keep their value for the card. */
export const CROWDED_FROM = 22;
/** Narrower frames are a phone's. */
const NARROW_PX = 600;

export interface Sizes {
  centre: number;
  smallest: number;
  largest: number;
  /** Letters in a line of a name. */
  chars: number;
}

/** Radii for a frame and as many planets. */
export function sizesFor(width: number, height: number, count: number): Sizes {
  const side = Math.min(width, height);
  if (count >= CROWDED_FROM) {
    const r = Math.max(5, Math.min(18, Math.sqrt((width * height) / count) / 6.5));
    return { centre: Math.max(30, Math.min(56, side * 0.09)), smallest: r * 0.7, largest: r, chars: 0 };
  }
  // A few planets have room to be large; a dozen share it.
  const generous = count <= 8 ? 1.12 : 1;
  const largest = Math.max(27, Math.min(48, side * 0.067 * generous));
  return {
    centre: Math.max(44, Math.min(84, side * 0.108)),
    smallest: Math.max(24, largest * 0.72),
    largest,
    chars: width < NARROW_PX ? 13 : 18,
  };
}

/** The orbits that hold something; empty ones take no room. */
export function orbitsFor(nodes: readonly LayoutNode[], sizes: Sizes, rx: number, ry: number): Ellipse[] {
  const present = ORBITS.filter((orbit) => nodes.some((node) => node.orbit === orbit));
  const inner = sizes.centre + sizes.largest + GAP_PX * 3;
  const from = (outer: number) => Math.min(outer, Math.max(inner, outer * (present.length === 3 ? 0.52 : 0.62)));
  return present.map((orbit, index) => {
    const share = present.length === 1 ? 0.55 : index / (present.length - 1);
    return { orbit, rx: from(rx) + (rx - from(rx)) * share, ry: from(ry) + (ry - from(ry)) * share };
  });
}
