import { sql, type RawBuilder } from 'kysely';
import { goldenIdOf } from '../golden/define-golden.ts';
import { MAX_TARGETS, MAX_VALUES, type ReferenceMatch } from '../resolution/near-match.ts';
import type { ObjectBinding, RelationBinding } from './binding.ts';
import { type KeyRange, RANGE_ROWS, inRange, returningGolden } from './materialise-sql.ts';

/** Longer texts are prose, not references. */
const MAX_VALUE_CHARACTERS = 300;

/** A value as a source wrote it and the record it means although it is written differently. */
export type NearLink = Pick<ReferenceMatch, 'value' | 'targetId'>;

/** Which of the two tables of a relation have golden records: `table` the one with the links, `target` where they lead. */
export interface GoldenEnds {
  readonly table: boolean;
  readonly target: boolean;
}

/** Records of the target and the keys by which values name them: {key, id, gid}, `gid` being what links to it hold. */
function targetRecords(relation: RelationBinding, golden: boolean, only: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  return sql`
    target as materialized (
      select raw.data ->> ${relation.targetColumn} as key, e.id, ${golden ? goldenIdOf('e') : sql`e.id`} as gid
      from raw_record as raw join ${sql.id(relation.targetTable)} as e on e.source_object_id = raw.object_id and e.source_key = raw.record_key
      where raw.object_id = ${relation.targetObjectId}::uuid and raw.removed_at is null and raw.data ->> ${relation.targetColumn} is not null ${only}
    )`;
}

/** Keys of the target by which a value names exactly one record: as written, and folded in case and spaces. */
function targetKeys(relation: RelationBinding, golden: boolean, only?: RawBuilder<unknown>): RawBuilder<unknown> {
  // Records with the same key that are the same thing are one.
  const one = golden ? sql`count(distinct gid) = 1` : sql`count(*) = 1`;
  return sql`
    ${targetRecords(relation, golden, only)}, exact as materialized (
      select key, (array_agg(gid))[1] as id from target group by key having ${one}
    ), folded as materialized (
      select ${fold(sql`key`)} as key, (array_agg(gid))[1] as id from target group by 1 having ${one}
    )`;
}

/** Remembered near matches: {value, id}. */
function nearLinks(relation: RelationBinding, near: readonly NearLink[], golden: boolean): RawBuilder<unknown> {
  const links = JSON.stringify(near.map(({ value, targetId }) => ({ value, id: targetId })));
  const said = sql`jsonb_to_recordset(${links}::jsonb) as n(value text, id uuid)`;
  return golden
    ? sql`near as (select n.value, ${goldenIdOf('e')} as id from ${said} join ${sql.id(relation.targetTable)} as e on e.id = n.id)`
    : sql`near as (select n.value, n.id from ${said})`;
}

/** What each of the `value`s names: {value, id}. */
function resolvedValues(): RawBuilder<unknown> {
  return sql`
    resolved as (
      select value.value, coalesce(exact.id, folded.id, near.id) as id from value
      left join exact on exact.key = value.value left join folded on folded.key = ${fold(sql`value.value`)}
      left join near on near.value = value.value
    )`;
}

function fold(value: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`lower(regexp_replace(btrim(${value}), '\\s+', ' ', 'g'))`;
}

/** Distinct values that name no record by key, with how many records carry each: {value, records}. */
export function unresolvedValues(binding: ObjectBinding, relation: RelationBinding, golden: boolean): RawBuilder<unknown> {
  const source = sql.id(relation.sourceColumn);
  return sql`
    with ${targetKeys(relation, golden)}, value as (
      select ${source} as value, count(*)::int as records from ${sql.id(binding.table)}
      where source_object_id = ${binding.objectId}::uuid and ${source} is not null group by 1
    )
    select value.value, value.records from value
    left join exact on exact.key = value.value left join folded on folded.key = ${fold(sql`value.value`)}
    where exact.id is null and folded.id is null and length(value.value) <= ${sql.lit(MAX_VALUE_CHARACTERS)}
    order by value.records desc, value.value limit ${sql.lit(MAX_VALUES)}`;
}

/** The target's records and the texts that name them: {id, text}. */
export function targetTexts(relation: RelationBinding): RawBuilder<unknown> {
  return sql`with ${targetRecords(relation, false)} select id::text as id, key as text from target order by key, id limit ${sql.lit(MAX_TARGETS)}`;
}

/**
 * Links every record of a range to the one it names, by key, folded key or remembered near match; clears links that no longer hold. Only
 * rows that change are touched. Answers {gid} of each that has a golden record.
 */
export function linkRecords(
  binding: ObjectBinding,
  relation: RelationBinding,
  near: readonly NearLink[],
  range: KeyRange,
  golden: GoldenEnds,
): RawBuilder<unknown> {
  const source = sql.id(relation.sourceColumn);
  const column = sql.id(relation.column);
  return sql`
    with ${targetKeys(relation, golden.target)}, ${nearLinks(relation, near, golden.target)}, value as (
      select distinct ${source} as value from ${sql.id(binding.table)} as t where ${inRange(binding.objectId, range)}
    ), ${resolvedValues()}
    update ${sql.id(binding.table)} as t set ${column} = resolved.id, updated_at = now() from resolved
    where ${inRange(binding.objectId, range)} and coalesce(t.${source}, '') = coalesce(resolved.value, '') and t.${column} is distinct from resolved.id
    ${returningGolden(golden.table)}`;
}

/**
 * Leads what led to these golden records to those that the records it names belong to now, RANGE_ROWS at a time: to be repeated until it
 * touches fewer. Answers {gid} of each row that has a golden record.
 */
export function relinkSome(
  binding: ObjectBinding,
  relation: RelationBinding,
  near: readonly NearLink[],
  changed: readonly string[],
  golden: boolean,
): RawBuilder<unknown> {
  const source = sql.id(relation.sourceColumn);
  const column = sql.id(relation.column);
  const ids = sql`${[...changed]}::uuid[]`;
  const mine = sql`t.source_object_id = ${binding.objectId}::uuid and t.${column} = any(${ids})`;
  return sql`
    with ${targetKeys(relation, true, sql`and ${goldenIdOf('e')} = any(${ids})`)}, ${nearLinks(relation, near, true)}, value as (
      select distinct ${source} as value from ${sql.id(binding.table)} as t where ${mine}
    ), ${resolvedValues()}, moved as materialized (
      select t.id, resolved.id as to_id from ${sql.id(binding.table)} as t join resolved on resolved.value = t.${source}
      where ${mine} and t.${column} is distinct from resolved.id limit ${sql.lit(RANGE_ROWS)}
    )
    update ${sql.id(binding.table)} as t set ${column} = moved.to_id, updated_at = now() from moved where t.id = moved.id
    ${returningGolden(golden)}`;
}
