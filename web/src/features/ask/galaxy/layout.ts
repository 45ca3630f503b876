import { forceSimulation } from 'd3-force';
import type { SimulationNodeDatum } from 'd3-force';
import type { Domain, Orbit } from '../../../gql/graphql.ts';
import { LABEL_CHAR_PX, LABEL_LINE_PX, wrapLabel } from './label.ts';
import { placeForName } from './orbit-name.ts';
import type { Point } from './orbit-name.ts';
import { keepApart, keepInside } from '../../../ui/graph/boxes.ts';
import { orbitPull } from './forces.ts';

/** What the layout needs to know of a node. */
export interface LayoutNode {
  id: string;
  label: string;
  orbit: Orbit;
  domain: Domain;
  confidence: { score: number };
}

/** A node with its place: centre and radius in pixels, and the box (half sizes) that its circle and label fill. */
export interface PlacedNode extends SimulationNodeDatum {
  id: string;
  x: number;
  y: number;
  r: number;
  lines: readonly string[];
  /** Half the width of circle and label. */
  halfWidth: number;
  /** From the centre up, and down to the end of the label. */
  above: number;
  below: number;
  orbit: Orbit;
}

export interface PlacedOrbit {
  orbit: Exclude<Orbit, 'CENTRE'>;
  rx: number;
  ry: number;
  /** Where its name is free to stand; null when nothing is free. */
  name: Point | null;
}

export interface PlacedGalaxy {
  width: number;
  height: number;
  centre: { x: number; y: number };
  nodes: readonly PlacedNode[];
  orbits: readonly PlacedOrbit[];
}

const TICKS = 160;
const TURNS = 24;
const ORBITS = ['EXACT', 'LIKELY', 'HYPOTHESIS'] as const;
const DOMAINS: readonly Domain[] = ['FINANCE', 'GROWTH', 'PRODUCT', 'OPERATIONS', 'PEOPLE'];
/** Free pixels around every box, so that rings and arcs never touch. */
const GAP_PX = 9;
/** The outermost ring drawn around a planet (the quality arc), beyond its radius. */
const ARC_PX = 7;
/** Above this many planets they become small and keep their value for the hover card. */
export const CROWDED_FROM = 22;

interface Sizes {
  centre: number;
  smallest: number;
  largest: number;
  chars: number;
}

function sizesFor(width: number, height: number, count: number): Sizes {
  const side = Math.min(width, height);
  if (count >= CROWDED_FROM) {
    const r = Math.max(9, Math.min(16, Math.sqrt((width * height) / count) / 8));
    return { centre: Math.max(30, Math.min(52, side * 0.085)), smallest: r * 0.85, largest: r, chars: width < 600 ? 0 : 14 };
  }
  const largest = Math.max(25, Math.min(44, side * 0.058));
  return {
    centre: Math.max(42, Math.min(76, side * 0.1)),
    smallest: largest * 0.72 < 23 ? 23 : largest * 0.72,
    largest,
    chars: width < 600 ? 13 : 18,
  };
}

/** The radii of the orbits that hold something; empty ones take no room. */
function orbitsFor(nodes: readonly LayoutNode[], sizes: Sizes, rx: number, ry: number): Omit<PlacedOrbit, 'name'>[] {
  const present = ORBITS.filter((orbit) => nodes.some((node) => node.orbit === orbit));
  const inner = sizes.centre + sizes.largest + GAP_PX * 3;
  const from = (outer: number) => Math.min(outer, Math.max(inner, outer * (present.length === 3 ? 0.52 : 0.62)));
  return present.map((orbit, index) => {
    const share = present.length === 1 ? 0.55 : index / (present.length - 1);
    return { orbit, rx: from(rx) + (rx - from(rx)) * share, ry: from(ry) + (ry - from(ry)) * share };
  });
}

/** Neighbours on an orbit share a domain, so that hues come in runs; the rest of the order is only for determinism. */
function inOrder(nodes: readonly LayoutNode[]): LayoutNode[] {
  const rank = (node: LayoutNode) =>
    ORBITS.indexOf(node.orbit === 'CENTRE' ? 'EXACT' : node.orbit) * DOMAINS.length + DOMAINS.indexOf(node.domain);
  return nodes.toSorted((a, b) => rank(a) - rank(b) || b.confidence.score - a.confidence.score || (a.id < b.id ? -1 : 1));
}

/**
 * The start of every planet: evenly round its orbit, each orbit turned so that its planets fall between those inside it.
 * A turn is tried in TURNS steps; the one whose nearest two planets are farthest apart wins, the first of equals.
 */
function starts(planets: readonly LayoutNode[], orbits: readonly Omit<PlacedOrbit, 'name'>[], centre: Point): Map<string, Point> {
  const placed = new Map<string, Point>();
  for (const { orbit, rx, ry } of orbits) {
    const group = planets.filter((node) => node.orbit === orbit);
    const before = [...placed.values()];
    const turned = Array.from({ length: TURNS }, (_, turn) =>
      group.map((_node, index): Point => {
        // A quarter step past the top, where the orbits' names like to be.
        const angle = -Math.PI / 2 + ((index + 0.5 + turn / TURNS) / group.length) * 2 * Math.PI;
        return { x: centre.x + Math.cos(angle) * rx, y: centre.y + Math.sin(angle) * ry };
      }),
    );
    const room = (points: readonly Point[]) =>
      Math.min(Infinity, ...points.flatMap((a) => before.map((b) => Math.hypot(a.x - b.x, a.y - b.y))));
    const best = turned.reduce((winner, each) => (room(each) > room(winner) + 0.5 ? each : winner));
    for (const [index, node] of group.entries()) placed.set(node.id, best[index] ?? centre);
  }
  return placed;
}

/**
 * Places a galaxy in a frame of `width` × `height` pixels: the answer in the middle, every other node near the orbit
 * that says how directly it answers. Pure and deterministic: fixed starts, a fixed number of ticks, no clock, no chance.
 */
export function layOut(all: readonly LayoutNode[], width: number, height: number): PlacedGalaxy {
  const planets = inOrder(all.filter((node) => node.orbit !== 'CENTRE'));
  const sun = all.find((node) => node.orbit === 'CENTRE') ?? null;
  const sizes = sizesFor(width, height, planets.length);
  const labelHeight = sizes.chars > 0 ? LABEL_LINE_PX * 2 : 0;
  const labelHalf = (sizes.chars * LABEL_CHAR_PX) / 2;
  const centre = { x: width / 2, y: (height - labelHeight / 2) / 2 };
  const rx = Math.max(sizes.centre, width / 2 - Math.max(sizes.largest + ARC_PX, labelHalf) - 4);
  const ry = Math.max(sizes.centre, centre.y - sizes.largest - ARC_PX - 6);
  const orbits = orbitsFor(planets, sizes, rx, ry);

  const from = starts(planets, orbits, centre);
  const nodes = planets.map((node): PlacedNode => {
    const r = sizes.smallest + (sizes.largest - sizes.smallest) * Math.min(1, Math.max(0, (node.confidence.score - 0.3) / 0.7));
    const lines = sizes.chars > 0 ? wrapLabel(node.label, sizes.chars, 2) : [];
    const widest = Math.max(0, ...lines.map((line) => line.length)) * LABEL_CHAR_PX;
    const start = from.get(node.id) ?? centre;
    return {
      id: node.id,
      orbit: node.orbit,
      ...start,
      r,
      lines,
      halfWidth: Math.max(r + ARC_PX, widest / 2),
      above: r + ARC_PX,
      below: r + ARC_PX + lines.length * LABEL_LINE_PX + (lines.length > 0 ? 3 : 0),
    };
  });

  const sunLines = sun ? wrapLabel(sun.label, 24, 2) : [];
  const core: PlacedNode = {
    id: sun?.id ?? '',
    orbit: 'CENTRE',
    ...centre,
    fx: centre.x,
    fy: centre.y,
    r: sizes.centre,
    lines: sunLines,
    halfWidth: Math.max(sizes.centre + ARC_PX + 2, (Math.max(0, ...sunLines.map((line) => line.length)) * 7) / 2),
    above: sizes.centre + ARC_PX + 2,
    below: sizes.centre + ARC_PX + 6 + sunLines.length * 17,
  };

  const everything = [core, ...nodes];
  const apart = keepApart(everything, GAP_PX, { width, height });
  const inside = keepInside(nodes, width, height);
  const simulation = forceSimulation(everything)
    .force(
      'orbit',
      orbitPull(nodes, (orbit) => orbits.find((each) => each.orbit === orbit) ?? null, centre),
    )
    .force('apart', apart)
    .force('inside', inside)
    .stop();
  simulation.tick(TICKS);
  // The orbit's pull can leave a last touch; what remains is only pushing apart, inside the frame.
  for (let pass = 0; pass < TICKS && apart(); pass += 1) inside();
  for (const node of everything) {
    node.x = Math.round(node.x * 10) / 10;
    node.y = Math.round(node.y * 10) / 10;
  }
  const shown = sun ? everything : nodes;
  const named: PlacedOrbit[] = [];
  for (const orbit of orbits) {
    const taken = named.flatMap((each) => (each.name ? [each.name] : []));
    named.push({ ...orbit, name: placeForName(orbit, centre, shown, taken) });
  }
  return { width, height, centre, orbits: named, nodes: shown };
}
