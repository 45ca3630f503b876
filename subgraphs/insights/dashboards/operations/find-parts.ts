import type { Unit } from '../../plan/query-plan.ts';
import { columnsOf, isObject, unitOf, type Column, type Json } from './columns.ts';
import { inWords } from './read-operation.ts';

/** Something in a result that can be shown: one number, or a list. */
export type Part =
  | { kind: 'number'; path: string[]; label: string; unit: Unit }
  | { kind: 'list'; path: string[]; label: string; columns: Column[]; rows: number; names: readonly string[] };

const MAX_DEPTH = 10;
const MAX_PARTS = 40;
/** Fields that tell how a page ends, or who is who: nothing to look at. */
const SKIPPED = new Set(['pageInfo', '__typename', 'cursor']);
const ROWS = ['nodes', 'edges'];

const labelOf = (path: readonly string[]): string => {
  const said = path.filter((each) => !ROWS.includes(each) && each !== 'node');
  const last = said.at(-1) ?? 'result';
  // `totalCount` of accounts is how many accounts there are.
  if (/^(?:totalCount|count|total|length|value)$/.test(last) && said.length > 1) return inWords(said.at(-2) ?? last);
  return inWords(last);
};

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** `columns` with their labels beside `rows` of cells: the table of an answer. */
function tableOf(value: { [key: string]: Json }, path: string[]): Part | null {
  const { columns, rows } = value;
  if (!Array.isArray(columns) || !Array.isArray(rows) || !rows.every(Array.isArray) || rows.length === 0) return null;
  const names = columns.map((column) => textOf(isObject(column) ? (column['label'] ?? column['name']) : column));
  const units = columns.map((column) => (isObject(column) ? column['unit'] : null));
  const found = columnsOf(rows).map((column) => {
    const unit = units[Number(column.path[0])];
    const known = unit === 'COUNT' || unit === 'NUMBER' || unit === 'MONEY' || unit === 'PERCENT' || unit === 'DAYS' ? unit : column.unit;
    return { ...column, unit: column.kind === 'NUMBER' ? known : null };
  });
  const label = typeof value['label'] === 'string' ? value['label'] : labelOf(path);
  return { kind: 'list', path: [...path, 'rows'], label, columns: found, rows: rows.length, names };
}

/** Everything in a result that can be shown, in the order it was asked for. */
export function partsOf(data: Json, path: string[] = []): Part[] {
  if (path.length > MAX_DEPTH) return [];
  if (Array.isArray(data)) {
    if (data.length === 0) return [];
    const columns = columnsOf(data);
    return columns.length === 0 ? [] : [{ kind: 'list', path, label: labelOf(path), columns, rows: data.length, names: [] }];
  }
  if (!isObject(data)) return [];
  const table = tableOf(data, path);
  const own = table === null ? [] : [table];
  const taken = table === null ? new Set<string>() : new Set(['rows', 'columns']);
  const rest = Object.entries(data).flatMap(([key, value]): Part[] => {
    if (SKIPPED.has(key) || taken.has(key)) return [];
    if (typeof value !== 'number') return partsOf(value, [...path, key]);
    const label = key === 'value' && typeof data['label'] === 'string' ? data['label'] : labelOf([...path, key]);
    const columns = columnsOf([{ [key]: value }]);
    return columns[0]?.kind === 'NUMBER' ? [{ kind: 'number', path: [...path, key], label, unit: unitOf(key, [value], data) }] : [];
  });
  return [...own, ...rest].slice(0, MAX_PARTS);
}
