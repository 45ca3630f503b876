import { addDays, periodOf, startOf } from './calendar.ts';
import type { PeriodUnit } from './calendar.ts';
import { numberWord } from './number-words.ts';
import { lower, range } from './time-range.ts';
import type { Cursor, TimePhrase } from './time-range.ts';
import type { RawToken } from './tokenize.ts';

const UNITS: Record<string, PeriodUnit> = {
  half: 'half',
  halve: 'half',
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  yr: 'year',
  qtr: 'quarter',
  mth: 'month',
  wk: 'week',
};
function unitOf(word: string): PeriodUnit | null {
  const singular = word.replace(/s$/, '');
  return Object.hasOwn(UNITS, singular) ? (UNITS[singular] ?? null) : null;
}

/** `last month`, `past 6 months`, `this year`, `year to date`, `yesterday`: placed by the clock. Whole periods, save for `past N days`. */
export function relativePhrase(cursor: Cursor): TimePhrase | null {
  const first = lower(cursor, 0);
  const { today, past } = cursor;
  if (first === 'today') return { kind: 'range', range: range(today, addDays(today, 1), 'today', true), length: 1 };
  if (first === 'yesterday') return { kind: 'range', range: range(addDays(today, -1), today, 'yesterday', true), length: 1 };
  const toDate: Record<string, 'year' | 'quarter' | 'month'> = { ytd: 'year', qtd: 'quarter', mtd: 'month' };
  const short = Object.hasOwn(toDate, first) ? toDate[first] : undefined;
  const long = unitOf(first);
  const spoken = long !== null && lower(cursor, 1) === 'to' && lower(cursor, 2) === 'date' ? long : undefined;
  const soFar =
    first === 'this' && unitOf(lower(cursor, 1)) !== null && lower(cursor, 2) === 'so' && lower(cursor, 3) === 'far'
      ? unitOf(lower(cursor, 1))
      : null;
  const running = short ?? spoken ?? soFar;
  if (running !== undefined && running !== null)
    return {
      kind: 'range',
      range: range(startOf(running, today), addDays(today, 1), `this ${running} to date`, true),
      length: short === undefined ? (soFar === null ? 3 : 4) : 1,
    };
  const unit = unitOf(lower(cursor, 1));
  if (['this', 'current'].includes(first) && unit !== null)
    return { kind: 'range', range: range(startOf(unit, today), periodOf(unit, startOf(unit, today), 1), `this ${unit}`, true), length: 2 };
  if (!['last', 'past', 'previous', 'prior', 'recent'].includes(first)) return null;
  if (unit !== null && !lower(cursor, 1).endsWith('s')) {
    const to = startOf(unit, past);
    return { kind: 'range', range: range(periodOf(unit, to, -1), to, `last ${unit}`, true), length: 2 };
  }
  const count = numberWord(lower(cursor, 1)) ?? (/^\d{1,3}$/.test(lower(cursor, 1)) ? Number(lower(cursor, 1)) : null);
  const units = unitOf(lower(cursor, 2));
  if (count === null || count < 1 || units === null) return null;
  const to = units === 'day' ? addDays(today, 1) : startOf(units, past);
  return { kind: 'range', range: range(periodOf(units, to, -count), to, `last ${count} ${units}s`, true), length: 3 };
}

const SHIFTS = new Map<string, ShiftGrain>([
  ['previous period', 'previous'],
  ['period before', 'previous'],
  ['same period last year', 'year'],
  ['previous year', 'year'],
  ['prior year', 'year'],
  ['year before', 'year'],
  ['last year', 'year'],
  ['a year ago', 'year'],
  ['a year earlier', 'year'],
  ['previous quarter', 'quarter'],
  ['prior quarter', 'quarter'],
  ['quarter before', 'quarter'],
  ['last quarter', 'quarter'],
  ['previous month', 'month'],
  ['month before', 'month'],
  ['last month', 'month'],
  ['prior month', 'month'],
  ['previous week', 'week'],
  ['last week', 'week'],
  ['previous one', 'previous'],
  ['one before', 'previous'],
  ['one before it', 'previous'],
  ['one before that', 'previous'],
  ['period before that', 'previous'],
  ['half before', 'previous'],
  ['previous half', 'previous'],
  ['last half', 'previous'],
  ['last period', 'previous'],
  ['year earlier', 'year'],
  ['year ago', 'year'],
  ['same quarter last year', 'year'],
  ['same month last year', 'year'],
  ['same half last year', 'year'],
  ['same time last year', 'year'],
  ['last year s', 'year'],
]);
type ShiftGrain = 'year' | 'quarter' | 'month' | 'week' | 'previous';

/** `the previous quarter` behind a `vs`: a shift of the question's own period. */
export function shiftPhrase(tokens: RawToken[], at: number): TimePhrase | null {
  const skip = ['the', 'same'].includes(tokens[at]?.lower ?? '') && tokens[at + 1]?.lower !== 'period' ? 1 : 0;
  for (let length = 4; length >= 2; length -= 1) {
    if (at + skip + length > tokens.length) continue;
    const grain = SHIFTS.get(
      tokens
        .slice(at + skip, at + skip + length)
        .map((token) => token.lower)
        .join(' '),
    );
    if (grain !== undefined) return { kind: 'shift', grain, length: length + skip };
  }
  return null;
}
