import { useMemo, useState } from 'react';
import type { ChartSeries } from './chart-data.ts';
import { dress } from './looks.ts';
import type { Dressed } from './looks.ts';

/** Which series are shown, and how somebody changes that. */
export interface SeriesChoice {
  all: readonly Dressed[];
  shown: readonly Dressed[];
  /** The one that is pointed at in the legend. */
  lit: string | null;
  toggle: (key: string) => void;
  /** This one alone; all again when it is alone already. */
  only: (key: string) => void;
  light: (key: string | null) => void;
}

/** Series with their looks, and the legend's choice among them. The last one cannot be hidden. */
export function useSeries(series: readonly ChartSeries[]): SeriesChoice {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [lit, setLit] = useState<string | null>(null);
  const all = useMemo(() => dress(series), [series]);
  const shown = useMemo(() => {
    const left = all.filter(({ key }) => !hidden.has(key));
    return left.length > 0 ? left : all;
  }, [all, hidden]);
  const toggle = (key: string) => {
    const next = new Set(hidden);
    if (!next.delete(key)) next.add(key);
    setHidden(all.every((each) => next.has(each.key)) ? new Set() : next);
  };
  const only = (key: string) => {
    const others = all.filter((each) => each.key !== key).map((each) => each.key);
    setHidden(others.every((each) => hidden.has(each)) && !hidden.has(key) ? new Set() : new Set(others));
  };
  return { all, shown, lit: shown.some(({ key }) => key === lit) ? lit : null, toggle, only, light: setLit };
}
