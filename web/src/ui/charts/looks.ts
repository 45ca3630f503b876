import type { ChartSeries } from './chart-data.ts';

/** How many series have a colour, a mark and a pattern of their own; the tokens hold as many colours. */
export const LOOKS = 8;

export const MARKS = ['circle', 'square', 'diamond', 'triangle', 'cross', 'ring', 'star', 'wye'] as const;
export const PATTERNS = ['solid', 'rising', 'dots', 'falling', 'level', 'upright', 'grid', 'wide'] as const;

/** How a series is told from the others: by colour, and by the form of its points or the pattern of its areas too. */
export interface Look {
  color: string;
  mark: (typeof MARKS)[number];
  pattern: (typeof PATTERNS)[number];
}

/** The look of the series at a place in the order; past the eighth colours come again with other marks. */
export function lookAt(index: number): Look {
  const round = Math.floor(index / LOOKS);
  return {
    color: `var(--chart-${(index % LOOKS) + 1})`,
    mark: MARKS[(index + round) % LOOKS] ?? 'circle',
    pattern: PATTERNS[(index + round) % LOOKS] ?? 'solid',
  };
}

const FAINT: Look = { color: 'var(--control)', mark: 'circle', pattern: 'solid' };

/** A series with its look, and its place among all of them. */
export interface Dressed extends ChartSeries {
  look: Look;
  order: number;
}

/** Gives every series its look, by its place: what is hidden or filtered later keeps it. */
export function dress(series: readonly ChartSeries[]): Dressed[] {
  let next = 0;
  return series.map((each, order) => ({ ...each, order, look: each.faint ? FAINT : lookAt(next++) }));
}
