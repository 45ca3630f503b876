import { sql, type RawBuilder } from 'kysely';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { FieldBinding, ObjectBinding } from '../publishing/binding.ts';
import { transformOf } from '../transform/steps.ts';
import { typedValue, violates } from '../transform/typed-value.ts';
import { explodedPage } from '../transform/unpivot-sql.ts';

/** Raw records that one statement goes over: everybody else waits for it. */
const PAGE_ROWS = 2_000;
/** More columns of one object are not summed. */
const MAX_COLUMNS = 60;
const NUMERIC: ReadonlySet<ColumnType> = new Set(['INTEGER', 'DECIMAL', 'MONEY', 'PERCENT']);

/** A field whose numbers are added up, or whose values may be set aside. */
export interface CountedField {
  readonly field: FieldBinding;
  readonly numeric: boolean;
}

/** The fields of an object that are worth counting. */
export function countedFields({ fields }: ObjectBinding): CountedField[] {
  return fields
    .map((field) => ({ field, numeric: NUMERIC.has(field.type) }))
    .filter(({ field, numeric }) => numeric || field.type !== 'TEXT' || transformOf(field.transform).length > 0)
    .slice(0, MAX_COLUMNS);
}

/** One page of an object's raw records after a key: {n, last, sums: [[raw, expected, set aside], …]}; n 0 when there are no more. */
export function landedTotals(binding: ObjectBinding, counted: readonly CountedField[], after: string | null): RawBuilder<unknown> {
  const records = sql`select record_key, data from raw_record where object_id = ${binding.objectId}::uuid and removed_at is null
    ${after === null ? sql`` : sql`and record_key > ${after}`} order by record_key limit ${sql.lit(PAGE_ROWS)}`;
  const rows = binding.unpivot
    ? explodedPage(binding.unpivot, sql`select record_key, data from source`)
    : sql`select record_key, data from source`;
  const parts = counted.map(({ field, numeric }) => {
    const raw = sql`sum(case when jsonb_typeof(data -> ${field.source}) = 'number' then (data ->> ${field.source})::numeric end)`;
    const expected = numeric ? sql`sum(${typedValue(field)})` : sql`null`;
    return sql`json_build_array(${numeric ? raw : sql`null`}, ${expected}, count(*) filter (where ${violates(field)}))`;
  });
  return sql`with source as materialized (${records}), page as materialized (${rows})
    select (select count(*) from page)::int as n, (select max(record_key) from source) as last,
      ${parts.length === 0 ? sql`'[]'::json` : sql`(select json_build_array(${sql.join(parts)}) from page)`} as sums`;
}

/** What of an object is in its typed table: {n, sums: [sum, …]}. */
export function unifiedTotals(binding: ObjectBinding, counted: readonly CountedField[]): RawBuilder<unknown> {
  const sums = counted.map(({ field, numeric }) => (numeric ? sql`sum(${sql.id(field.column)})` : sql`null`));
  return sql`select count(*)::int as n, json_build_array(${sums.length === 0 ? sql`` : sql.join(sums)}) as sums
    from ${sql.id(binding.table)} where source_object_id = ${binding.objectId}::uuid`;
}

/** How many records of an object wait in quarantine: {n}. */
export const quarantinedTotal = (objectId: string): RawBuilder<unknown> =>
  sql`select count(*)::int as n from quarantined_record where object_id = ${objectId}::uuid`;
