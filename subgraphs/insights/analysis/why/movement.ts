import { comparedPeriod } from '../../answer/variations.ts';
import type { Context } from '../../compose/context.ts';
import { daysBetween, labelOf, periodOf } from '../../language/calendar.ts';
import type { Period, QueryPlan } from '../../plan/query-plan.ts';
import { endOfWhole, reachOf } from '../history.ts';

/** Days of data from which on months are compared, and weeks. */
const MONTHS_FROM_DAYS = 60;
const WEEKS_FROM_DAYS = 21;

/**
 * The two periods a movement is explained between: the one asked for and the one it is compared with; without one, the last whole month (week,
 * day) of the data and the one before. Null where nothing is to be compared.
 */
export function movementOf(context: Context, plan: QueryPlan): { after: Period; before: Period } | null {
  if (plan.shape === 'list' || plan.measures.length === 0 || plan.sources.some((source) => source.timeField === null)) return null;
  if (plan.period !== null) {
    const before = comparedPeriod(context, plan);
    return before === null ? null : { after: plan.period, before };
  }
  const reach = reachOf(context, plan);
  if (reach === null) return null;
  const days = daysBetween(reach.from, reach.to);
  const grain = days >= MONTHS_FROM_DAYS ? 'month' : days >= WEEKS_FROM_DAYS ? 'week' : 'day';
  const to = endOfWhole(context, reach, grain);
  const from = periodOf(grain, to, -1);
  const start = periodOf(grain, from, -1);
  if (from < reach.from) return null;
  const period = (first: string, end: string): Period => ({ from: first, to: end, label: labelOf(first, end), relative: false });
  return { after: period(from, to), before: period(start, from) };
}
