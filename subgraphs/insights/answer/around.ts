import type { Context } from '../compose/context.ts';
import { coverage } from '../compose/times.ts';
import { addDays, periodOf } from '../language/calendar.ts';
import type { CalendarUnit } from '../language/calendar.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { addsUp } from './adds-up.ts';
import type { AnswerFacts, SeriesFacts } from './answer-types.ts';
import type { RunPlan } from './by-days.ts';
import { bucketStart, formatBucket, toNumber } from './format.ts';
import { seriesPlan, sliceFields, slicePlan } from './variations.ts';

type Row = Record<string, unknown>;

/** The course of a plan's number, and whether its last point is a whole period. */
export async function runSeries(
  context: Context,
  run: RunPlan,
  plan: QueryPlan,
): Promise<{ series: SeriesFacts[]; lastComplete: boolean }> {
  const wanted = seriesPlan(context, plan);
  if (wanted === null) return { series: [], lastComplete: true };
  const grain = wanted.groupBy[0]?.grain ?? null;
  const rows = (await run(wanted)).toReversed();
  const series = rows.flatMap((row): SeriesFacts[] => {
    const start = bucketStart(row['d0'], grain);
    return start === null ? [] : [{ period: formatBucket(row['d0'], grain), start, value: toNumber(row['m0']) }];
  });
  const source = wanted.sources[0];
  const { max } = source === undefined ? { max: null } : coverage(context, source.entity, source.timeField);
  const last = series.at(-1)?.start;
  const lastComplete = last === undefined || max === null || addDays(max, 2) >= periodOf(grain as CalendarUnit, last, 1);
  return { series, lastComplete };
}

/** What the number is made of: the groups asked for, else a split that suggests itself. @param total all of it */
export async function runBreakdown(
  context: Context,
  run: RunPlan,
  plan: QueryPlan,
  rows: Row[],
  total: number | null,
): Promise<AnswerFacts['breakdown']> {
  const grouped = plan.shape === 'groups' && plan.groupBy.length === 1 && plan.groupBy[0]?.grain === null;
  const slice = grouped ? undefined : sliceFields(context, plan)[0];
  if (!grouped && slice === undefined) return [];
  const sliced = slice === undefined ? rows : await run(slicePlan(plan, slice));
  return sliced.slice(0, 12).map((row) => {
    const value = toNumber(row['m0']);
    return {
      label: formatBucket(row['d0'], null),
      value,
      share: addsUp(plan) && total !== null && total !== 0 && value !== null ? value / total : null,
    };
  });
}
