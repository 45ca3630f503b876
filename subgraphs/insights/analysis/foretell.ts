import type { RunQuery } from '../answer/answer-types.ts';
import { formatValue } from '../answer/format.ts';
import { contextOf } from '../answer/knowledge.ts';
import type { Knowledge } from '../answer/knowledge.ts';
import type { CalendarUnit } from '../language/calendar.ts';
import { periodOf, startOf } from '../language/calendar.ts';
import type { QueryPlan, Unit } from '../plan/query-plan.ts';
import { forecastOf, MAX_STEPS, MIN_HISTORY, type Forecast, type Foretold } from './forecast/forecast.ts';
import { grainFor, periodName, reachOf, readHistory, type History } from './history.ts';

/** Periods foretold when nobody says how many. */
export const USUAL_STEPS = 3;
const IN: Record<CalendarUnit, { finer: CalendarUnit; count: number } | null> = {
  year: { finer: 'month', count: 12 },
  quarter: { finer: 'month', count: 3 },
  month: null,
  week: { finer: 'day', count: 7 },
  day: null,
};

export interface ForecastPoint extends Foretold {
  period: string;
  start: string;
}
export interface ForecastFacts {
  label: string;
  unit: Unit;
  currency: string | null;
  grain: CalendarUnit;
  points: ForecastPoint[];
  method: Forecast['method'];
  methodLabel: string;
  error: number | null;
  tried: Forecast['tried'];
  /** Whole periods it was learnt from. */
  history: number;
  /** Whether periods add up. */
  additive: boolean;
}
export type ForecastOutcome = { kind: 'forecast'; forecast: ForecastFacts } | { kind: 'refused'; reason: string };

/** Steps of a finer grain as periods of a coarser one. Errors of neighbouring steps go together: widths are added, which is the widest they can be. */
function gathered(points: readonly Foretold[], count: number): Foretold[] {
  const add = (list: readonly Foretold[], part: (each: Foretold) => number): number => list.reduce((sum, each) => sum + part(each), 0);
  return Array.from({ length: Math.floor(points.length / count) }, (_, at) => {
    const some = points.slice(at * count, (at + 1) * count);
    return { value: add(some, ({ value }) => value), low: add(some, ({ low }) => low), high: add(some, ({ high }) => high) };
  });
}

function foretell(
  history: History,
  steps: number,
  name: (step: number) => { period: string; start: string },
): { told: Forecast; points: ForecastPoint[] } | null {
  const told = forecastOf(
    history.points.map(({ value }) => value),
    steps,
    history.season,
  );
  return told === null ? null : { told, points: told.points.map((point, step) => ({ ...point, ...name(step) })) };
}

/**
 * Goes on with a plan's number for so many periods, by the method that did best on its own past; refused with too short a history. Longer
 * periods of sums whose own history is short are made of shorter ones.
 */
export async function forecastFor(
  knowledge: Knowledge,
  run: RunQuery,
  plan: QueryPlan,
  asked: { today: string; count: number | null; grain: CalendarUnit | null },
): Promise<ForecastOutcome> {
  const context = contextOf(knowledge, asked.today);
  const [measure] = plan.measures;
  const reach = measure === undefined || plan.shape === 'list' ? null : reachOf(context, plan);
  if (measure === undefined || reach === null) return refused('What has no date cannot be foretold: it says nothing about time.');
  const count = Math.min(MAX_STEPS, Math.max(1, asked.count ?? USUAL_STEPS));
  const grain = asked.grain ?? grainFor(reach);
  const history = await readHistory(context, run, plan, grain);
  if (history === null) return refused(`${measure.label} has no dates to go on from.`);
  const common = { label: measure.label, unit: measure.unit, currency: measure.currency, grain, additive: history.additive };
  const next =
    (from: string): ((step: number) => { period: string; start: string }) =>
    (step) => {
      const start = periodOf(grain, from, step + 1);
      return { period: periodName(start, grain), start };
    };
  const last = history.points.at(-1)?.start;
  const plain = last === undefined ? null : foretell(history, count, next(last));
  if (plain !== null)
    return {
      kind: 'forecast',
      forecast: { ...common, points: plain.points, history: history.points.length, ...toldOf(plain.told) },
    };
  const finer = IN[grain];
  const parts = finer === null || !history.additive ? null : await readHistory(context, run, plan, finer.finer);
  const lastPart = parts?.points.at(-1)?.start;
  if (finer !== null && parts !== null && lastPart !== undefined) {
    // The first whole period behind the data: what of the one that runs is over already does not count.
    let lead = 0;
    while (lead < finer.count && !isFirst(grain, periodOf(finer.finer, lastPart, lead + 1))) lead += 1;
    const told = forecastOf(
      parts.points.map(({ value }) => value),
      Math.min(MAX_STEPS, lead + count * finer.count),
      parts.season,
    );
    const first = periodOf(finer.finer, lastPart, lead + 1);
    const whole = told === null ? [] : gathered(told.points.slice(lead), finer.count);
    if (told !== null && whole.length > 0)
      return {
        kind: 'forecast',
        forecast: {
          ...common,
          points: whole.map((point, step) => ({
            ...point,
            start: periodOf(grain, first, step),
            period: periodName(periodOf(grain, first, step), grain),
          })),
          history: parts.points.length,
          ...toldOf(told),
        },
      };
  }
  const known = history.points.length;
  return refused(
    `${measure.label} cannot be foretold by ${grain}: that takes ${MIN_HISTORY} whole ${grain}s of data, and there ${known === 1 ? 'is 1' : `are ${known}`}.`,
  );
}

const isFirst = (grain: CalendarUnit, day: string): boolean => startOf(grain, day) === day;
const refused = (reason: string): ForecastOutcome => ({ kind: 'refused', reason });
const toldOf = ({ method, label, error, tried }: Forecast) => ({ method, methodLabel: label, error, tried });

/** What is foretold, in a sentence that says it is a forecast and how far off it may be. */
export function forecastText(facts: ForecastFacts): string {
  const { label, unit, currency, points, error, methodLabel, history } = facts;
  const show = (value: number): string =>
    formatValue(Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 10_000) / 10_000, unit, currency) ?? '';
  const told = points.slice(0, 4).map((point) => `${show(point.value)} in ${point.period} (${show(point.low)} to ${show(point.high)})`);
  const more = points.length > told.length ? `, and ${points.length - told.length} more` : '';
  const off = error === null ? '' : `, which was ${(error * 100).toFixed(1)} % off on average when tried on the past`;
  return `Forecast, not data: ${label} is likely to be ${told.join(', ')}${more}; four of five times within these limits. By ${methodLabel} over ${history} periods${off}.`;
}
