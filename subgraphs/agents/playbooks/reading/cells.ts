import type { Cell } from '../report.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** Longer texts are cut: they are names. */
const MAX_NAME = 120;

/** What a cell says, trimmed; null when it says nothing. */
export function textOf(cell: Cell | undefined): string | null {
  const text = cell === null || cell === undefined ? '' : String(cell).trim().slice(0, MAX_NAME);
  return text === '' ? null : text;
}
export const numberOf = (cell: Cell | undefined): number | null => (typeof cell === 'number' && Number.isFinite(cell) ? cell : null);
/** YYYY-MM-DD of a day or time; null when it is none. */
export const dayOf = (cell: Cell | undefined): string | null =>
  typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}/.test(cell) ? cell.slice(0, 10) : null;

/** `2026-04` of `April 2026`; null when it is no month. */
export function monthOf(cell: Cell | undefined): string | null {
  if (typeof cell !== 'string') return null;
  const iso = /^(\d{4}-\d{2})/.exec(cell)?.[1];
  if (iso !== undefined) return iso;
  const [name = '', year = ''] = cell.split(' ');
  const index = MONTHS.indexOf(name);
  return index < 0 || !/^\d{4}$/.test(year) ? null : `${year}-${String(index + 1).padStart(2, '0')}`;
}

/** The month so many months before the one of a day, as `2026-04`. */
export function monthBefore(day: string, months: number): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - months);
  return at.toISOString().slice(0, 7);
}

/** Money as people read it; the currency is the tenant's. */
export const money = (value: number): string => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2));
export const cents = (value: number): number => Math.round(value * 100) / 100;
export const counted = (count: number, what: string, plural = `${what}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? what : plural}`;

/** The one in the middle of a list that is not empty. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Names that differ in case and space only are one. */
export const keyOf = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, ' ');
