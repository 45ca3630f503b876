import { comparable } from '../../identity/name.ts';
import type { Raw } from '../../snapshot/fields.ts';
import type { TableFormat } from '../format.ts';
import { at, isObject } from '../json/values.ts';

/** Where the columns of a format are in one table: places of cells, in the order in which they are believed. */
export type Columns = ReadonlyMap<string, readonly number[]>;

export type TableMatch = { kind: 'FOUND'; format: TableFormat } | { kind: 'SEVERAL'; formats: readonly TableFormat[] } | { kind: 'NONE' };

/** Which format a table with these headings is of: the one that knows most of them; between equals the file's name decides, or nothing does. */
export function tableOf(headings: readonly string[], formats: readonly TableFormat[], fileName: string): TableMatch {
  const known = formats
    .map((format) => ({ format, columns: columnsOf(headings, format) }))
    .filter(({ format, columns }) => format.required.every((group) => group.some((column) => columns.has(column))));
  const most = Math.max(...known.map(({ columns }) => columns.size));
  const best = known.filter(({ columns }) => columns.size === most).map(({ format }) => format);
  const named = best.filter((format) => format.named.test(fileName));
  const [only, ...others] = named.length === 0 ? best : named;
  if (only === undefined) return { kind: 'NONE' };
  return others.length === 0 ? { kind: 'FOUND', format: only } : { kind: 'SEVERAL', formats: best };
}

/** What stands in brackets after a heading: a unit, currency or zone. */
const IN_BRACKETS = /\s*[([][^)\]]*[)\]]\s*$/;

/** Where a table has the columns of a format. Headings are compared by letters and digits; `Last seen (UTC)` is `Last seen` where nothing is called so as a whole. */
export function columnsOf(headings: readonly string[], format: TableFormat): Columns {
  const places = new Map<string, number>();
  for (const [place, heading] of headings.entries()) if (!places.has(comparable(heading))) places.set(comparable(heading), place);
  for (const [place, heading] of headings.entries()) {
    const bare = comparable(heading.replace(IN_BRACKETS, ''));
    if (bare !== '' && !places.has(bare)) places.set(bare, place);
  }
  const columns = Object.entries(format.columns).map(
    ([column, names]) => [column, names.flatMap((name) => places.get(name) ?? [])] as const,
  );
  return new Map(columns.filter(([, there]) => there.length > 0));
}

/** A row by the format's columns: of several cells for one the first that is not blank. */
export function rowOf(cells: readonly string[], columns: Columns): Raw {
  const row: Record<string, string> = {};
  for (const [column, places] of columns) {
    const place = places.find((each) => !isBlank(cells[each] ?? ''));
    if (place !== undefined) row[column] = (cells[place] ?? '').trim();
  }
  return row;
}

/** What exports write where there is nothing. */
const isBlank = (cell: string): boolean => /^(?:|-+|n\/a|null|none|\(empty\))$/i.test(cell.trim());

/** A cell of a JSON object as text; of a reference what it is shown as. */
export function cellOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.map(cellOf).filter(Boolean).join(', ');
  return isObject(value) ? cellOf(at(value, 'display_value') ?? at(value, 'value') ?? at(value, 'name')) : '';
}
