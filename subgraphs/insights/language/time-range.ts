import type { Grain } from '../plan/query-plan.ts';
import { addMonths, monthName } from './calendar.ts';
import type { RawToken } from './tokenize.ts';

/** A stretch of days as said: from ≤ t < to. A month or quarter said without its year keeps `yearless` for the data to decide. */
export interface TimeRange {
  from: string | null;
  to: string | null;
  label: string;
  relative: boolean;
  /** `Q4` or `March` of an unsaid year. */
  yearless: { grain: 'month' | 'quarter' | 'half'; ordinal: number } | null;
  /** Meant by the fiscal calendar: as said, or so many fiscal years or quarters back. Absent: by the calendar. */
  fiscal?: 'ABSOLUTE' | { unit: 'year' | 'quarter'; back: number };
}
export type TimePhrase =
  | { kind: 'range'; range: TimeRange; length: number }
  | { kind: 'grain'; grain: Grain; length: number }
  | { kind: 'parts'; part: 'weekday' | 'month' | 'hour'; values: number[]; label: string; length: number }
  | { kind: 'shift'; grain: 'year' | 'quarter' | 'month' | 'week' | 'previous'; length: number };

export const range = (from: string | null, to: string | null, label: string, relative = false): TimeRange => ({
  from,
  to,
  label,
  relative,
  yearless: null,
});

export function yearRange(year: number): TimeRange {
  return range(`${year}-01-01`, `${year + 1}-01-01`, String(year));
}

export function partRange(grain: 'month' | 'quarter' | 'half', ordinal: number, year: number | null): TimeRange {
  const names = { month: monthName(ordinal), quarter: `Q${ordinal}`, half: `H${ordinal}` };
  if (year === null) return { from: null, to: null, label: names[grain], relative: false, yearless: { grain, ordinal } };
  const months = { month: 1, quarter: 3, half: 6 }[grain];
  const from = addMonths(`${year}-01-01`, (ordinal - 1) * months);
  return range(from, addMonths(from, months), `${names[grain]} ${year}`);
}

/** Gives an unsaid year to a range, as the data or the clock decides. */
export function withYear(unsaid: TimeRange, year: number): TimeRange {
  if (unsaid.yearless === null) return unsaid;
  const dated = partRange(unsaid.yearless.grain, unsaid.yearless.ordinal, year);
  return unsaid.fiscal === undefined ? dated : { ...dated, fiscal: unsaid.fiscal };
}

/** A place in the words of a question; `today` is YYYY-MM-DD, `past` the day before which whole periods that are over end. */
export type Cursor = { tokens: RawToken[]; at: number; today: string; past: string };
export const lower = (cursor: Cursor, offset: number): string => cursor.tokens[cursor.at + offset]?.lower ?? '';
export const skipWords = (cursor: Cursor, offset: number, words: string[]): number =>
  words.includes(lower(cursor, offset)) ? offset + 1 : offset;
