import { forceSimulation } from 'd3-force';
import type { SimulationNodeDatum } from 'd3-force';
import type { Domain, Orbit } from '../../../gql/graphql.ts';
import { keepApart, keepInside } from '../../../ui/graph/boxes.ts';
import { orbitPull } from './forces.ts';
import { LABEL_CHAR_PX, LABEL_LINE_PX, SUN_CHAR_PX, SUN_LINE_PX, widthOf, wrapLabel } from './label.ts';
import { placeForName } from './orbit-name.ts';
import type { OrbitName } from './orbit-name.ts';
import { ARC_PX, CROWDED_FROM, GAP_PX, ORBITS, orbitsFor, sizesFor } from './sizes.ts';
import type { Ellipse } from './sizes.ts';
import { starts } from './starts.ts';

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

export interface PlacedOrbit extends Ellipse {
  /** Where its name is free to stand; null when nothing is free. */
  name: OrbitName | null;
}

export interface PlacedGalaxy {
  width: number;
  height: number;
  centre: { x: number; y: number };
  nodes: readonly PlacedNode[];
  orbits: readonly PlacedOrbit[];
}

const TICKS = 160;
/** Above this many planets only so many have a name below them. */
const MOST_LABELS = 60;
const CROWDED_CHARS = 14;

const NOWHERE: ReadonlyMap<string, number> = new Map();

/** A planet's box: its circle with rings, and its name's lines below. */
function boxOf(r: number, lines: readonly string[]): Pick<PlacedNode, 'halfWidth' | 'above' | 'below'> {
  const widest = Math.max(0, ...lines.map(widthOf)) * LABEL_CHAR_PX;
  return {
    halfWidth: Math.max(r + ARC_PX, widest / 2),
    above: r + ARC_PX,
    below: r + ARC_PX + lines.length * LABEL_LINE_PX + (lines.length > 0 ? 3 : 0),
  };
}

const touches = (a: PlacedNode, b: PlacedNode): boolean =>
  a.halfWidth + b.halfWidth > Math.abs(a.x - b.x) && (a.y < b.y ? a.y + a.below > b.y - b.above : b.y + b.below > a.y - a.above);

/** In a crowd a name stands only where nothing else does, the surest planets first. */
function nameTheFree(nodes: readonly PlacedNode[], all: readonly LayoutNode[], core: PlacedNode, width: number, height: number): void {
  const known = new Map(all.map((node) => [node.id, node]));
  const inTurn = nodes.toSorted((a, b) => b.r - a.r || (a.id < b.id ? -1 : 1));
  let named = 0;
  for (const node of inTurn) {
    if (named >= MOST_LABELS) break;
    const lines = wrapLabel(known.get(node.id)?.label ?? '', CROWDED_CHARS, 2);
    const wished = { ...node, lines, ...boxOf(node.r, lines) };
    const fits = wished.x - wished.halfWidth >= 0 && wished.x + wished.halfWidth <= width && wished.y + wished.below <= height;
    if (!fits || touches(wished, core) || nodes.some((other) => other.id !== node.id && touches(wished, other))) continue;
    Object.assign(node, { lines: wished.lines, halfWidth: wished.halfWidth, below: wished.below });
    named += 1;
  }
}

/**
 * Places a galaxy in a frame of `width` × `height` pixels: the answer in the middle, every other node near the orbit
 * that says how directly it answers. `angles` (radians, by id) are where nodes stood before: they stay about there.
 * Pure and deterministic: fixed starts, a fixed number of ticks, no clock, no chance.
 */
export function layOut(
  all: readonly LayoutNode[],
  width: number,
  height: number,
  angles: ReadonlyMap<string, number> = NOWHERE,
): PlacedGalaxy {
  const sun = all.find((node) => node.orbit === 'CENTRE') ?? null;
  const planets = all.filter((node) => node !== sun);
  const crowded = planets.length >= CROWDED_FROM;
  const sizes = sizesFor(width, height, planets.length);
  const labelHeight = crowded ? 0 : LABEL_LINE_PX * 2;
  const labelHalf = crowded ? 0 : (sizes.chars * LABEL_CHAR_PX) / 2;
  const centre = { x: Math.round(width / 2), y: Math.round((height - labelHeight / 2) / 2) };
  const rx = Math.max(sizes.centre, centre.x - Math.max(sizes.largest + ARC_PX, labelHalf) - 4);
  const ry = Math.max(sizes.centre, centre.y - sizes.largest - ARC_PX - 6);
  const orbits = orbitsFor(planets, sizes, rx, ry);

  const from = starts(planets, orbits, centre, angles);
  const nodes = planets.map((node): PlacedNode => {
    const r = sizes.smallest + (sizes.largest - sizes.smallest) * Math.min(1, Math.max(0, (node.confidence.score - 0.3) / 0.7));
    const lines = crowded ? [] : wrapLabel(node.label, sizes.chars, 2);
    // A second answer in the middle, should a server ever send one, is a planet like the others.
    const orbit = node.orbit === 'CENTRE' ? 'EXACT' : node.orbit;
    return { id: node.id, orbit, ...(from.get(node.id) ?? centre), r, lines, ...boxOf(r, lines) };
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
    halfWidth: Math.max(sizes.centre + ARC_PX + 2, (Math.max(0, ...sunLines.map(widthOf)) * SUN_CHAR_PX) / 2),
    above: sizes.centre + ARC_PX + 2,
    below: sizes.centre + ARC_PX + 6 + sunLines.length * SUN_LINE_PX,
  };

  const everything = [core, ...nodes];
  const apart = keepApart(everything, crowded ? GAP_PX / 3 : GAP_PX, { width, height });
  const inside = keepInside(nodes, width, height);
  forceSimulation(everything)
    .force(
      'orbit',
      orbitPull(nodes, (orbit) => orbits.find((each) => each.orbit === orbit) ?? null, centre),
    )
    .force('apart', apart)
    .force('inside', inside)
    .stop()
    .tick(TICKS);
  // The orbit's pull can leave a last touch; what remains is only pushing apart, inside the frame.
  for (let pass = 0; pass < TICKS && apart(); pass += 1) inside();
  for (const node of everything) {
    node.x = Math.round(node.x * 10) / 10;
    node.y = Math.round(node.y * 10) / 10;
  }
  if (crowded) nameTheFree(nodes, planets, core, width, height);
  const shown = sun ? everything : nodes;
  const named: PlacedOrbit[] = [];
  for (const orbit of orbits) {
    const taken = named.flatMap((each) => (each.name ? [each.name] : []));
    named.push({ ...orbit, name: placeForName(orbit, centre, shown, taken) });
  }
  return { width, height, centre, orbits: named, nodes: shown };
}

/** The angle at which each node stands, seen from the centre: what `layOut` takes to keep them there. */
export function anglesOf({ nodes, centre }: Pick<PlacedGalaxy, 'nodes' | 'centre'>): Map<string, number> {
  return new Map(
    nodes.filter(({ orbit }) => ORBITS.some((each) => each === orbit)).map(({ id, x, y }) => [id, Math.atan2(y - centre.y, x - centre.x)]),
  );
}
