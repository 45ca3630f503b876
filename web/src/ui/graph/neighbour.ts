/** The keys that move through a drawing. */
export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

const VECTORS: Record<Direction, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Whether a key is an arrow. */
export function isDirection(key: string): key is Direction {
  return key in VECTORS;
}

/** The node an arrow key leads to from `id`: the nearest one ahead, sideways distance counting double. `id` itself when there is none. */
export function neighbour(nodes: readonly { id: string; x: number; y: number }[], id: string, direction: Direction): string {
  const from = nodes.find((node) => node.id === id);
  if (!from) return nodes[0]?.id ?? id;
  const [dx, dy] = VECTORS[direction];
  let best = id;
  let bestCost = Infinity;
  for (const node of nodes) {
    if (node.id === id) continue;
    const ahead = (node.x - from.x) * dx + (node.y - from.y) * dy;
    const aside = Math.abs((node.x - from.x) * dy) + Math.abs((node.y - from.y) * dx);
    // Wide enough that every planet is ahead in one of the four directions, narrow enough that "down" is not "right".
    if (ahead <= 1 || aside > ahead * 2) continue;
    const cost = ahead + aside * 2;
    if (cost < bestCost) {
      best = node.id;
      bestCost = cost;
    }
  }
  return best;
}
