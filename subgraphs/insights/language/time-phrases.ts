import type { Grain } from '../plan/query-plan.ts';
import { addDays, addMonths, monthName, periodOf, startOf } from './calendar.ts';
import { numberWord } from './number-words.ts';
import type { RawToken } from './tokenize.ts';

/** A stretch of days as said: from ≤ t < to. A month or quarter said without its year keeps `yearless` for the data to decide. */
export interface TimeRange {
  from: string | null;
  to: string | null;
  label: string;
  relative: boolean;
  /** `Q4` or `March` of an unsaid year. */
  yearless: { grain: 'month' | 'quarter' | 'half'; ordinal: number } | null;
}
export type TimePhrase =
  | { kind: 'range'; range: TimeRange; length: number }
  | { kind: 'grain'; grain: Grain; length: number }
  | { kind: 'parts'; part: 'weekday' | 'month' | 'hour'; values: number[]; label: string; length: number }
  | { kind: 'shift'; grain: 'year' | 'quarter' | 'month' | 'week' | 'previous'; length: number };

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const ORDINALS: Record<string, number> = { first: 1, '1st': 1, second: 2, '2nd': 2, third: 3, '3rd': 3, fourth: 4, '4th': 4 };
const UNITS: Record<string, 'day' | 'week' | 'month' | 'quarter' | 'year'> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  yr: 'year',
  qtr: 'quarter',
};
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

/** 1…12 for a month's name or its usual abbreviation; null otherwise. */
function monthOf(token: RawToken | undefined): number | null {
  if (token?.kind !== 'word' || token.lower.length < 3) return null;
  const index = MONTHS.findIndex(
    (month) =>
      month === token.lower ||
      (month.slice(0, 3) === token.lower && token.lower !== 'mar' && token.lower !== 'may') ||
      (month === 'september' && token.lower === 'sept'),
  );
  return index < 0 ? (token.text === 'Mar' ? 3 : null) : index + 1;
}

/** A four-digit calendar year. */
function yearOf(token: RawToken | undefined): number | null {
  if (token === undefined || (token.kind !== 'number' && token.kind !== 'word') || !/^(?:19|20)\d\d$/.test(token.text)) return null;
  return Number(token.text);
}

const range = (from: string | null, to: string | null, label: string, relative = false): TimeRange => ({
  from,
  to,
  label,
  relative,
  yearless: null,
});

function yearRange(year: number): TimeRange {
  return range(`${year}-01-01`, `${year + 1}-01-01`, String(year));
}

function partRange(grain: 'month' | 'quarter' | 'half', ordinal: number, year: number | null): TimeRange {
  const names = { month: monthName(ordinal), quarter: `Q${ordinal}`, half: `H${ordinal}` };
  if (year === null) return { from: null, to: null, label: names[grain], relative: false, yearless: { grain, ordinal } };
  const months = { month: 1, quarter: 3, half: 6 }[grain];
  const from = addMonths(`${year}-01-01`, (ordinal - 1) * months);
  return range(from, addMonths(from, months), `${names[grain]} ${year}`);
}

/** Gives an unsaid year to a range, as the data or the clock decides. */
export function withYear(unsaid: TimeRange, year: number): TimeRange {
  return unsaid.yearless === null ? unsaid : partRange(unsaid.yearless.grain, unsaid.yearless.ordinal, year);
}

type Cursor = { tokens: RawToken[]; at: number; today: string };
const lower = (cursor: Cursor, offset: number): string => cursor.tokens[cursor.at + offset]?.lower ?? '';
const skipWords = (cursor: Cursor, offset: number, words: string[]): number =>
  words.includes(lower(cursor, offset)) ? offset + 1 : offset;

/** `[of|in|,] 2017` behind a part of a year. */
function trailingYear(cursor: Cursor, offset: number): { year: number | null; length: number } {
  const after = skipWords(cursor, offset, ['of', 'in', 'for', 'year']);
  const year = yearOf(cursor.tokens[cursor.at + after]);
  return year === null ? { year: null, length: offset } : { year, length: after + 1 };
}

function monthPhrase(cursor: Cursor): TimePhrase | null {
  const token = cursor.tokens[cursor.at];
  const month = monthOf(token);
  if (month === null || token === undefined) {
    // `5 March 2017`
    const day = token?.kind === 'number' || token?.kind === 'word' ? /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(token.lower)?.[1] : undefined;
    const offset = skipWords(cursor, 1, ['of']);
    const next = monthOf(cursor.tokens[cursor.at + offset]);
    const year = yearOf(cursor.tokens[cursor.at + offset + 1]);
    if (day === undefined || next === null || year === null) return null;
    return dayPhrase(year, next, Number(day), offset + 2);
  }
  const day = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(lower(cursor, 1))?.[1];
  const dayYear = yearOf(cursor.tokens[cursor.at + 2]);
  if (day !== undefined && Number(day) <= 31 && dayYear !== null) return dayPhrase(dayYear, month, Number(day), 3);
  const { year, length } = trailingYear(cursor, 1);
  // `may` is a verb and `march` a walk, unless something says month.
  const before = cursor.tokens[cursor.at - 1]?.lower ?? '';
  const plain = token.lower === 'may' || token.lower === 'march';
  if (
    year === null &&
    plain &&
    ![
      'in',
      'during',
      'since',
      'for',
      'until',
      'and',
      'to',
      'from',
      'between',
      'after',
      'before',
      'vs',
      'of',
      'last',
      'this',
      'by',
    ].includes(before) &&
    !/^[A-Z]/.test(token.text)
  )
    return null;
  return { kind: 'range', range: partRange('month', month, year), length };
}

function dayPhrase(year: number, month: number, day: number, length: number): TimePhrase | null {
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (Number.isNaN(Date.parse(iso)) || day > 31 || day < 1) return null;
  return { kind: 'range', range: range(iso, addDays(iso, 1), iso), length };
}

function quarterPhrase(cursor: Cursor): TimePhrase | null {
  const short = /^([qh])([1-4])(?:((?:19|20)?\d\d))?$/.exec(lower(cursor, 0));
  if (short !== null && !(short[1] === 'h' && Number(short[2]) > 2)) {
    const grain = short[1] === 'q' ? 'quarter' : 'half';
    const said = short[3] === undefined ? null : Number(short[3].length === 2 ? `20${short[3]}` : short[3]);
    const { year, length } = said === null ? trailingYear(cursor, 1) : { year: said, length: 1 };
    return { kind: 'range', range: partRange(grain, Number(short[2]), year), length };
  }
  const year = yearOf(cursor.tokens[cursor.at]);
  const behind = /^([qh])([1-4])$/.exec(lower(cursor, 1));
  if (year !== null && behind !== null)
    return { kind: 'range', range: partRange(behind[1] === 'q' ? 'quarter' : 'half', Number(behind[2]), year), length: 2 };
  const ordinal = Object.hasOwn(ORDINALS, lower(cursor, 0)) ? ORDINALS[lower(cursor, 0)] : undefined;
  const unit = lower(cursor, 1);
  if (ordinal === undefined || (unit !== 'quarter' && unit !== 'half') || (unit === 'half' && ordinal > 2)) return null;
  const trailing = trailingYear(cursor, 2);
  return { kind: 'range', range: partRange(unit, ordinal, trailing.year), length: trailing.length };
}

function unitOf(word: string): 'day' | 'week' | 'month' | 'quarter' | 'year' | null {
  const singular = word.replace(/s$/, '');
  return Object.hasOwn(UNITS, singular) ? (UNITS[singular] ?? null) : null;
}

/** `last month`, `past 6 months`, `this year`, `year to date`, `yesterday`: placed by the clock. Whole periods, save for `past N days`. */
function relativePhrase(cursor: Cursor): TimePhrase | null {
  const first = lower(cursor, 0);
  const { today } = cursor;
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
    const to = startOf(unit, today);
    return { kind: 'range', range: range(periodOf(unit, to, -1), to, `last ${unit}`, true), length: 2 };
  }
  const count = numberWord(lower(cursor, 1)) ?? (/^\d{1,3}$/.test(lower(cursor, 1)) ? Number(lower(cursor, 1)) : null);
  const units = unitOf(lower(cursor, 2));
  if (count === null || count < 1 || units === null) return null;
  const to = units === 'day' ? addDays(today, 1) : startOf(units, today);
  return { kind: 'range', range: range(periodOf(units, to, -count), to, `last ${count} ${units}s`, true), length: 3 };
}

const SHIFTS = new Map<string, 'year' | 'quarter' | 'month' | 'week' | 'previous'>([
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
]);

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

function partsPhrase(cursor: Cursor): TimePhrase | null {
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
  ['fiscal year', 'year'],
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

function grainPhrase(cursor: Cursor): TimePhrase | null {
  const adverb = Object.hasOwn(ADVERBS, lower(cursor, 0)) ? ADVERBS[lower(cursor, 0)] : undefined;
  if (adverb !== undefined) return { kind: 'grain', grain: adverb, length: 1 };
  for (const [phrase, grain] of GRAIN_PHRASES) {
    const words = phrase.split(' ');
    if (words.every((word, offset) => lower(cursor, offset) === word)) return { kind: 'grain', grain, length: words.length };
  }
  return null;
}

function basicRange(cursor: Cursor): TimePhrase | null {
  const found = relativePhrase(cursor) ?? quarterPhrase(cursor) ?? monthPhrase(cursor);
  if (found !== null) return found;
  const token = cursor.tokens[cursor.at];
  if (token?.kind === 'date') return { kind: 'range', range: range(token.iso, addDays(token.iso, 1), token.iso), length: 1 };
  const offset = skipWords(cursor, 0, ['year', 'fy']);
  const year = yearOf(cursor.tokens[cursor.at + offset]);
  if (year !== null) return { kind: 'range', range: yearRange(year), length: offset + 1 };
  return null;
}

function joined(cursor: Cursor): TimePhrase | null {
  const opener = lower(cursor, 0);
  if (!['between', 'from'].includes(opener)) return null;
  const first = basicRange({ ...cursor, at: cursor.at + 1 });
  if (first?.kind !== 'range') return null;
  const middle = lower(cursor, 1 + first.length);
  if (!['and', 'to', 'until', 'till', 'through'].includes(middle)) return null;
  const second = basicRange({ ...cursor, at: cursor.at + 2 + first.length });
  if (second?.kind !== 'range') return null;
  const left =
    first.range.yearless !== null && second.range.from !== null
      ? withYear(first.range, Number(second.range.from.slice(0, 4)))
      : first.range;
  if (left.from === null || second.range.to === null) return null;
  return {
    kind: 'range',
    range: range(left.from, second.range.to, `${left.label} to ${second.range.label}`),
    length: 2 + first.length + second.length,
  };
}

function opened(cursor: Cursor): TimePhrase | null {
  const opener = lower(cursor, 0);
  const inner = basicRange({ ...cursor, at: cursor.at + 1 });
  if (inner?.kind !== 'range' || inner.range.from === null) return null;
  const { from, to, label } = inner.range;
  const length = inner.length + 1;
  if (['since'].includes(opener)) return { kind: 'range', range: range(from, null, `since ${label}`), length };
  if (['after', 'following'].includes(opener)) return { kind: 'range', range: range(to, null, `after ${label}`), length };
  if (['before', 'prior'].includes(opener)) return { kind: 'range', range: range(null, from, `before ${label}`), length };
  if (['until', 'till', 'through', 'thru'].includes(opener)) return { kind: 'range', range: range(null, to, `until ${label}`), length };
  return null;
}

/** The longest time phrase that starts at a token, if one does. `today` (YYYY-MM-DD) places relative phrases. */
export function timePhraseAt(tokens: RawToken[], at: number, today: string): TimePhrase | null {
  const cursor: Cursor = { tokens, at, today };
  return joined(cursor) ?? opened(cursor) ?? basicRange(cursor) ?? partsPhrase(cursor) ?? grainPhrase(cursor);
}
