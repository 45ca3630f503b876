import { addDays, addMonths, daysBetween, startOf } from './calendar.ts';
import type { DataProfile } from '../model/data-profile.ts';
import type { ModelIndex } from '../model/model-index.ts';
import { mainTime } from '../model/time-axis.ts';

/** From when relative times are counted, YYYY-MM-DD. */
export interface Clock {
  /** The day on which `this month` and `to date` stand. */
  today: string;
  /** The day before which `last month` and `the last 3 quarters` end: whole periods. */
  past: string;
  /** Whether that is the end of the data, and not the day of the question. */
  byData: boolean;
}

/** Data that end longer ago than this are spoken of as they end. */
const STALE_DAYS = 62;
/** A period that all but so many days of are there is whole. */
const NEARLY_DAYS = 6;

/**
 * The day on which the records end: in the month in which most of them do (of many kinds the one in the middle, so that plans and slips do
 * not decide), the last day that any kind has. Figures of months stand for the whole of theirs.
 */
function endOf(model: ModelIndex, profile: DataProfile, today: string): { day: string; monthly: boolean } | null {
  const ends = model.model.entities.flatMap((entity) => {
    const time = mainTime(model, entity.name);
    const facts = time === null || time.path.length > 0 ? undefined : profile.entities[entity.name]?.attributes[time.attribute];
    const [min, max] = [facts?.min?.slice(0, 10), facts?.max?.slice(0, 10)];
    return min === undefined || max === undefined || max > today ? [] : [{ day: max, monthly: min.endsWith('-01') && max.endsWith('-01') }];
  });
  const middle = ends.toSorted((a, b) => (a.day < b.day ? -1 : 1))[Math.floor(ends.length / 2)];
  if (middle === undefined) return null;
  const month = ends.filter(({ day }) => startOf('month', day) === startOf('month', middle.day));
  return { day: month.reduce((last, { day }) => (day > last ? day : last), middle.day), monthly: month.some(({ monthly }) => monthly) };
}

/** The clock for a tenant's data on a day (YYYY-MM-DD): the day itself, or where the data end when that is long ago. */
export function clockOf(model: ModelIndex, profile: DataProfile, today: string): Clock {
  const end = endOf(model, profile, today);
  const next = end === null ? today : addMonths(startOf('month', end.day), 1);
  if (end === null || daysBetween(end.monthly ? next : end.day, today) <= STALE_DAYS) return { today, past: today, byData: false };
  const whole = end.monthly || daysBetween(end.day, next) <= NEARLY_DAYS;
  return { today: end.monthly ? addDays(next, -1) : end.day, past: whole ? next : addDays(end.day, 1), byData: true };
}
