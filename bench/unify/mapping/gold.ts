import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** One field whose target is known. */
export interface GoldField {
  readonly source: string;
  readonly target: string;
}

/** Fields of one object of one vendor, and every target its fields may have. */
export interface GoldTable {
  readonly file: string;
  readonly vendor: string;
  /** What the target table or object is called. */
  readonly object: string;
  readonly fields: readonly GoldField[];
  readonly candidates: readonly string[];
}

const RENAMES = 'vendor_renames.csv';
const FIELDS = 'crm_fields.csv';
const renameSchema = z.object({ package: z.string(), staging_model: z.string(), source_column: z.string(), canonical_column: z.string() });
const fieldSchema = z.object({ object: z.string(), vendor: z.string(), source_field: z.string(), canonical_field: z.string() });

/** Reads the sets of a folder. @throws Error when it has none, or a line of one lacks a column */
export function readGold(folder: string): GoldTable[] {
  const tables = [...renames(join(folder, RENAMES)), ...commonFields(join(folder, FIELDS))];
  if (tables.length === 0) throw new Error(`${folder} has neither ${RENAMES} nor ${FIELDS}`);
  return tables;
}

/** The same tables with the candidates of all tables of their vendor: many more targets than fields, and nothing is found by elimination. */
export function crowded(tables: readonly GoldTable[]): GoldTable[] {
  const vendors = Map.groupBy(tables, ({ file, vendor }) => `${file} ${vendor}`);
  return tables.map((table) => {
    const others = (vendors.get(`${table.file} ${table.vendor}`) ?? []).flatMap(({ candidates }) => candidates);
    return { ...table, candidates: [...new Set([...table.candidates, ...others])] };
  });
}

/** Columns that a vendor’s staging models rename: targets are the names of the same model. */
function renames(path: string): GoldTable[] {
  const models = Map.groupBy(rowsOf(path, renameSchema), (row) => `${row.package} ${row.staging_model}`);
  return [...models.values()].map((rows) => ({
    file: RENAMES,
    vendor: rows[0]?.package ?? '',
    object: (rows[0]?.staging_model ?? '').replace(/^stg_[a-z\d]+(?:_[a-z\d]+)*?__/u, ''),
    fields: rows.map((row) => ({ source: row.source_column, target: row.canonical_column })),
    candidates: [...new Set(rows.map((row) => row.canonical_column))],
  }));
}

/** Fields that an integrator maps to a common model: targets are the fields of that object for every vendor. */
function commonFields(path: string): GoldTable[] {
  const rows = rowsOf(path, fieldSchema);
  const objects = Map.groupBy(rows, (row) => row.object);
  return [...Map.groupBy(rows, (row) => `${row.object} ${row.vendor}`).values()].map((of) => ({
    file: FIELDS,
    vendor: of[0]?.vendor ?? '',
    object: of[0]?.object ?? '',
    fields: of.map((row) => ({ source: row.source_field, target: row.canonical_field })),
    candidates: [...new Set((objects.get(of[0]?.object ?? '') ?? []).map((row) => row.canonical_field))],
  }));
}

function rowsOf<Row>(path: string, schema: z.ZodType<Row>): Row[] {
  if (!existsSync(path)) return [];
  const [head = '', ...lines] = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '').split(/\r?\n/u).filter((line) => line.trim() !== ''); // prettier-ignore
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return schema.parse(Object.fromEntries(names.map((name, index) => [name.trim(), cells[index]?.trim() ?? ''])));
  });
}
