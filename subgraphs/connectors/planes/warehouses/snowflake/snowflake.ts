import { z } from 'zod';
import { type VendorField, field } from '../../../vendors/records/field.ts';
import type { Vendor, VendorPage, VendorSession, VendorTable } from '../../../vendors/vendor.ts';
import { incrementalOf } from '../incremental.ts';
import { columnTypeOf, recordOf } from './cells.ts';
import { partsOf, pathOf, quoted } from './identifier.ts';
import { snowflakeAuth } from './snowflake-auth.ts';
import { type Bindings, type ResultSet, foundBy, judgeSnowflake, readPartition, runStatement } from './statement.ts';

const MAX_TABLES = 500;
const PAGE_ROWS = 1_000;
const planSchema = z.object({ key: z.array(z.string()), incremental: z.string().nullable() });
type Plan = z.infer<typeof planSchema>;
const cursorSchema = z.object({
  handle: z.string(),
  partition: z.int().nonnegative(),
  row: z.int().nonnegative(),
  highest: z.string().nullable(),
});
const CATALOGUE = `select c.table_schema, c.table_name, c.column_name, c.data_type, c.numeric_scale, c.comment, t.row_count
  from information_schema.columns c join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
  where c.table_schema <> 'INFORMATION_SCHEMA'`;
const CATALOGUE_ORDER = ' order by c.table_schema, c.table_name, c.ordinal_position';

/**
 * Snowflake by its SQL API: tables and columns from the information schema, declared keys, rows by one ordered query whose partitions are its pages.
 * Only SELECT and SHOW are sent. Source: Snowflake SQL API reference.
 */
export const snowflake: Vendor = {
  auth: snowflakeAuth,
  judge: judgeSnowflake,
  async tables(session) {
    const schema = textOf(session.settings['schema']);
    const only: Bindings = schema === undefined ? {} : { 1: { type: 'TEXT', value: schema } };
    const statement = CATALOGUE + (schema === undefined ? '' : ' and c.table_schema = ?') + CATALOGUE_ORDER;
    const rows = await allRows(session, await runStatement(session, statement, only));
    const keys = await keysOf(session);
    const tables = new Map<string, { schema: string; table: string; count: number | null; fields: VendorField[] }>();
    for (const [schemaName, table, column, type, scale, comment, count] of rows) {
      if (schemaName == null || table == null || column == null || type == null) continue;
      const path = pathOf(schemaName, table);
      if (!tables.has(path) && tables.size >= MAX_TABLES) break;
      const known = tables.get(path) ?? { schema: schemaName, table, count: count == null ? null : Number(count), fields: [] };
      tables.set(path, known);
      known.fields.push({ ...field('c', columnTypeOf(type, scale == null ? null : Number(scale)), { description: comment ?? null }), name: column, path: [column] }); // prettier-ignore
    }
    return [...tables].map(([path, { count, fields, table }]) => tableOf(session, path, table, fields, keys.get(path) ?? [], count));
  },
  async *read(session, { path, fields, plan }, { from, since }) {
    const { key, incremental } = planSchema.parse(plan);
    const kept = from === null ? null : cursorSchema.parse(from);
    const statement = selectOf(path, fields, { key, incremental }, since !== null);
    const bindings: Bindings = since === null ? {} : { 1: { type: 'TEXT', value: z.string().parse(since) } };
    yield* pagesOf(session, statement, bindings, { incremental, since, kept });
  },
};

async function* pagesOf(
  session: VendorSession,
  statement: string,
  bindings: Bindings,
  { incremental, since, kept }: { incremental: string | null; since: unknown; kept: z.infer<typeof cursorSchema> | null },
): AsyncIterable<VendorPage> {
  // What a statement found is kept for a day; when it is gone, all of it is read again.
  const again = kept === null ? null : await foundBy(session, kept.handle);
  const set = again ?? (await runStatement(session, statement, bindings));
  let highest = again === null ? null : (kept?.highest ?? null);
  const first = again === null ? { partition: 0, row: 0 } : { partition: kept?.partition ?? 0, row: kept?.row ?? 0 };
  for (let number = first.partition; number < set.partitions; number++) {
    const rows = number === 0 ? set.rows : await readPartition(session, set.handle, number);
    for (let row = number === first.partition ? first.row : 0; row < rows.length || (number === 0 && rows.length === 0); row += PAGE_ROWS) {
      const records = rows.slice(row, row + PAGE_ROWS).map((one) => recordOf(one, set.columns));
      if (incremental !== null) for (const record of records) highest = later(highest, record[incremental]);
      const end = row + records.length >= rows.length;
      const cursor = { handle: set.handle, partition: end ? number + 1 : number, row: end ? 0 : row + records.length, highest };
      yield { records, cursor, watermark: highest ?? since, last: end && number === set.partitions - 1 };
      if (rows.length === 0) return;
    }
  }
}

function selectOf(path: string, fields: readonly VendorField[], { key, incremental }: Plan, since: boolean): string {
  const { schema, table } = partsOf(path);
  const columns = fields.map(({ name }) => quoted(name)).join(', ');
  const order = [...(incremental === null ? [] : [incremental]), ...key].map(quoted);
  const where = since && incremental !== null ? ` where ${quoted(incremental)} >= to_timestamp_tz(?)` : '';
  return `select ${columns} from ${quoted(schema)}.${quoted(table)}${where}${order.length === 0 ? '' : ` order by ${order.join(', ')}`}`;
}

function tableOf(
  { settings }: VendorSession,
  path: string,
  name: string,
  fields: readonly VendorField[],
  key: readonly string[],
  count: number | null,
): VendorTable {
  const moments = fields.map((one) => ({ name: one.name, moment: one.type === 'DATETIME' }));
  const incremental = key.length === 0 ? null : incrementalOf(moments, textOf(settings['incrementalColumn']));
  return { path, name, fields, customAt: [], key, incremental, count, plan: { key: [...key], incremental } satisfies Plan };
}

/** Declared primary keys by table; columns in their order. */
async function keysOf(session: VendorSession): Promise<Map<string, string[]>> {
  const set = await runStatement(session, `show primary keys in database ${quoted(String(session.settings['database']))}`);
  const at = (name: string): number => set.columns.findIndex((column) => column.name.toLowerCase() === name);
  const [schema, table, column, place] = [at('schema_name'), at('table_name'), at('column_name'), at('key_sequence')];
  const found = new Map<string, { name: string; place: number }[]>();
  for (const row of await allRows(session, set)) {
    const path = pathOf(row[schema] ?? '', row[table] ?? '');
    found.set(path, [...(found.get(path) ?? []), { name: row[column] ?? '', place: Number(row[place]) }]);
  }
  return new Map([...found].map(([path, columns]) => [path, columns.toSorted((a, b) => a.place - b.place).map(({ name }) => name)]));
}

async function allRows(session: VendorSession, set: ResultSet): Promise<(string | null)[][]> {
  const rows = [...set.rows];
  for (let number = 1; number < set.partitions; number++) rows.push(...(await readPartition(session, set.handle, number)));
  return rows;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function later(highest: string | null, stamp: unknown): string | null {
  return typeof stamp === 'string' && (highest === null || stamp > highest) ? stamp : highest;
}
