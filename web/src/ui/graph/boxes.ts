/** A box that a simulation moves: its centre and how far it reaches from there, in pixels. A fixed one has `fx`. */
export interface Box {
  x: number;
  y: number;
  halfWidth: number;
  above: number;
  below: number;
  fx?: number | null | undefined;
}

/** By how much the boxes of two nodes overlap in x and y, `gap` included; negative when they are apart. */
export function overlap(a: Box, b: Box, gap: number): { x: number; y: number } {
  const x = a.halfWidth + b.halfWidth + gap - Math.abs(a.x - b.x);
  const y = a.y < b.y ? a.y + a.below + gap - (b.y - b.above) : b.y + b.below + gap - (a.y - a.above);
  return { x, y };
}

type Frame = { width: number; height: number };

/** True when a node moved by `distance` along an axis would still be inside the frame. */
function fits(node: Box, axis: 'x' | 'y', distance: number, frame: Frame): boolean {
  const at = node[axis] + distance;
  return axis === 'x' ? at >= node.halfWidth && at <= frame.width - node.halfWidth : at >= node.above && at <= frame.height - node.below;
}

/**
 * Pushes overlapping boxes (circle and label) apart along the shorter way, or along the longer one when the frame's edge
 * bars the shorter. A fixed node does not move. True when any overlapped.
 */
export function keepApart(nodes: readonly Box[], gap: number, frame: Frame) {
  return (): boolean => {
    let touched = false;
    for (const [index, a] of nodes.entries()) {
      for (const b of nodes.slice(index + 1)) {
        const by = overlap(a, b, gap);
        if (by.x <= 0.01 || by.y <= 0.01) continue;
        touched = true;
        const shareOfA = isFixed(a) ? 0 : isFixed(b) ? 1 : 0.5;
        const moves = (axis: 'x' | 'y') => {
          // Equal places part by index, so that the outcome never depends on chance.
          const sign = b[axis] >= a[axis] ? 1 : -1;
          return { axis, a: -sign * by[axis] * shareOfA, b: sign * by[axis] * (1 - shareOfA) };
        };
        const ways = by.x < by.y ? [moves('x'), moves('y')] : [moves('y'), moves('x')];
        const way =
          ways.find((each) => (isFixed(a) || fits(a, each.axis, each.a, frame)) && (isFixed(b) || fits(b, each.axis, each.b, frame))) ??
          ways[0];
        if (!way) continue;
        a[way.axis] += way.a;
        b[way.axis] += way.b;
      }
    }
    return touched;
  };
}

function isFixed(node: Box): boolean {
  return node.fx !== undefined && node.fx !== null;
}

/** Keeps circles and labels inside the frame. */
export function keepInside(nodes: readonly Box[], width: number, height: number) {
  return (): void => {
    for (const node of nodes) {
      node.x = Math.min(width - node.halfWidth - 2, Math.max(node.halfWidth + 2, node.x));
      node.y = Math.min(height - node.below - 2, Math.max(node.above + 2, node.y));
    }
  };
}
