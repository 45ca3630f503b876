import { toNumber } from '../answer/format.ts';
import type { RunQuery } from '../answer/answer-types.ts';
import { contextOf } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import { readHistory } from '../analysis/history.ts';
import { metricPlan } from '../analysis/metric-plan.ts';
import { unusualIn } from '../analysis/numbers/anomalies.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import type { MetricWatchRow } from './watch.entity.ts';

export type Watched = Pick<MetricWatchRow, 'metric' | 'kind' | 'direction' | 'threshold' | 'grain'>;
export interface Finding {
  /** First day of the period it is about; of a standing figure the day it was looked at. */
  point: string;
  direction: 'ABOVE' | 'BELOW';
}

/** What a series says about its last point. Pure; null: nothing worth telling. */
export function judge({ kind, direction, threshold }: Watched, values: readonly number[], season: number): Finding['direction'] | null {
  const allowed = (found: Finding['direction']): Finding['direction'] | null =>
    direction === 'EITHER' || direction === found ? found : null;
  const last = values.at(-1);
  if (last === undefined) return null;
  if (kind === 'THRESHOLD') {
    if (threshold == null || last === threshold) return null;
    return allowed(last > threshold ? 'ABOVE' : 'BELOW');
  }
  if (kind === 'CHANGE') {
    const before = values.at(-2);
    if (before === undefined || before === 0 || threshold == null) return null;
    const change = (last - before) / Math.abs(before);
    return Math.abs(change) < threshold ? null : allowed(change > 0 ? 'ABOVE' : 'BELOW');
  }
  const unusual = unusualIn(values, season).find(({ at }) => at === values.length - 1);
  return unusual === undefined ? null : allowed(unusual.score > 0 ? 'ABOVE' : 'BELOW');
}

/** Looks at the last whole period of a watched metric; null when there is nothing to be told, or nothing known. */
export async function evaluate(knowledge: Knowledge, run: RunQuery, watched: Watched, today: string): Promise<Finding | null> {
  const context = contextOf(knowledge, today);
  const plan = metricPlan(context, watched.metric, null);
  if (plan === null) return null;
  const history = await readHistory(context, run, plan, watched.grain);
  const point = history?.points.at(-1)?.start;
  if (history !== null && point !== undefined) {
    const direction = judge(
      watched,
      history.points.map(({ value }) => value),
      history.season,
    );
    return direction === null ? null : { point, direction };
  }
  // A figure without dates stands as it is today: it has a value, and no past to compare with.
  if (watched.kind !== 'THRESHOLD' || plan.sources.every((source) => source.timeField !== null)) return null;
  const [row] = await run(compilePlan(plan, context.model));
  const value = toNumber(row?.['m0']);
  const direction = value === null ? null : judge(watched, [value], 1);
  return direction === null ? null : { point: today, direction };
}
