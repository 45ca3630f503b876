import type { ColumnType } from '../../../../../schema/events/discovered-schema.ts';
import type { JsonRecord } from '../../../vendors/records/read-value.ts';
import type { SnowflakeColumn } from './statement.ts';

const DAY_MS = 86_400_000;
const JSON_TYPES: ReadonlySet<string> = new Set(['VARIANT', 'OBJECT', 'ARRAY']);

/** What a column of the information schema holds. */
export function columnTypeOf(type: string, scale: number | null): ColumnType {
  const name = type.toUpperCase();
  if (name === 'NUMBER' || name === 'FIXED') return (scale ?? 0) > 0 ? 'DECIMAL' : 'INTEGER';
  if (name === 'FLOAT' || name === 'REAL') return 'DECIMAL';
  if (name === 'BOOLEAN' || name === 'DATE') return name;
  return name.startsWith('TIMESTAMP') ? 'DATETIME' : 'TEXT';
}

/** A row as a record: cells are texts whatever they hold (format jsonv2). */
export const recordOf = (row: readonly (string | null)[], columns: readonly SnowflakeColumn[]): JsonRecord =>
  Object.fromEntries(columns.map((column, index) => [column.name, valueOf(row[index] ?? null, column.type.toUpperCase())]));

function valueOf(cell: string | null, type: string): unknown {
  if (cell === null) return null;
  // Days since 1970.
  if (type === 'DATE') return /^-?\d+$/u.test(cell) ? new Date(Number(cell) * DAY_MS).toISOString().slice(0, 10) : cell;
  if (type.startsWith('TIMESTAMP')) return momentOf(cell);
  if (type === 'BOOLEAN') return cell === 'true' || cell === '1' ? true : cell === 'false' || cell === '0' ? false : cell;
  return JSON_TYPES.has(type) ? jsonOf(cell) : cell;
}

/** Seconds since 1970 with a fraction; with a zone behind them for TIMESTAMP_TZ, which changes nothing about the moment. */
function momentOf(cell: string): string {
  const [, seconds, fraction = ''] = /^(-?\d+)(?:\.(\d+))?(?: \d+)?$/u.exec(cell) ?? [];
  if (seconds === undefined) return cell;
  const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
  return new Date(Number(seconds) * 1_000 + (seconds.startsWith('-') ? -ms : ms)).toISOString();
}

function jsonOf(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}
