import type { GoodDirectionName } from '../metrics/metric-definition.ts';
import type { DeltaFacts, SeriesFacts, TrendFacts } from './answer-types.ts';

/** Relative changes smaller than this are noise to a person. */
const STABLE_BELOW = 0.005;

/** What changed between two values; null when either is missing. */
export function deltaOf(now: number | null, before: number | null, versus: string): DeltaFacts | null {
  if (now === null || before === null) return null;
  return { absolute: now - before, relative: before === 0 ? null : (now - before) / Math.abs(before), versus, previousValue: before };
}

/** Whether a relative change is good news. Neutral metrics improve when they rise. */
export function trendOf(change: number | null, goodDirection: GoodDirectionName): TrendFacts | null {
  if (change === null) return null;
  const sign = goodDirection === 'DOWN' ? -1 : 1;
  return { direction: Math.abs(change) < STABLE_BELOW ? 'STABLE' : change * sign > 0 ? 'IMPROVING' : 'DECLINING', change, goodDirection };
}

/** The change between the last two points of a series; the last is left out when its period is still running. */
export function seriesChange(series: SeriesFacts[], lastComplete: boolean): number | null {
  const complete = lastComplete ? series : series.slice(0, -1);
  const now = complete.at(-1)?.value ?? null;
  const before = complete.at(-2)?.value ?? null;
  return now === null || before === null || before === 0 ? null : (now - before) / Math.abs(before);
}
