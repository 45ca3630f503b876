/** A point of the plane, and the index of what stands there. */
interface Entry {
  x: number;
  y: number;
  index: number;
}

interface Leaf {
  kind: 'leaf';
  entries: Entry[];
}
interface Fork {
  kind: 'fork';
  /** Left-top, right-top, left-bottom, right-bottom. */
  quarters: readonly [Node, Node, Node, Node];
}
type Node = Leaf | Fork;

interface Square {
  x: number;
  y: number;
  size: number;
}

const LEAF_ENTRIES = 8;
/** Points in one place end the splitting. */
const DEEPEST = 24;

function quarter({ x, y, size }: Square, at: number): Square {
  const half = size / 2;
  return { x: x + (at % 2) * half, y: y + (at > 1 ? half : 0), size: half };
}

function grown(entries: Entry[], square: Square, depth: number): Node {
  if (entries.length <= LEAF_ENTRIES || depth >= DEEPEST) return { kind: 'leaf', entries };
  const parts: [Entry[], Entry[], Entry[], Entry[]] = [[], [], [], []];
  const half = square.size / 2;
  for (const entry of entries) {
    const at = (entry.x >= square.x + half ? 1 : 0) + (entry.y >= square.y + half ? 2 : 0);
    parts[at as 0 | 1 | 2 | 3].push(entry);
  }
  const [a, b, c, d] = parts;
  return {
    kind: 'fork',
    quarters: [
      grown(a, quarter(square, 0), depth + 1),
      grown(b, quarter(square, 1), depth + 1),
      grown(c, quarter(square, 2), depth + 1),
      grown(d, quarter(square, 3), depth + 1),
    ],
  };
}

/** How far a point is from a square; nought inside. */
function gap(x: number, y: number, square: Square): number {
  return Math.hypot(Math.max(square.x - x, 0, x - square.x - square.size), Math.max(square.y - y, 0, y - square.y - square.size));
}

/** Finds the nearest of many points without looking at all of them. */
export interface Quadtree {
  /** The index of the point nearest to a place and at most `reach` away, the first of equals; null when there is none. */
  nearest: (x: number, y: number, reach: number) => number | null;
}

/** A quadtree over points; building it takes one pass, a look at it visits a few leaves. */
export function quadtree(points: readonly { x: number; y: number }[]): Quadtree {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const low = (values: readonly number[]) => values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = (values: readonly number[]) => values.reduce((most, value) => Math.max(most, value), -Infinity);
  const square = { x: low(xs), y: low(ys), size: Math.max(high(xs) - low(xs), high(ys) - low(ys), 1) + 1 };
  const root = grown(
    points.map(({ x, y }, index) => ({ x, y, index })),
    square,
    0,
  );
  return {
    nearest(x, y, reach) {
      let best: { index: number; distance: number } | null = null;
      const visit = (node: Node, area: Square): void => {
        const limit = best?.distance ?? reach;
        if (gap(x, y, area) > limit) return;
        if (node.kind === 'fork') {
          const order = [0, 1, 2, 3].toSorted((a, b) => gap(x, y, quarter(area, a)) - gap(x, y, quarter(area, b)));
          for (const at of order) visit(node.quarters[at as 0 | 1 | 2 | 3], quarter(area, at));
          return;
        }
        for (const entry of node.entries) {
          const distance = Math.hypot(entry.x - x, entry.y - y);
          if (distance > reach) continue;
          if (best === null || distance < best.distance || (distance === best.distance && entry.index < best.index))
            best = { index: entry.index, distance };
        }
      };
      if (points.length > 0) visit(root, square);
      return (best as { index: number } | null)?.index ?? null;
    },
  };
}
