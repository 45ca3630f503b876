import { useCallback, useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { edgePath } from './edge.tsx';

/** Where a planet is on its way, and how large. */
export interface Spot {
  x: number;
  y: number;
  r: number;
}

/** A planet's way: from where (and how visible) to where. */
export interface Way {
  from: Spot;
  to: Spot;
  /** New ones come out of the dark. */
  appears: boolean;
}

const easeInOut = (t: number): number => (t < 0.5 ? 4 * t ** 3 : 1 - (-2 * t + 2) ** 3 / 2);

const between = (a: Spot, b: Spot, share: number): Spot => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
  r: a.r + (b.r - a.r) * share,
});

/** Draws everything where `spots` says: planets as they are drawn for the radius in `data-radius`, and the lines between them. */
function draw(layer: SVGGElement, spots: ReadonlyMap<string, Spot>, fading: ReadonlyMap<string, number>): void {
  for (const element of layer.querySelectorAll<SVGGElement>('[data-place]')) {
    const spot = spots.get(element.dataset['place'] ?? '');
    const radius = Number(element.dataset['radius']) || 1;
    if (!spot) continue;
    const scale = spot.r / radius;
    element.setAttribute('transform', `translate(${spot.x} ${spot.y})${Math.abs(scale - 1) < 0.001 ? '' : ` scale(${scale})`}`);
    const shown = fading.get(element.dataset['place'] ?? '');
    if (shown === undefined || shown >= 1) element.removeAttribute('opacity');
    else element.setAttribute('opacity', String(shown));
  }
  for (const element of layer.querySelectorAll<SVGGElement>('[data-edge]')) {
    const from = spots.get(element.dataset['from'] ?? '');
    const to = spots.get(element.dataset['to'] ?? '');
    if (!from || !to) continue;
    const { path, x, y } = edgePath(from, to);
    for (const line of element.querySelectorAll('path')) {
      if (line.hasAttribute('data-mark')) line.setAttribute('transform', `translate(${x} ${y})`);
      else line.setAttribute('d', path);
    }
    const shown = Math.min(fading.get(element.dataset['from'] ?? '') ?? 1, fading.get(element.dataset['to'] ?? '') ?? 1);
    if (shown >= 1) element.removeAttribute('opacity');
    else element.setAttribute('opacity', String(shown));
  }
}

interface Glide {
  /** Where every planet is right now. */
  spots: RefObject<Map<string, Spot>>;
  /** Moves planets along their ways in `ms`; what was under way goes on from where it is. */
  go: (ways: ReadonlyMap<string, Way>, ms: number) => void;
  /** Puts planets where they belong, at once. */
  stand: (spots: ReadonlyMap<string, Spot>) => void;
}

/** Moves what is drawn in `layer` frame by frame, past React: nothing is rendered on the way. */
export function useGlide(layer: RefObject<SVGGElement | null>): Glide {
  const spots = useRef(new Map<string, Spot>());
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const stand = useCallback(
    (places: ReadonlyMap<string, Spot>) => {
      cancelAnimationFrame(frame.current);
      spots.current = new Map(places);
      if (layer.current) draw(layer.current, spots.current, new Map());
    },
    [layer],
  );
  const go = useCallback(
    (ways: ReadonlyMap<string, Way>, ms: number) => {
      cancelAnimationFrame(frame.current);
      const start = performance.now();
      const step = (now: number) => {
        const t = Math.min(1, Math.max(0, (now - start) / ms));
        const share = easeInOut(t);
        const next = new Map<string, Spot>();
        const fading = new Map<string, number>();
        for (const [id, { from, to, appears }] of ways) {
          next.set(id, between(from, to, share));
          if (appears) fading.set(id, share);
        }
        spots.current = next;
        if (layer.current) draw(layer.current, next, fading);
        if (t < 1) frame.current = requestAnimationFrame(step);
      };
      // The first step before the next paint: nothing is seen where it is not yet.
      step(start);
    },
    [layer],
  );
  return { spots, go, stand };
}
