import { z } from 'zod';
import type { ColumnType } from '../../../../../schema/events/discovered-schema.ts';
import type { JsonRecord } from '../../../vendors/records/read-value.ts';

/** A column of a table or a result. */
export interface BigQueryField {
  name: string;
  type: string;
  mode?: string | undefined;
  description?: string | undefined;
  fields?: BigQueryField[] | undefined;
}
export const bigQueryField: z.ZodType<BigQueryField> = z.lazy(() =>
  z.object({
    name: z.string(),
    type: z.string(),
    mode: z.string().optional(),
    description: z.string().optional(),
    fields: z.array(bigQueryField).optional(),
  }),
);
export const rowsSchema = z.array(z.object({ f: z.array(z.object({ v: z.unknown() })) }));
type Rows = z.infer<typeof rowsSchema>;

const TYPES: Readonly<Record<string, ColumnType>> = {
  INTEGER: 'INTEGER', INT64: 'INTEGER', FLOAT: 'DECIMAL', FLOAT64: 'DECIMAL', NUMERIC: 'DECIMAL', BIGNUMERIC: 'DECIMAL', BOOLEAN: 'BOOLEAN', BOOL: 'BOOLEAN',
  DATE: 'DATE', DATETIME: 'DATETIME', TIMESTAMP: 'DATETIME',
}; // prettier-ignore

/** What a column holds; repeated and nested ones are texts, as JSON. */
export const columnTypeOf = ({ type, mode }: BigQueryField): ColumnType =>
  mode === 'REPEATED' ? 'TEXT' : (TYPES[type.toUpperCase()] ?? 'TEXT');

/** Rows of a reply as records: cells in the order of the fields, nested ones likewise. Moments come as microseconds (useInt64Timestamp). */
export const recordsOf = (rows: Rows, fields: readonly BigQueryField[]): JsonRecord[] => rows.map(({ f }) => structOf(f, fields));

function structOf(cells: readonly { v?: unknown }[], fields: readonly BigQueryField[]): JsonRecord {
  return Object.fromEntries(fields.map((one, index) => [one.name, valueOf(cells[index]?.v, one)]));
}

const cell = z.object({ v: z.unknown() });
const struct = z.object({ f: z.array(cell) });

function valueOf(value: unknown, field: BigQueryField): unknown {
  if (value === null || value === undefined) return null;
  if (field.mode === 'REPEATED') {
    const list = z.array(cell).safeParse(value);
    return list.success ? list.data.map(({ v }) => valueOf(v, { ...field, mode: 'NULLABLE' })) : value;
  }
  const type = field.type.toUpperCase();
  if (type === 'RECORD' || type === 'STRUCT') {
    const inner = struct.safeParse(value);
    return inner.success ? structOf(inner.data.f, field.fields ?? []) : value;
  }
  if (type === 'TIMESTAMP' && typeof value === 'string' && /^-?\d+$/u.test(value)) return new Date(Number(value) / 1_000).toISOString();
  if (type === 'BOOLEAN' || type === 'BOOL') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
}
