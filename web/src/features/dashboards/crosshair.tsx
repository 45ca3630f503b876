import { createContext, use, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { ChartSeries, ChartX } from '../../ui/charts/chart-data.ts';

interface Crosshair {
  watch: (changed: () => void) => () => void;
  at: () => ChartX | null;
  move: (x: ChartX | null) => void;
}

function createCrosshair(): Crosshair {
  const watchers = new Set<() => void>();
  let at: ChartX | null = null;
  return {
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    at: () => at,
    move(x) {
      if (x === at) return;
      at = x;
      for (const changed of watchers) changed();
    },
  };
}

const CrosshairContext = createContext<Crosshair | null>(null);

/** Charts over time in here share one crosshair: where somebody points in one of them, all say their value. */
export function SharedCrosshair({ children }: { children: ReactNode }) {
  const crosshair = useMemo(() => createCrosshair(), []);
  return <CrosshairContext value={crosshair}>{children}</CrosshairContext>;
}

const NOBODY = createCrosshair();

/** The shared crosshair for a chart: where it stands, if the chart has that place, and how to move it. */
export function useCrosshair(series: readonly ChartSeries[]): { hoverX: ChartX | null; onHoverX: (x: ChartX | null) => void } {
  const crosshair = use(CrosshairContext) ?? NOBODY;
  const places = useMemo(() => new Set(series.flatMap(({ points }) => points.map(({ x }) => x))), [series]);
  const hoverX = useSyncExternalStore(crosshair.watch, () => {
    const x = crosshair.at();
    return x !== null && places.has(x) ? x : null;
  });
  return { hoverX, onHoverX: crosshair.move };
}
