import { momentParts } from './moments.ts';
import type { Grain } from './moments.ts';

/** Stops at which a month or year begins, with what is said there. */
export interface CalendarStep {
  indices: readonly number[];
  parts: (at: number) => [own: string, shared: string];
}

const MINUTE_MS = 60_000;
const DAY_MS = 1_440 * MINUTE_MS;
const CLOCK_STEPS = [5, 15, 30, 60, 180, 360, 720].map((minutes) => minutes * MINUTE_MS);
const DAY_STEPS = [1, 2, 7].map((days) => days * DAY_MS);
const MONTH_STEPS = [1, 3, 6];
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100];

/** Steps of the calendar that are coarser than the grain of the moments (rising order), the finest first: hours, days, months, quarters, years … */
export function calendarSteps(moments: readonly number[], grain: Grain): CalendarStep[] {
  const date = (at: number) => new Date(at);
  const months = (at: number) => date(at).getUTCFullYear() * 12 + date(at).getUTCMonth();
  const at = (key: (at: number) => number): number[] =>
    moments.flatMap((moment, index) => {
      const before = moments[index - 1];
      return before !== undefined && key(before) !== key(moment) ? [index] : [];
    });
  const clocked = grain === 'minute' || grain === 'hour';
  const byMonth = clocked || grain === 'day' || grain === 'week' ? MONTH_STEPS : [];
  return [
    ...(clocked ? CLOCK_STEPS : []).map((step) => ({
      indices: at((moment) => Math.floor(moment / step)),
      parts: (moment: number) => momentParts(moment, 'hour'),
    })),
    ...(clocked ? DAY_STEPS : []).map((step) => ({
      indices: at((moment) => Math.floor(moment / step)),
      parts: (moment: number) => momentParts(moment, 'day'),
    })),
    ...byMonth.map((step) => ({
      indices: at((moment) => Math.floor(months(moment) / step)),
      parts: (moment: number) => momentParts(moment, 'month'),
    })),
    ...YEAR_STEPS.map((step) => ({
      indices: at((moment) => Math.floor(date(moment).getUTCFullYear() / step)),
      parts: (moment: number) => momentParts(moment, 'year'),
    })),
  ].filter(({ indices }) => indices.length > 1);
}
