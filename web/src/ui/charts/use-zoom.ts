import { useState } from 'react';
import { windowOf } from './model.ts';
import type { ChartModel } from './model.ts';

/** At least so many stops stay in sight. */
const FEWEST = 3;

/** A part of a chart's axis in sight, and how somebody changes it. */
export function useZoom(whole: ChartModel) {
  const last = whole.stops.length - 1;
  const [range, setRange] = useState<{ from: number; to: number; of: ChartModel } | null>(null);
  // Other data begin with all of it.
  const held = range && range.of.stops.length === whole.stops.length ? range : null;
  const model = held ? windowOf(whole, held.from, held.to) : whole;
  const from = held?.from ?? 0;
  const show = (first: number, final: number) => {
    const wanted = Math.max(FEWEST - 1, final - first);
    const start = Math.max(0, Math.min(first, last - wanted));
    const end = Math.min(last, start + wanted);
    setRange(start === 0 && end === last ? null : { from: start, to: end, of: whole });
  };
  return {
    model,
    zoomed: held !== null,
    showAll: () => setRange(null),
    zoom: {
      /** Shows only from one stop in sight to another. */
      to: (first: number, final: number) => show(from + first, from + final),
      /** + shows half as much around a stop, − twice as much, 0 all. */
      byKey: (key: '+' | '-' | '0', stop: number) => {
        if (key === '0') return setRange(null);
        const span = model.stops.length - 1;
        const next = Math.round(key === '+' ? span / 2 : span * 2);
        const start = Math.round(from + stop - (stop / Math.max(1, span)) * next);
        return show(Math.max(0, start), Math.max(0, start) + next);
      },
    },
  };
}
