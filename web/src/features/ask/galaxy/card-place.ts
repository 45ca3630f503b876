import type { PlacedNode } from './layout.ts';

type Size = { width: number; height: number };
type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right';

/** About what a card takes, with its distance from the corner. */
const CARD_PX = { width: 336, height: 230 };
/** Below this width a card spans the sky, so that only its upper or lower half is free. */
const NARROW_PX = 560;

export const CORNERS: Record<Corner, string> = {
  'top-left': 'top-3 left-3',
  'top-right': 'top-3 right-3',
  'bottom-left': 'bottom-3 left-3',
  'bottom-right': 'bottom-3 right-3',
};

function hidden(corner: Corner, { width, height }: Size, node: PlacedNode): boolean {
  const left = corner.endsWith('left') ? 0 : width - CARD_PX.width;
  const top = corner.startsWith('top') ? 0 : height - CARD_PX.height;
  return (
    node.x + node.halfWidth > left &&
    node.x - node.halfWidth < left + CARD_PX.width &&
    node.y + node.below > top &&
    node.y - node.above < top + CARD_PX.height
  );
}

/** The corner of the sky where a planet's card hides least: never the planet itself, then those near to it, then any. */
export function cardCorner(id: string, near: ReadonlySet<string>, nodes: readonly PlacedNode[], size: Size): Corner {
  const own = nodes.find((node) => node.id === id);
  if (size.width < NARROW_PX) return own && own.y > size.height * 0.5 ? 'top-left' : 'bottom-left';
  const weight = (node: PlacedNode) => (node.id === id ? 100 : node.orbit === 'CENTRE' ? 5 : near.has(node.id) ? 3 : 1);
  const corners: readonly Corner[] = ['bottom-left', 'bottom-right', 'top-right', 'top-left'];
  const cost = (corner: Corner) => nodes.reduce((sum, node) => sum + (hidden(corner, size, node) ? weight(node) : 0), 0);
  return corners.reduce((best, each) => (cost(each) < cost(best) ? each : best));
}
