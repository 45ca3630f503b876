import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useGlide } from './glide.ts';
import type { Spot, Way } from './glide.ts';
import type { PlacedGalaxy, PlacedNode } from './layout.ts';
import { matchNodes } from './match.ts';
import type { GalaxyNode } from './words.ts';

/** How long planets are on their way to another galaxy's places, and the chosen one to the middle while its galaxy is asked for. */
const SETTLE_MS = 640;
const TRAVEL_MS = 480;
const FADE_MS = 220;

const calm = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const spotOf = ({ x, y, r }: PlacedNode): Spot => ({ x, y, r });

/** A planet that the next galaxy has not: it is seen a moment longer. */
export interface Ghost {
  node: GalaxyNode;
  place: PlacedNode;
}

interface Motion {
  ghosts: readonly Ghost[];
  /** The chosen planet and the answer change places, at once: its galaxy is being asked for. */
  travel: (id: string) => void;
}

/**
 * What moves when another galaxy takes the place of this one: nodes that both have glide, the new ones fan out of the
 * one that became the answer, the others fade. Who asked for less motion sees one fade into the other.
 */
export function useMotion(layer: RefObject<SVGGElement | null>, nodes: readonly GalaxyNode[], placed: PlacedGalaxy | null): Motion {
  const { spots, go, stand } = useGlide(layer);
  const former = useRef<{ nodes: readonly GalaxyNode[]; placed: PlacedGalaxy } | null>(null);
  const [ghosts, setGhosts] = useState<readonly Ghost[]>([]);

  useLayoutEffect(() => {
    if (!placed) return;
    const before = former.current;
    former.current = { nodes, placed };
    const places = new Map(placed.nodes.map((node) => [node.id, spotOf(node)]));
    // Another size of the frame is drawn as it is; at first all come out of the answer.
    if (before?.nodes === nodes || (!before && calm())) return stand(places);
    if (!before) {
      const out = (node: PlacedNode): Way => ({ from: { ...placed.centre, r: node.r * 0.3 }, to: spotOf(node), appears: true });
      return go(new Map(placed.nodes.map((node) => [node.id, node.orbit === 'CENTRE' ? { ...out(node), from: spotOf(node), appears: false } : out(node)])), SETTLE_MS); // prettier-ignore
    }
    const same = matchNodes(before.nodes, nodes);
    const left = new Set(same.values());
    const leaving = before.nodes.filter(({ id }) => !left.has(id));
    setGhosts(
      leaving.flatMap((node) => {
        const place = before.placed.nodes.find(({ id }) => id === node.id);
        return place ? [{ node, place: { ...place, ...spots.current.get(node.id) } }] : [];
      }),
    );
    if (calm()) {
      stand(places);
      layer.current?.animate([{ opacity: 0 }, { opacity: 1 }], { duration: FADE_MS, easing: 'ease-out' });
      return;
    }
    const middle = placed.nodes.find(({ orbit }) => orbit === 'CENTRE');
    const origin = spots.current.get(same.get(middle?.id ?? '') ?? '') ?? { ...placed.centre, r: middle?.r ?? 1 };
    const ways = new Map(
      placed.nodes.map((node): [string, Way] => {
        const stood = spots.current.get(same.get(node.id) ?? '');
        return [node.id, { from: stood ?? { x: origin.x, y: origin.y, r: node.r * 0.2 }, to: spotOf(node), appears: !stood }];
      }),
    );
    go(ways, SETTLE_MS);
  }, [layer, nodes, placed, spots, go, stand]);

  useEffect(() => {
    if (ghosts.length === 0) return undefined;
    const timer = window.setTimeout(() => setGhosts([]), FADE_MS);
    return () => window.clearTimeout(timer);
  }, [ghosts]);

  const travel = useCallback(
    (id: string) => {
      const sun = placed?.nodes.find(({ orbit }) => orbit === 'CENTRE');
      if (calm() || !placed || !sun || sun.id === id) return;
      const places = new Map(placed.nodes.map((node) => [node.id, spotOf(node)]));
      const chosen = places.get(id);
      const answer = places.get(sun.id);
      if (!chosen || !answer) return;
      go(
        new Map(
          [...places].map(([each, spot]): [string, Way] => {
            const to = each === id ? answer : each === sun.id ? chosen : spot;
            return [each, { from: spots.current.get(each) ?? spot, to, appears: false }];
          }),
        ),
        TRAVEL_MS,
      );
    },
    [placed, spots, go],
  );
  return { ghosts, travel };
}
