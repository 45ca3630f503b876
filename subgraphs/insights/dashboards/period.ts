import type { Context } from '../compose/context.ts';
import { coverage, latestLike } from '../compose/times.ts';
import { addDays, addMonths, daysBetween, labelOf, monthName, startOf } from '../language/calendar.ts';
import { withYear } from '../language/time-range.ts';
import type { TimeRange } from '../language/time-range.ts';
import type { Period } from '../plan/query-plan.ts';
import type { BoardMeasure } from './measures.ts';

export type PeriodDecision =
  | { kind: 'decided'; period: Period | null; notes: string[] }
  | { kind: 'refused'; text: string; instead: string | null };

/** First and last day the dated measures have data for, together. */
function spanOf(context: Context, measures: readonly BoardMeasure[]): { min: string; max: string } | null {
  const spans = measures
    .filter(({ timed }) => timed)
    .map(({ choice }) => coverage(context, choice.sources[0]?.entity ?? '', choice.sources[0]?.timeField ?? null));
  const min = spans.flatMap((span) => span.min ?? []).toSorted()[0];
  const max = spans
    .flatMap((span) => span.max ?? [])
    .toSorted()
    .at(-1);
  return min === undefined || max === undefined ? null : { min, max };
}

/** `Q3` of an unsaid year is the latest one that the data has. */
function latestOf(range: TimeRange, { min, max }: { min: string; max: string }): TimeRange | null {
  for (let year = Number(max.slice(0, 4)); year >= Number(min.slice(0, 4)); year -= 1) {
    const dated = withYear(range, year);
    if (dated.from !== null && dated.to !== null && dated.from <= max && dated.to > min) return dated;
  }
  return null;
}

/** Data that goes back this far is shown for its latest year, beside the one before. */
const LONG_DAYS = 540;
/** A year that lacks no more than this at its end is told whole. */
const NEARLY_DAYS = 15;

/** The latest year of the data: the calendar year where it is as good as whole, else its last twelve whole months. */
export function latestYear(span: { min: string; max: string }): Period | null {
  const { min } = span;
  // Records of whole months carry their first day.
  const monthly = min.endsWith('-01') && span.max.endsWith('-01');
  const max = monthly ? addDays(addMonths(span.max, 1), -1) : span.max;
  if (daysBetween(min, max) < LONG_DAYS) return null;
  const yearEnd = `${Number(max.slice(0, 4)) + 1}-01-01`;
  const next = startOf('month', addDays(max, 1));
  const to =
    daysBetween(max, yearEnd) <= NEARLY_DAYS ? yearEnd : daysBetween(addDays(max, 1), addMonths(next, 1)) <= 3 ? addMonths(next, 1) : next;
  const from = addMonths(to, -12);
  const last = addDays(to, -1);
  const name = (day: string): string => `${monthName(Number(day.slice(5, 7)))} ${day.slice(0, 4)}`;
  const label = from.endsWith('-01-01') ? from.slice(0, 4) : `${name(from)} to ${name(last)}`;
  return { from, to, label, relative: false };
}

/**
 * The period every widget gets, or why there is none of it in the data. `latest`: where the sentence says none, the latest year is shown,
 * when the data goes back far enough to compare it with another.
 */
export function decidePeriod(context: Context, measures: readonly BoardMeasure[], said: TimeRange | null, latest: boolean): PeriodDecision {
  if (said === null) {
    // Where the most telling number is a standing one, nothing is gained by a period.
    const main = latest ? spanOf(context, measures.slice(0, 1)) : null;
    const period = main === null ? null : latestYear(main);
    return {
      kind: 'decided',
      period,
      notes:
        period === null
          ? []
          : [`No period was asked for: this is ${/ to /.test(period.label) ? 'the latest twelve months' : 'the latest year'} of the data.`],
    };
  }
  const span = spanOf(context, measures);
  if (span === null)
    return { kind: 'refused', text: `The records carry no date, so that ${said.label} cannot be told apart from the rest.`, instead: '' };
  const range = said.yearless === null ? said : latestOf(said, span);
  const none = `There is no data for ${said.label}: it runs from ${span.min} to ${span.max}.`;
  if (range === null) return { kind: 'refused', text: none, instead: span.max.slice(0, 4) };
  if ((range.from !== null && range.from > span.max) || (range.to !== null && range.to <= span.min)) {
    const like = range.from === null || range.to === null ? null : latestLike(range.from, range.to, span.max);
    return { kind: 'refused', text: none, instead: like === null ? null : labelOf(like.from, like.to) };
  }
  const notes = said.yearless === null ? [] : [`${said.label} is taken as ${range.label}, the latest in the data.`];
  if (range.to !== null && span.max < range.to && range.from !== null && !range.relative) {
    const missing = Math.round((Date.parse(range.to) - Date.parse(span.max)) / 86_400_000) - 1;
    const whole = Math.round((Date.parse(range.to) - Date.parse(range.from)) / 86_400_000);
    if (missing > Math.max(2, whole * 0.02)) notes.push(`The data ends on ${span.max}.`);
  }
  return { kind: 'decided', period: { from: range.from, to: range.to, label: range.label, relative: range.relative }, notes };
}
