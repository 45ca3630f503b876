import type { Grain } from '../plan/query-plan.ts';
import { lower } from './time-range.ts';
import type { Cursor, TimePhrase } from './time-range.ts';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const ADVERBS: Record<string, Grain> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
  annually: 'year',
  hourly: 'hour',
  mom: 'month',
  qoq: 'quarter',
  yoy: 'year',
};

/** `weekends`, `Mondays`. */
export function partsPhrase(cursor: Cursor): TimePhrase | null {
  const first = lower(cursor, 0);
  if (['weekend', 'weekends'].includes(first)) return { kind: 'parts', part: 'weekday', values: [6, 7], label: 'weekends', length: 1 };
  if (['weekdays', 'workdays'].includes(first))
    return { kind: 'parts', part: 'weekday', values: [1, 2, 3, 4, 5], label: 'weekdays', length: 1 };
  const day = DAYS.indexOf(first.replace(/s$/, ''));
  return day < 0
    ? null
    : {
        kind: 'parts',
        part: 'weekday',
        values: [day + 1],
        label: `${DAYS[day]?.[0]?.toUpperCase() ?? ''}${DAYS[day]?.slice(1) ?? ''}s`,
        length: 1,
      };
}

const GRAIN_PHRASES: [string, Grain][] = [
  ['day of the week', 'weekday'],
  ['days of the week', 'weekday'],
  ['day of week', 'weekday'],
  ['weekday', 'weekday'],
  ['month of the year', 'monthOfYear'],
  ['month of year', 'monthOfYear'],
  ['calendar month', 'monthOfYear'],
  ['hour of the day', 'hour'],
  ['hour of day', 'hour'],
  ['time of day', 'hour'],
  ['month over month', 'month'],
  ['quarter over quarter', 'quarter'],
  ['year over year', 'year'],
  ['fiscal year', 'fiscalYear'],
  ['fiscal quarter', 'fiscalQuarter'],
  ['fiscal years', 'fiscalYear'],
  ['fiscal quarters', 'fiscalQuarter'],
  ['calendar year', 'year'],
  ['hour', 'hour'],
  ['day', 'day'],
  ['week', 'week'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['hours', 'hour'],
  ['days', 'day'],
  ['weeks', 'week'],
  ['months', 'month'],
  ['quarters', 'quarter'],
  ['years', 'year'],
  ['date', 'day'],
];

/** `monthly`, `day of the week`, `quarter`. */
export function grainPhrase(cursor: Cursor): TimePhrase | null {
  const adverb = Object.hasOwn(ADVERBS, lower(cursor, 0)) ? ADVERBS[lower(cursor, 0)] : undefined;
  if (adverb !== undefined) return { kind: 'grain', grain: adverb, length: 1 };
  for (const [phrase, grain] of GRAIN_PHRASES) {
    const words = phrase.split(' ');
    if (words.every((word, offset) => lower(cursor, offset) === word)) return { kind: 'grain', grain, length: words.length };
  }
  return null;
}
