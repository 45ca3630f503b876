export type DayOrder = 'MDY' | 'DMY';
/** The readings a value allows; a value with only FIXED reads one way whatever the column says. */
export const FIXED = 1;
export const MDY = 2;
export const DMY = 4;

export interface DateShape {
  readings: number;
  /** For FIXED: [year, month, day]; else the two numbers as written, then the year. */
  first: number;
  second: number;
  third: number;
  /** Milliseconds from midnight, null when no time is written. */
  time: number | null;
  /** Minutes east of UTC, null when no zone is written. */
  zone: number | null;
  /** Eight digits without separators: an integer to everyone but people who know. */
  compact: boolean;
  /** A month without a day. */
  monthOnly: boolean;
  twoDigitYear: boolean;
  /** How it is written, `A` and `B` standing for day and month in an order the column decides. */
  label: string;
}

const TIME = String.raw`(?:(?:[T ]|, | - )\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp]\.?[Mm]\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?`;
const NUMERIC = new RegExp(String.raw`^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})${TIME}$`, 'u');
const COMPACT = /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/u;
const YEAR_MONTH = /^(\d{4})([-/])(\d{1,2})$|^(\d{1,2})([-/])(\d{4})$/u;
const WEEKDAY = String.raw`(?:[A-Za-z]{3,9}\.?,?\s+)?`;
const DAY_NAME_YEAR = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*([A-Za-z]{3,9})\.?,?[\s\-/.]*(\d{4}|'?\d{2})${TIME}$`,
  'u',
);
const NAME_DAY_YEAR = new RegExp(
  String.raw`^${WEEKDAY}([A-Za-z]{3,9})\.?[\s\-/]*(\d{1,2})(?:st|nd|rd|th)?,?[\s\-/]+(\d{4}|'?\d{2})${TIME}$`,
  'u',
);
const YEAR_NAME_DAY = new RegExp(String.raw`^(\d{4})[\s\-/]([A-Za-z]{3,9})[\s\-/](\d{1,2})${TIME}$`, 'u');
const NAME_YEAR = /^([A-Za-z]{3,9})\.?,?[\s\-/']+(\d{4}|\d{2})$/u;
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const DAY_MS = 86_400_000;

/** What kind of date a trimmed value is, or null when it is none. Times alone are no dates; neither are Excel serials nor epochs. */
export function readDate(value: string): DateShape | null {
  const length = value.length;
  if (length < 5 || length > 45) return null;
  const first = value.charCodeAt(0);
  const digit = first >= 48 && first <= 57;
  if (!digit && !isLetter(first)) return null;
  if (digit) {
    const second = value.charCodeAt(1);
    const numeric = (second >= 48 && second <= 57) || second === 45 || second === 47 || second === 46;
    if (numeric) {
      const match = NUMERIC.exec(value);
      if (match) return fromNumeric(match);
      const compact = length === 8 ? COMPACT.exec(value) : null;
      if (compact) return fixed(Number(compact[1]), Number(compact[2]), Number(compact[3]), 'YYYYMMDD', { compact: true });
      const month = length <= 7 ? YEAR_MONTH.exec(value) : null;
      if (month) return fromYearMonth(month);
    }
    const named = DAY_NAME_YEAR.exec(value);
    if (named) return fromNamed(named, 1, 2, 3, `D${named[0].includes('-') ? '-' : ' '}MMM`);
    const yearFirst = YEAR_NAME_DAY.exec(value);
    return yearFirst ? fromNamed(yearFirst, 3, 2, 1, 'YYYY MMM D') : null;
  }
  const named = NAME_DAY_YEAR.exec(value);
  if (named) return fromNamed(named, 2, 1, 3, 'MMM D,');
  const weekday = DAY_NAME_YEAR.exec(value);
  if (weekday) return fromNamed(weekday, 1, 2, 3, 'D MMM');
  const monthYear = NAME_YEAR.exec(value);
  if (!monthYear) return null;
  const month = monthOf(monthYear[1] ?? '');
  const [year, two] = yearOf(monthYear[2] ?? '');
  return month === 0 ? null : fixed(year, month, 1, two ? 'MMM YY' : 'MMM YYYY', { monthOnly: true, twoDigitYear: two });
}

/** `YYYY-MM-DD` of the shape under the column's order, or null when it is not a date under it. */
export function toIsoDate(shape: DateShape, order: DayOrder): string | null {
  const parts = partsOf(shape, order);
  return parts && `${pad(parts[0], 4)}-${pad(parts[1], 2)}-${pad(parts[2], 2)}`;
}

/** ISO instant in UTC; a time without a zone is taken as UTC, a date without a time as its midnight. */
export function toIsoDateTime(shape: DateShape, order: DayOrder): string | null {
  const parts = partsOf(shape, order);
  if (!parts) return null;
  const date = new Date(0);
  date.setUTCFullYear(parts[0], parts[1] - 1, parts[2]);
  const instant = new Date(date.getTime() + (shape.time ?? 0) - (shape.zone ?? 0) * 60_000);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString().replace('.000Z', 'Z');
}

/** The label with the order filled in, for people: `MM/DD/YYYY`. */
export function labelFor(label: string, order: DayOrder): string {
  return order === 'MDY' ? label.replace('A', 'MM').replace('B', 'DD') : label.replace('A', 'DD').replace('B', 'MM');
}

function partsOf(shape: DateShape, order: DayOrder): [number, number, number] | null {
  if (shape.readings & FIXED) return [shape.first, shape.second, shape.third];
  if (order === 'MDY') return shape.readings & MDY ? [shape.third, shape.first, shape.second] : null;
  return shape.readings & DMY ? [shape.third, shape.second, shape.first] : null;
}

function fromNumeric(match: RegExpExecArray): DateShape | null {
  const [, a = '', separator = '', b = '', c = ''] = match;
  const time = timeOf(match, 5);
  if (time === undefined) return null;
  if (a.length === 4) {
    if (c.length > 2) return null;
    // 2016-13-01 is year, day, month: nobody writes it on purpose.
    return fixed(Number(a), Number(b), Number(c), `YYYY${separator}MM${separator}DD`, time);
  }
  if (a.length > 2 || c.length === 3 || c.length === 1) return null;
  const [first, second] = [Number(a), Number(b)];
  if (c.length === 2 && first > 31) {
    return fixed(yearOf(a)[0], second, Number(c), `YY${separator}MM${separator}DD`, { ...time, twoDigitYear: true });
  }
  const [year, twoDigitYear] = yearOf(c);
  const readings = (isDate(year, first, second) ? MDY : 0) | (isDate(year, second, first) ? DMY : 0);
  if (readings === 0) return null;
  const label = `A${separator}B${separator}${twoDigitYear ? 'YY' : 'YYYY'}${time.suffix}`;
  return { readings, first, second, third: year, time: time.time, zone: time.zone, compact: false, monthOnly: false, twoDigitYear, label };
}

function fromYearMonth(match: RegExpExecArray): DateShape | null {
  const year = Number(match[1] ?? match[6]);
  const month = Number(match[3] ?? match[4]);
  const label = match[1] === undefined ? `MM${match[5]}YYYY` : `YYYY${match[2]}MM`;
  return year < 1900 || year > 2100 ? null : fixed(year, month, 1, label, { monthOnly: true });
}

function fromNamed(match: RegExpExecArray, day: number, name: number, yearAt: number, start: string): DateShape | null {
  const month = monthOf(match[name] ?? '');
  const time = timeOf(match, 4);
  if (month === 0 || time === undefined) return null;
  const [year, twoDigitYear] = yearOf(match[yearAt] ?? '');
  const separator = start.includes('-') ? '-' : ' ';
  const label = yearAt === 1 ? start : `${start}${separator}${twoDigitYear ? 'YY' : 'YYYY'}`;
  return fixed(year, month, Number(match[day]), label, { ...time, twoDigitYear });
}

interface TimeRead {
  time: number | null;
  zone: number | null;
  suffix: string;
}

function fixed(
  year: number,
  month: number,
  day: number,
  label: string,
  over: Partial<DateShape> & { suffix?: string } = {},
): DateShape | null {
  if (!isDate(year, month, day)) return null;
  return {
    readings: FIXED,
    first: year,
    second: month,
    third: day,
    time: over.time ?? null,
    zone: over.zone ?? null,
    compact: over.compact ?? false,
    monthOnly: over.monthOnly ?? false,
    twoDigitYear: over.twoDigitYear ?? false,
    label: label + (over.suffix ?? ''),
  };
}

/** The time in groups `at`…`at + 5`; undefined when what is written is no time of day. */
function timeOf(match: RegExpExecArray, at: number): TimeRead | undefined {
  const hours = match[at];
  if (hours === undefined) return { time: null, zone: null, suffix: '' };
  const [minutes = '0', seconds, fraction, half, zone] = match.slice(at + 1, at + 6);
  let hour = Number(hours);
  const afternoon = half?.toLowerCase().startsWith('p') ?? false;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (afternoon ? 12 : 0);
  }
  if (hour > 24 || Number(minutes) > 59 || Number(seconds ?? 0) > 60) return undefined;
  const milliseconds = fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000);
  const time = ((hour * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)) * 1000 + milliseconds;
  if (time > DAY_MS) return undefined;
  const clock = (half === undefined ? 'HH' : 'h') + ':mm' + (seconds === undefined ? '' : ':ss') + (half === undefined ? '' : ' AM/PM');
  return { time, zone: zone === undefined ? null : zoneOf(zone), suffix: ` ${clock}${zone === undefined ? '' : ' zone'}` };
}

function zoneOf(zone: string): number {
  if (!/^[+-]/u.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** The year of two or four digits (POSIX: 69–99 are 19xx), and whether two were written. */
function yearOf(text: string): [year: number, twoDigits: boolean] {
  const digits = text.replace("'", '');
  const year = Number(digits);
  return digits.length === 2 ? [year >= 69 ? 1900 + year : 2000 + year, true] : [year, false];
}

function monthOf(name: string): number {
  const lower = name.toLowerCase();
  return lower === 'sept' ? 9 : MONTHS.findIndex((month) => lower === month || lower === month.slice(0, 3)) + 1;
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  if (day <= 28) return true;
  const days = month === 2 ? (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
const pad = (number: number, width: number): string => String(number).padStart(width, '0');
