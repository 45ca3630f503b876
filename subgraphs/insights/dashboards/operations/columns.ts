import type { Unit } from '../../plan/query-plan.ts';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** One field of the rows of a result, by what stands in it. */
export interface Column {
  /** From a row to it. */
  path: string[];
  kind: 'NUMBER' | 'DATE' | 'CATEGORY' | 'TEXT' | 'ID';
  /** What its numbers count; null for what is no number. */
  unit: Unit | null;
  /** Different values among the rows looked at. */
  distinct: number;
}

/** Rows that are looked at to know what a list is. */
const LOOKED_AT = 500;
const MAX_COLUMNS = 20;
const MAX_DEPTH = 3;
const MAX_CATEGORIES = 20;
const DATE = /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}.*)?)?$/;
const IDENTIFIER = /(?:^|[a-z_])(?:id|uuid|cursor|hash|token)$/i;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;
/** Names that say what a number counts. */
const UNITS: readonly (readonly [Unit, RegExp])[] = [
  ['PERCENT', /percent|share|ratio|rate$|progress|confidence|probability|score$|completeness|utili[sz]ation/i],
  ['MONEY', /amount|revenue|price|cost|spend|budget|salary|arr$|mrr$|balance|invoice/i],
  ['DAYS', /days$/i],
  ['COUNT', /count$|total$|length$|^number|records$|rows$|times$|quantity/i],
];
const PLACE_OR_PAGE = /^(?:x|y|w|h|line|position|ordinal|offset|port|version|seq)$/i;

export const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a number counts, by its name, its values and what stands beside it. */
export function unitOf(name: string, values: readonly number[], beside: { [key: string]: Json } = {}): Unit {
  const { unit } = beside;
  const [said] = UNITS.find(([known]) => known === unit) ?? [];
  if (said !== undefined) return said;
  if (typeof beside['currency'] === 'string') return 'MONEY';
  const [named] = UNITS.find(([, pattern]) => pattern.test(name)) ?? [];
  // A share is between nought and one; a rate of 40 is a number like any other.
  if (named === 'PERCENT') return values.every((value) => value >= 0 && value <= 1) ? 'PERCENT' : 'NUMBER';
  if (named !== undefined) return named;
  return values.every(Number.isInteger) ? 'COUNT' : 'NUMBER';
}

function leaves(row: Json, path: string[]): { path: string[]; value: Json }[] {
  if (Array.isArray(row))
    return path.length === 0 ? row.map((value, at) => ({ path: [String(at)], value })) : [{ path: [...path, 'length'], value: row.length }];
  if (!isObject(row) || path.length >= MAX_DEPTH) return isObject(row) ? [] : [{ path, value: row }];
  return Object.entries(row).flatMap(([key, value]) => (key === '__typename' ? [] : leaves(value, [...path, key])));
}

function columnOf(path: string[], values: readonly Json[]): Column | null {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const name = path.at(-1) ?? '';
  const distinct = new Set(known.map(String)).size;
  const column = (kind: Column['kind'], unit: Unit | null = null): Column => ({ path, kind, unit, distinct });
  if (known.every((value) => typeof value === 'number'))
    return PLACE_OR_PAGE.test(name) || IDENTIFIER.test(name) ? column('ID') : column('NUMBER', unitOf(name, known));
  const texts = known.map(String);
  if (IDENTIFIER.test(name) || texts.every((text) => UUID.test(text))) return column('ID');
  if (texts.every((text) => DATE.test(text))) return column('DATE');
  const few = distinct <= MAX_CATEGORIES && distinct < known.length;
  return column(known.every((value) => typeof value === 'boolean') || few ? 'CATEGORY' : 'TEXT');
}

/** The fields of the rows of a list, in the order they were asked for. */
export function columnsOf(rows: readonly Json[]): Column[] {
  const found = new Map<string, { path: string[]; values: Json[] }>();
  for (const row of rows.slice(0, LOOKED_AT))
    for (const { path, value } of leaves(row, [])) {
      const key = JSON.stringify(path);
      const entry = found.get(key) ?? { path, values: [] };
      entry.values.push(value);
      found.set(key, entry);
    }
  return [...found.values()].slice(0, MAX_COLUMNS).flatMap(({ path, values }) => columnOf(path, values) ?? []);
}
