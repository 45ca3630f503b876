import type { PlacedNode } from './layout.ts';

export interface Point {
  x: number;
  y: number;
}

/** Half the box that an orbit's name fills, in pixels ("Hypothesis" is the longest). */
const NAME_BOX = { x: 42, y: 11 };
const STEP_DEGREES = 5;
/** Names stay in the upper half, where one looks for them. */
const FARTHEST_DEGREES = 100;

function isFree(at: Point, nodes: readonly PlacedNode[]): boolean {
  return nodes.every(
    (node) =>
      Math.abs(at.x - node.x) > NAME_BOX.x + node.halfWidth ||
      at.y + NAME_BOX.y < node.y - node.above ||
      at.y - NAME_BOX.y > node.y + node.below,
  );
}

/** The place for an orbit's name nearest to its top that no planet and none of the other `names` fills, alternating left and right. */
export function placeForName(
  orbit: { rx: number; ry: number },
  centre: Point,
  nodes: readonly PlacedNode[],
  names: readonly Point[],
): Point | null {
  for (let degrees = 0; degrees <= FARTHEST_DEGREES; degrees += STEP_DEGREES) {
    for (const side of [-1, 1]) {
      const angle = ((side * degrees - 90) * Math.PI) / 180;
      const at = { x: Math.round(centre.x + Math.cos(angle) * orbit.rx), y: Math.round(centre.y + Math.sin(angle) * orbit.ry) };
      if (isFree(at, nodes) && names.every((name) => Math.abs(at.x - name.x) > NAME_BOX.x * 2 || Math.abs(at.y - name.y) > NAME_BOX.y * 2))
        return at;
    }
  }
  return null;
}
