import { useState } from 'react';
import { anglesOf, layOut } from './layout.ts';
import type { PlacedGalaxy } from './layout.ts';
import { matchNodes } from './match.ts';
import type { GalaxyNode } from './words.ts';

interface Size {
  width: number;
  height: number;
}

/** A galaxy as it is laid out, and the angles that it was told to keep. */
interface Laid {
  nodes: readonly GalaxyNode[];
  size: Size;
  angles: ReadonlyMap<string, number>;
  placed: PlacedGalaxy;
}

const NOWHERE: ReadonlyMap<string, number> = new Map();

/** Where those nodes stood before that both galaxies have around their answer. */
function kept(before: Laid, nodes: readonly GalaxyNode[]): ReadonlyMap<string, number> {
  const stood = anglesOf(before.placed);
  return new Map(
    [...matchNodes(before.nodes, nodes)].flatMap(([id, same]): [string, number][] => {
      const angle = stood.get(same);
      return angle === undefined ? [] : [[id, angle]];
    }),
  );
}

function lay(before: Laid | null, nodes: readonly GalaxyNode[], size: Size): Laid {
  const angles = before === null ? NOWHERE : before.nodes === nodes ? before.angles : kept(before, nodes);
  return { nodes, size, angles, placed: layOut(nodes, size.width, size.height, angles) };
}

/** Where everything stands, known before the first paint. Another galaxy in the same frame keeps what both have at about its angle. */
export function useLayout(nodes: readonly GalaxyNode[], size: Size | null): PlacedGalaxy | null {
  const [former, setFormer] = useState<Laid | null>(null);
  if (!size) return null;
  if (former?.nodes === nodes && former.size === size) return former.placed;
  const laid = lay(former, nodes, size);
  setFormer(laid);
  return laid.placed;
}
