import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import type { ExportTable } from './export-tables.ts';

/** Rows of one file of an export. */
export const PAGE_ROWS = 1_000;

/** Rows of a table as lines of JSON. */
export interface ExportPage {
  lines: string[];
  /** The key of the last row; null: there was none. */
  last: string[] | null;
}

const rowsSchema = z.array(z.object({ line: z.string(), key: z.array(z.string()) }));

/** The rows after a key, in the order of the key. Only generated SQL: names are the catalogue's own. */
export async function readPage(unit: UnitOfWork, table: ExportTable, after: readonly string[] | null): Promise<ExportPage> {
  const columns = sql.join(table.columns.map((name) => sql`t.${sql.id(name)}`));
  const keys = table.key.map(({ name }) => sql`t.${sql.id(name)}`);
  const mine = table.place === 'DATA' ? sql`true` : sql`t.${sql.id(table.name === 'tenant' ? 'id' : 'tenant_id')} = ${unit.tenantId}::uuid`;
  const behind =
    after === null
      ? sql`true`
      : sql`(${sql.join(keys)}) > (${sql.join(table.key.map(({ type }, index) => sql`${after[index]}::${sql.raw(type)}`))})`;
  const query = sql`
    select row_to_json((select r from (select ${columns}) r))::text as line, array[${sql.join(keys.map((key) => sql`${key}::text`))}] as key
    from ${sql.id(table.name)} t where ${mine} and ${behind} order by ${sql.join(keys)} limit ${sql.lit(PAGE_ROWS)}`;
  const { rows } = table.place === 'DATA' ? await unit.asTenant((db) => query.execute(db)) : await query.execute(unit.sql);
  const read = rowsSchema.parse(rows);
  return { lines: read.map(({ line }) => line), last: read.at(-1)?.key ?? null };
}
