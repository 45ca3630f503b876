import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { TableContext } from './choose-entity.ts';
import { isNumeric, isTemporal } from './types.ts';

/** Columns two parts of one table have in common, at least: one added over the years is forgiven. */
const SAME_COLUMNS = 0.9;
const LEAST_COLUMNS = 2;
const PERIODS = new Set([
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
  'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'q', 'h', 'fy', 'cy', 'w', 'wk', 'week', 'quarter', 'month',
  'year', 'part', 'batch', 'chunk', 'page', 'vol', 'volume', 'first', 'second', 'third', 'fourth', 'half',
]); // prettier-ignore

/**
 * Whether two tables are one that was exported in parts: the same columns under names that differ by no more than a number or a period
 * (`sales_2022` and `sales_2023`, `trips-jan` and `trips-feb`).
 */
export function arePartsOfOne(a: TableContext, b: TableContext): boolean {
  if (a === b || subject(a) === '' || subject(a) !== subject(b) || holdSame(a, b)) return false;
  const mine = typesOf(a);
  const theirs = typesOf(b);
  const shared = [...mine].filter(([name, type]) => theirs.get(name) === type).length;
  return shared >= LEAST_COLUMNS && shared / (mine.size + theirs.size - shared) >= SAME_COLUMNS;
}

/**
 * Whether two tables hold the same records, whole or in part: a copy (`orders` and `orders (1)`) or snapshots of one table. Taken together
 * they would count twice.
 */
export function holdSame({ object: a }: TableContext, { object: b }: TableContext): boolean {
  const other = new Map(b.columns.map((column) => [column.name.toLowerCase(), column]));
  const pairs = a.columns.map((column) => [column, other.get(column.name.toLowerCase())] as const);
  if (a.rowCount === b.rowCount && pairs.every(([mine, theirs]) => theirs !== undefined && sameProfile(mine, theirs))) return true;
  const [key, theirKey] = pairs.find(([column]) => a.primaryKey?.length === 1 && a.primaryKey[0] === column.name) ?? [];
  // Rows that are counted from 1 in every file say nothing.
  if (!key || !theirKey || b.primaryKey?.[0] !== theirKey.name || (key.type === 'INTEGER' && Number(key.profile.min) <= 1)) return false;
  const examples = new Set(theirKey.profile.examples);
  const met = key.profile.examples.filter((value) => examples.has(value)).length;
  return met > 0 && met * 2 >= Math.min(examples.size, key.profile.examples.length);
}

function sameProfile({ profile: a }: DiscoveredColumn, { profile: b }: DiscoveredColumn): boolean {
  return a.distinct === b.distinct && a.blanks === b.blanks && a.min === b.min && a.max === b.max && a.mean === b.mean;
}

/** The words of the table's name that all its parts share. */
export function wholeWords({ core }: TableContext): string[] {
  return core.filter((word) => !PERIODS.has(word) && !/^\d+$/.test(word));
}

const subject = (table: TableContext): string => wholeWords(table).join(' ');

function typesOf({ object }: TableContext): ReadonlyMap<string, string> {
  const kind = (type: Parameters<typeof isNumeric>[0]): string => (isNumeric(type) ? 'NUMBER' : isTemporal(type) ? 'TIME' : type);
  return new Map(object.columns.map((column) => [column.name.toLowerCase(), kind(column.type)]));
}
