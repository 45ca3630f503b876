import type { Unit } from '../gql/graphql.ts';
import { plainText } from './plain-text.ts';

const LOCALE = 'en-US';
const WHOLE = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 0 });
const DECIMAL = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 });
const COMPACT = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 1 });
const TINY = new Intl.NumberFormat(LOCALE, { notation: 'compact', maximumFractionDigits: 0 });
const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MINUTE = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** A number's text with a real minus. */
function signed(text: string): string {
  return text.replace('-', '−');
}

/** A whole number with thousands separators. */
export function formatCount(value: number): string {
  return signed(WHOLE.format(value));
}

/** A short number for tight places: 10005534 → 10M. */
export function formatCompact(value: number): string {
  return signed(COMPACT.format(value));
}

/** A fraction as a percentage: 0.6315 → 63.15 %, with at most `digits` decimals. */
export function formatPercent(fraction: number, digits = 2): string {
  return `${signed(new Intl.NumberFormat(LOCALE, { maximumFractionDigits: digits }).format(fraction * 100))}%`;
}

/** A value in its unit. Money carries no currency sign here: the client does not know the currency, the server's formattedValue does. */
export function formatValue(value: number, unit: Unit): string {
  switch (unit) {
    case 'COUNT':
      return signed(WHOLE.format(value));
    case 'PERCENT':
      return formatPercent(value);
    case 'DAYS':
      return `${signed(DECIMAL.format(value))} ${value === 1 ? 'day' : 'days'}`;
    case 'MONEY':
      return signed((Math.abs(value) >= 1000 ? WHOLE : DECIMAL).format(value));
    case 'NUMBER':
      return signed(DECIMAL.format(value));
  }
}

/** A value in its unit, short: for axes, bars and planets. */
export function formatShort(value: number, unit: Unit): string {
  if (unit === 'PERCENT') return formatPercent(value, 1);
  return signed(Math.abs(value) >= 10_000 ? COMPACT.format(value) : DECIMAL.format(Math.round(value * 10) / 10));
}

/** The shortest readable form of a value: 333518 → "334K". */
export function formatTiny(value: number, unit: Unit): string {
  return unit === 'PERCENT' ? formatPercent(value, 0) : signed(TINY.format(value));
}

/** A signed change as a fraction: −0.06 → "−6%". */
export function formatChange(fraction: number): string {
  const text = formatPercent(Math.abs(fraction), 1);
  return fraction > 0 ? `+${text}` : fraction < 0 ? `−${text}` : text;
}

/** A day (UTC) such as "3 Mar 2017"; the text itself when it is no date. */
export function formatDay(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : DAY.format(date);
}

/** A moment (UTC) to the minute. */
export function formatMoment(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : `${MINUTE.format(date)} UTC`;
}

/** How long ago `iso` was, seen from `now`, in the largest whole unit. */
export function formatAgo(iso: string, now: Date): string {
  const seconds = Math.round((now.getTime() - new Date(iso).getTime()) / 1000);
  if (Number.isNaN(seconds)) return iso;
  if (seconds < 45) return 'just now';
  const steps: readonly [number, string][] = [
    [60, 'minute'],
    [3600, 'hour'],
    [86_400, 'day'],
    [2_592_000, 'month'],
    [31_536_000, 'year'],
  ];
  const step = steps.findLast(([size]) => seconds >= size) ?? steps[0]!;
  const count = Math.max(1, Math.round(seconds / step[0]));
  return `${count} ${step[1]}${count === 1 ? '' : 's'} ago`;
}

/** A file size: 1 536 → "1.5 kB". */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${DECIMAL.format(unit === 0 ? value : Math.round(value * 10) / 10)} ${units[unit]}`;
}

/** "1 row", "2 rows". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${WHOLE.format(count)} ${count === 1 ? one : many}`;
}

/** A moment as the graph writes it. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;
const MIDNIGHT = /T00:00(:00(\.0+)?)?Z$/;

/** A table cell as text: numbers in their unit, moments as people write them, null as a dash, the rest as it is. */
export function formatCell(value: unknown, unit: Unit | null): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'number') return unit ? formatValue(value, unit) : signed(DECIMAL.format(value));
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' && MOMENT.test(value)) return MIDNIGHT.test(value) ? formatDay(value) : formatMoment(value);
  return plainText(value);
}
