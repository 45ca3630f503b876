import type { TrendFieldsFragment } from '../gql/graphql.ts';

export type Arrow = 'up' | 'down' | 'flat';

const WORDS = { IMPROVING: 'improving', DECLINING: 'declining', STABLE: 'stable' } as const;

/**
 * Where a trend's arrow points: the way the value went, not whether that is good. When the server gives no change, the
 * direction and the metric's good direction say which way it was.
 */
export function arrowOf(trend: TrendFieldsFragment): Arrow {
  if (trend.change !== null) return trend.direction === 'STABLE' || trend.change === 0 ? 'flat' : trend.change > 0 ? 'up' : 'down';
  if (trend.direction === 'STABLE') return 'flat';
  const improving = trend.direction === 'IMPROVING';
  return (trend.goodDirection === 'DOWN') === improving ? 'down' : 'up';
}

/** "improving", "declining" or "stable"; for a metric without a good direction "rising" or "falling". */
export function trendWord(trend: TrendFieldsFragment): string {
  if (trend.goodDirection === 'NEUTRAL') {
    const arrow = arrowOf(trend);
    return arrow === 'up' ? 'rising' : arrow === 'down' ? 'falling' : 'stable';
  }
  return WORDS[trend.direction];
}

/** "higher is better" and so on, the reason behind the word. */
export function goodWord(trend: TrendFieldsFragment): string | null {
  return trend.goodDirection === 'NEUTRAL' ? null : trend.goodDirection === 'UP' ? 'higher is better' : 'lower is better';
}

/** An arrow as an SVG path around 0,0, `size` pixels wide. */
export function arrowPath(arrow: Arrow, size: number): string {
  const half = size / 2;
  if (arrow === 'flat') return `M${-half} -1.25H${half}V1.25H${-half}Z`;
  const tip = arrow === 'up' ? -half * 0.85 : half * 0.85;
  return `M0 ${tip}L${half} ${-tip}H${-half}Z`;
}
