import type { PlacedNode } from './layout.ts';
import type { Ellipse } from './sizes.ts';
import type { Point } from './starts.ts';

/** An orbit's name, written along it: the piece of the orbit under the words, as an SVG path, and the points it runs through. */
export interface OrbitName {
  path: string;
  /** With what the orbit means, where there is room for it. */
  long: boolean;
  points: readonly Point[];
}

/** Pixels that the longest name takes along its orbit, with its meaning and without. */
const LONG_PX = 160;
const SHORT_PX = 84;
const STEP_DEGREES = 4;
/** Half the height of the words. */
const HALF_PX = 9;
/** Points that an orbit's piece is followed by. */
const POINTS = 14;

function isFree(at: Point, nodes: readonly PlacedNode[]): boolean {
  return nodes.every(
    (node) =>
      Math.abs(at.x - node.x) > node.halfWidth + HALF_PX || at.y + HALF_PX < node.y - node.above || at.y - HALF_PX > node.y + node.below,
  );
}

/** The piece of an orbit around `angle` that is `px` long, from left to right as words run. */
function piece({ rx, ry }: Ellipse, centre: Point, angle: number, px: number): { points: Point[]; path: string } {
  // How many pixels one radian is, there.
  const scale = Math.hypot(rx * Math.sin(angle), ry * Math.cos(angle)) || 1;
  const half = px / scale / 2;
  const below = Math.sin(angle) > 0;
  const [from, to] = below ? [angle + half, angle - half] : [angle - half, angle + half];
  const at = (share: number): Point => {
    const here = from + (to - from) * share;
    return { x: centre.x + Math.cos(here) * rx, y: centre.y + Math.sin(here) * ry };
  };
  const points = Array.from({ length: POINTS + 1 }, (_, index) => at(index / POINTS));
  const [start, end] = [at(0), at(1)];
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    points,
    path: `M${round(start.x)} ${round(start.y)}A${round(rx)} ${round(ry)} 0 0 ${below ? 0 : 1} ${round(end.x)} ${round(end.y)}`,
  };
}

/** Where along its orbit a name is free to stand, nearest to the top; with its meaning where that fits, else alone. */
export function placeForName(orbit: Ellipse, centre: Point, nodes: readonly PlacedNode[], names: readonly OrbitName[]): OrbitName | null {
  const others = names.flatMap(({ points }) => points);
  for (const px of [LONG_PX, SHORT_PX]) {
    for (let degrees = 0; degrees <= 180; degrees += STEP_DEGREES) {
      for (const side of [-1, 1]) {
        const angle = ((side * degrees - 90) * Math.PI) / 180;
        // At the very sides words would stand upright; nobody reads those.
        if (Math.abs(Math.cos(angle)) > 0.86) continue;
        const { points, path } = piece(orbit, centre, angle, px);
        if (points.every((at) => isFree(at, nodes) && others.every((other) => Math.hypot(at.x - other.x, at.y - other.y) > HALF_PX * 2)))
          return { path, long: px === LONG_PX, points };
      }
    }
  }
  return null;
}
