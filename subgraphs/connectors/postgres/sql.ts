import { z } from 'zod';
import { columnFormatSchema } from '../files/typing/column-format.ts';
import { columnKindSchema } from './column-kind.ts';
import {
  KEY_PAGE_ROWS,
  MAX_CELL_CHARACTERS,
  OVERLAP_MINUTES,
  OVERLAP_NUMBERS,
  OVERLAP_TRANSACTIONS,
  PAGE_BYTES,
  PAGE_ROWS,
} from './limits.ts';

const keyColumnSchema = z.object({
  name: z.string(),
  /** Type to cast a value back to, as `format_type` writes it with an empty search path. */
  type: z.string(),
});

/** How to read a table: made by discovery, kept with its schema. */
export const tablePlanSchema = z.object({
  schema: z.string(),
  name: z.string(),
  /** Rows of tables that inherit from it are theirs. */
  only: z.boolean(),
  /** What the catalogue said of it, as a short text. */
  signature: z.string(),
  columns: z.array(z.object({ name: z.string(), kind: columnKindSchema, format: columnFormatSchema.nullable() })).min(1),
  /** A key with an index that pages can be read by; null: in one go, from the start. */
  paged: z.array(keyColumnSchema).min(1).nullable(),
  incremental: z.object({ name: z.string(), type: z.string(), by: z.enum(['TIME', 'NUMBER', 'TRANSACTION']) }).nullable(),
  /** The slot and publication by which its changes are followed; null: they are not. */
  replication: z.object({ slot: z.string(), publication: z.string() }).nullable().default(null),
});
export type TablePlan = z.infer<typeof tablePlanSchema>;
export type PlannedColumn = TablePlan['columns'][number];

/** What every read calls its table: a bare name in ORDER BY would mean the column of the result, as text, before that of the table. */
const TABLE = 'source_table';
const inTable = (name: string): string => `${TABLE}.${quoted(name)}`;

/** A name as SQL takes it, whatever is in it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const fromOf = ({ schema, name, only }: Pick<TablePlan, 'schema' | 'name' | 'only'>): string =>
  `from ${only ? 'only ' : ''}${quoted(schema)}.${quoted(name)} as ${TABLE}`;

/** The expression of a column's value as text, bounded. */
function cell({ name, kind }: Pick<PlannedColumn, 'name' | 'kind'>): string {
  const column = quoted(name);
  switch (kind) {
    case 'WRITTEN':
    case 'PLAIN':
      return `left(${column}::text, ${MAX_CELL_CHARACTERS + 1})`;
    case 'JSON':
      return `left(to_json(${column})::text, ${MAX_CELL_CHARACTERS + 1})`;
    case 'MONEY':
      return `${column}::numeric::text`;
    default:
      return `${column}::text`;
  }
}

/** A row as JSON text: an array of the columns' texts, then those of `extra` columns exactly as they are. */
export const rowText = (columns: readonly Pick<PlannedColumn, 'name' | 'kind'>[], extra: readonly string[]): string =>
  `to_json(array[${[...columns.map(cell), ...extra.map((name) => `${quoted(name)}::text`)].join(', ')}]::text[])::text`;

/** What a read goes by: the columns in order, and from where on. */
export interface PagedRead {
  order: { name: string; type: string }[];
  /** Values of `order` of the last row read; null: from the start. */
  after: (string | null)[] | null;
  /** Only rows past this value of the incremental column, less an overlap for what committed late. */
  since: string | null;
}

/** The next page by key: at most PAGE_ROWS rows and PAGE_BYTES, at least one row. `keys` follow the columns in each row. */
export function pageSql(plan: TablePlan, keys: readonly string[], read: PagedRead): { text: string; values: (string | null)[] } {
  const names = read.order.map(({ name }) => inTable(name));
  const values = [...(read.after ?? [])];
  const conditions: string[] = [];
  if (read.after !== null)
    conditions.push(`(${names.join(', ')}) > (${read.order.map(({ type }, i) => `$${i + 1}::text::${type}`).join(', ')})`);
  if (read.since !== null && plan.incremental !== null) {
    values.push(read.since);
    conditions.push(sinceSql(plan.incremental, values.length));
  }
  const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
  const extra = [...keys, ...read.order.map(({ name }) => name)];
  const rows = `select ${rowText(plan.columns, extra)} as r ${fromOf(plan)}${where} order by ${names.join(', ')} limit ${PAGE_ROWS}`;
  const text = `select r from (select r, sum(octet_length(r)) over (rows unbounded preceding) - octet_length(r) as before from (${rows}) page) bounded where before < ${PAGE_BYTES}`;
  return { text, values };
}

function sinceSql({ name, type, by }: NonNullable<TablePlan['incremental']>, at: number): string {
  // How many transactions ago a row was written; frozen rows are as old as can be, and rows whose number came round again are read once more.
  if (by === 'TRANSACTION')
    return `age(${TABLE}.xmin) <= txid_snapshot_xmax(txid_current_snapshot()) - $${at}::text::bigint + ${OVERLAP_TRANSACTIONS}`;
  const overlap = by === 'TIME' ? `interval '${OVERLAP_MINUTES} minutes'` : String(OVERLAP_NUMBERS);
  return `${inTable(name)} > $${at}::text::${type} - ${overlap}`;
}

/** All rows through a cursor called `source_rows`, for tables without a key to page by. */
export const cursorSql = (plan: TablePlan, keys: readonly string[]): string =>
  `declare source_rows no scroll cursor for select ${rowText(plan.columns, keys)} ${fromOf(plan)}`;

/** The highest value of the incremental column; a moment that lies ahead counts as now. */
export function watermarkSql(plan: TablePlan, incremental: NonNullable<TablePlan['incremental']>): string {
  // The oldest transaction that still runs, of this very table: what it and all later ones write is newer.
  if (incremental.by === 'TRANSACTION') return `select txid_snapshot_xmin(txid_current_snapshot())::text || ':' || ${oidOf(plan)}`;
  const highest = `max(${quoted(incremental.name)})`;
  return `select (${incremental.by === 'TIME' ? `least(${highest}, now()::${incremental.type})` : highest})::text ${fromOf(plan)}`;
}

/** The rows with these keys, in the order of `paged`. */
export function byKeysSql(
  plan: TablePlan,
  keys: readonly string[],
  asked: readonly (readonly (string | null)[])[],
): { text: string; values: (string | null)[] } {
  const paged = plan.paged ?? [];
  const lists = paged.map((_, place) => JSON.stringify(asked.map((key) => key[place] ?? null)));
  const from = paged.map((_, place) => `jsonb_array_elements_text($${place + 1}::text::jsonb)`).join(', ');
  const names = paged.map((_, place) => `"key ${place} asked"`).join(', ');
  const on = paged.map(({ name, type }, place) => `${inTable(name)} = asked."key ${place} asked"::${type}`).join(' and ');
  return {
    text: `select ${rowText(plan.columns, keys)} as r from rows from (${from}) as asked (${names}) join ${plan.only ? 'only ' : ''}${quoted(plan.schema)}.${quoted(plan.name)} as ${TABLE} on ${on}`,
    values: lists,
  };
}

/** How far transactions have got since a number, and which table it is now. $1: the number. */
export const transactionsSinceSql = (plan: TablePlan): string =>
  `select (txid_snapshot_xmax(txid_current_snapshot()) - $1::text::bigint)::text, ${oidOf(plan)}`;

const oidOf = ({ schema, name }: TablePlan): string =>
  `(select c.oid::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = ${literal(schema)} and c.relname = ${literal(name)})`;

/** A text as SQL takes it, whatever is in it. */
const literal = (text: string): string => `${text.includes('\\') ? 'E' : ''}'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** The next keys in order. */
export function keysSql(
  plan: TablePlan,
  order: readonly { name: string; type: string }[],
  after: readonly (string | null)[] | null,
): string {
  const names = order.map(({ name }) => inTable(name));
  const where =
    after === null ? '' : `where (${names.join(', ')}) > (${order.map(({ type }, i) => `$${i + 1}::text::${type}`).join(', ')})`;
  return `select ${names.map((name) => `${name}::text`).join(', ')} ${fromOf(plan)} ${where} order by ${names.join(', ')} limit ${KEY_PAGE_ROWS}`;
}
