import type { Unit } from '../../plan/query-plan.ts';
import type { StoredView } from '../stored-view.ts';
import { isObject, type Json } from './columns.ts';

type Cell = string | number | boolean | null;

/** What a view shows of a result: one number, or a table. */
export interface ViewTable {
  value: number | null;
  unit: Unit | null;
  columns: { name: string; label: string; unit: Unit | null; type: string }[];
  rows: Cell[][];
}

/** Rows of one list that are looked at. */
const MAX_ROWS = 10_000;

function along(value: Json | undefined, path: readonly string[]): Json {
  let at: Json = value ?? null;
  for (const step of path) {
    if (Array.isArray(at)) at = step === 'length' ? at.length : (at[Number(step)] ?? null);
    else at = isObject(at) ? (at[step] ?? null) : null;
  }
  return at;
}

const cellOf = (value: Json): Cell => (typeof value === 'object' && value !== null ? JSON.stringify(value) : value);
const numberOf = (value: Json): number | null => (typeof value === 'number' && Number.isFinite(value) ? value : null);

/** Numbers of rows that stand at one place, as one. */
function together(values: readonly Json[], aggregate: StoredView['aggregate']): Cell {
  if (aggregate === 'COUNT') return values.length;
  if (aggregate === 'NONE') return cellOf(values[0] ?? null);
  const numbers = values.map(numberOf).filter((value) => value !== null);
  const sum = numbers.reduce((total, value) => total + value, 0);
  return numbers.length === 0 ? null : aggregate === 'SUM' ? sum : sum / numbers.length;
}

/** What a view shows of the data that its operation answered; null where there is nothing at its path. Pure. */
export function viewTable({ path, label, series = null, values, aggregate }: StoredView, data: Json): ViewTable | null {
  const found = along(data, path);
  if (found === null) return null;
  if (!Array.isArray(found)) {
    const [only] = values;
    return { value: numberOf(along(found, only?.path ?? [])), unit: only?.unit ?? null, columns: [], rows: [] };
  }
  const listed = found.slice(0, MAX_ROWS);
  if (label === null && values.length === 0) return { value: listed.length, unit: 'COUNT', columns: [], rows: [] };
  const keys = [label, series].filter((each) => each !== null);
  const columns = [
    ...keys.map((each) => ({ name: each.join('.'), label: each.at(-1) ?? '', unit: null, type: 'TEXT' })),
    ...(values.length === 0 ? [{ name: 'count', label: 'Count', unit: 'COUNT' as const, type: 'COUNT' }] : []),
    ...values.map((each) => ({ name: each.path.join('.'), label: each.label, unit: each.unit, type: each.unit ?? 'TEXT' })),
  ];
  const cells = (rows: readonly Json[]): Cell[] => [
    ...keys.map((key) => cellOf(along(rows[0], key))),
    ...(values.length === 0
      ? [rows.length]
      : values.map((each) =>
          together(
            rows.map((row) => along(row, each.path)),
            aggregate,
          ),
        )),
  ];
  if (aggregate === 'NONE') return { value: null, unit: null, columns, rows: listed.map((row) => cells([row])) };
  const groups = Map.groupBy(listed, (row) => JSON.stringify(keys.map((key) => along(row, key))));
  return { value: null, unit: null, columns, rows: [...groups.values()].map(cells) };
}
