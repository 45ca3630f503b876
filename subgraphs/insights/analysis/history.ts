import { bucketStart, formatBucket, toNumber } from '../answer/format.ts';
import type { RunQuery } from '../answer/answer-types.ts';
import type { Context } from '../compose/context.ts';
import { coverage } from '../compose/times.ts';
import { addDays, daysBetween, periodOf, startOf } from '../language/calendar.ts';
import type { CalendarUnit } from '../language/calendar.ts';
import type { QueryPlan } from '../plan/query-plan.ts';
import { validatePlan } from '../plan/validate-plan.ts';
import { compilePlan } from '../sql/compile-plan.ts';
import { partsOf } from './why/measure-parts.ts';

/** Points of a series that are read, the latest. */
const MAX_POINTS = 160;
const DAILY_UP_TO_DAYS = 120;
const WEEKLY_UP_TO_DAYS = 420;
/** Records may be a day or two late: a period that lacks no more is over. */
const LATE_DAYS = 2;
/** Points after which a season comes round. */
const SEASON: Record<CalendarUnit, number> = { day: 7, week: 1, month: 12, quarter: 4, year: 1 };

export interface HistoryPoint {
  period: string;
  /** First day, YYYY-MM-DD. */
  start: string;
  value: number;
}

/** A measure over time, whole periods only, without gaps. */
export interface History {
  grain: CalendarUnit;
  season: number;
  points: HistoryPoint[];
  /** Whether periods add up to longer ones. */
  additive: boolean;
}

/** The days a plan's records lie in, as far as they are past; null without dates. */
export function reachOf(context: Context, plan: QueryPlan): { from: string; to: string } | null {
  const source = plan.sources[0];
  if (source?.timeField == null) return null;
  const { min, max } = coverage(context, source.entity, source.timeField);
  if (min === null || max === null || min > context.today) return null;
  return { from: min, to: max > context.today ? context.today : max };
}

/** The grain in which a stretch of days reads as a series. */
export function grainFor({ from, to }: { from: string; to: string }): CalendarUnit {
  const days = daysBetween(from, to);
  return days <= DAILY_UP_TO_DAYS ? 'day' : days <= WEEKLY_UP_TO_DAYS ? 'week' : 'month';
}

/** The day behind the last period of a grain that is over. */
export function endOfWhole(context: Context, reach: { to: string }, grain: CalendarUnit): string {
  const known = addDays(reach.to, 1 + LATE_DAYS);
  return startOf(grain, known < context.today ? known : context.today);
}

/** The plan's first measure over all time in a grain; null where the records carry no date. */
export function historyPlan(context: Context, plan: QueryPlan, grain: CalendarUnit): QueryPlan | null {
  if (plan.measures.length === 0 || plan.shape === 'list' || plan.sources.some((source) => source.timeField === null)) return null;
  const wanted: QueryPlan = {
    ...plan,
    shape: 'groups',
    measures: plan.measures.slice(0, 1),
    groupBy: [{ label: grain, grain, entity: null, keepBlank: false }],
    sources: plan.sources.map((source) => ({ ...source, keys: source.timeField === null ? [] : [source.timeField] })),
    period: null,
    compare: null,
    having: [],
    order: [{ by: 'dimension', index: 0, direction: 'desc' }],
    limit: MAX_POINTS,
    share: false,
  };
  return validatePlan(wanted, context.model).plan;
}

/** Reads what a number was in every whole period there is, oldest first; null where nothing can be told over time. */
export async function readHistory(context: Context, run: RunQuery, plan: QueryPlan, wanted: CalendarUnit | null): Promise<History | null> {
  const reach = reachOf(context, plan);
  if (reach === null) return null;
  const grain = wanted ?? grainFor(reach);
  const asked = historyPlan(context, plan, grain);
  const expression = plan.measures[0]?.expression;
  if (asked === null || expression === undefined) return null;
  const known = new Map<string, number>();
  for (const row of await run(compilePlan(asked, context.model))) {
    const start = bucketStart(row['d0'], grain);
    const value = toNumber(row['m0']);
    if (start !== null && value !== null) known.set(start, value);
  }
  const additive = partsOf(expression).kind === 'SUM' && !plan.sources.some((source) => source.span !== undefined);
  const end = endOfWhole(context, reach, grain);
  const starts = [...known.keys()].filter((start) => start < end).toSorted();
  const points: HistoryPoint[] = [];
  let at = starts[0];
  // A first period of which only the end is there is no whole one.
  if (at !== undefined && additive && daysBetween(at, reach.from) > daysBetween(at, periodOf(grain, at, 1)) / 5)
    at = periodOf(grain, at, 1);
  const last = additive ? end : (starts.at(-1) ?? '');
  while (at !== undefined && (additive ? at < last : at <= last) && points.length < MAX_POINTS) {
    // Where nothing happened a sum is nought, and how things stand is as it stood.
    const value = known.get(at) ?? (additive ? 0 : (points.at(-1)?.value ?? 0));
    points.push({ period: periodName(at, grain), start: at, value });
    at = periodOf(grain, at, 1);
  }
  return { grain, season: SEASON[grain], points, additive };
}

/** What a period is called. */
export function periodName(start: string, grain: CalendarUnit): string {
  if (grain === 'year') return start.slice(0, 4);
  if (grain === 'quarter') return formatBucket(`${start.slice(0, 4)}-Q${Math.floor((Number(start.slice(5, 7)) + 2) / 3)}`, 'quarter');
  if (grain === 'month') return formatBucket(start.slice(0, 7), 'month');
  return start;
}
