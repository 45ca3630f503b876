import { monthName } from '../language/calendar.ts';
import type { Grain, Unit } from '../plan/query-plan.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const formats = new Map<number, Intl.NumberFormat>();

function grouped(value: number, decimals: number): string {
  const format =
    formats.get(decimals) ?? new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, format);
  return format.format(value);
}

/** A number as people read it: thousands separated, percent with two decimals, money with its ISO code when there is one. */
export function formatValue(value: number | null, unit: Unit, currency: string | null): string | null {
  if (value === null) return null;
  const whole = Number.isInteger(value);
  switch (unit) {
    case 'COUNT':
      return grouped(value, whole ? 0 : 2);
    case 'NUMBER':
      return grouped(value, whole ? 0 : 2);
    case 'MONEY':
      return `${grouped(value, whole ? 0 : 2)}${currency === null ? '' : ` ${currency}`}`;
    case 'PERCENT':
      return `${grouped(value * 100, 2)} %`;
    case 'DAYS':
      return `${grouped(value, 1)} days`;
  }
}

/** What a bucket of a dimension is called. */
export function formatBucket(value: unknown, grain: Grain | null): string {
  if (value === null || value === undefined) return '(none)';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const text = bucketText(value);
  switch (grain) {
    case 'weekday':
      return WEEKDAYS[Number(text) - 1] ?? text;
    case 'monthOfYear':
      return monthName(Number(text));
    case 'hour':
      return `${text.padStart(2, '0')}:00`;
    case 'month':
      return `${monthName(Number(text.slice(5, 7)))} ${text.slice(0, 4)}`;
    case 'quarter':
      return `Q${text.slice(-1)} ${text.slice(0, 4)}`;
    default:
      return text;
  }
}

/** What the database gives for a bucket, as text: dates as days, numbers and labels as they are. */
function bucketText(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}

/** First day of a calendar bucket, YYYY-MM-DD; null for recurring ones. */
export function bucketStart(value: unknown, grain: Grain | null): string | null {
  const text = bucketText(value);
  if (grain === 'year') return `${text}-01-01`;
  if (grain === 'quarter') return `${text.slice(0, 4)}-${String((Number(text.slice(-1)) - 1) * 3 + 1).padStart(2, '0')}-01`;
  if (grain === 'month') return `${text}-01`;
  return grain === 'week' || grain === 'day' ? text : null;
}

/** A driver's numeric text as a number; null stays null. Exactness beyond 2^53 is given up only here, for display. */
export function toNumber(value: unknown): number | null {
  if (value === null || value === undefined) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

/** A cell as JSON: numbers stay exact or stay text, dates are ISO. */
export function toCell(value: unknown, numeric: boolean): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString().endsWith('T00:00:00.000Z') ? value.toISOString().slice(0, 10) : value.toISOString();
  if (typeof value === 'boolean' || typeof value === 'number') return value;
  const text = typeof value === 'string' ? value : typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
  if (!numeric) return text;
  const number = Number(text);
  return Number.isFinite(number) && (!Number.isInteger(number) || Number.isSafeInteger(number)) ? number : text;
}
