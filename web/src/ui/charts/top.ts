import type { ChartPoint, ChartSeries } from './chart-data.ts';

/** What is left when only the largest are drawn. */
export interface Top {
  series: readonly ChartSeries[];
  /** How many names are not drawn. */
  left: number;
  /** What they add up to, for each series. */
  rest: readonly number[];
}

/** The `most` names with the largest values (by size, over all series), in their own order; the rest are counted and added up. */
export function topOf(series: readonly ChartSeries[], most: number): Top {
  const sizes = new Map<ChartPoint['x'], number>();
  for (const { points } of series) for (const { x, y } of points) sizes.set(x, (sizes.get(x) ?? 0) + Math.abs(y ?? 0));
  if (sizes.size <= most) return { series, left: 0, rest: series.map(() => 0) };
  const kept = new Set(
    Array.from(sizes)
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, Math.max(1, most))
      .map(([x]) => x),
  );
  return {
    series: series.map((each) => ({ ...each, points: each.points.filter(({ x }) => kept.has(x)) })),
    left: sizes.size - kept.size,
    rest: series.map(({ points }) => points.reduce((sum, { x, y }) => sum + (kept.has(x) ? 0 : (y ?? 0)), 0)),
  };
}
