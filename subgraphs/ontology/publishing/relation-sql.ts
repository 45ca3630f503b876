import { sql, type RawBuilder } from 'kysely';
import { MAX_TARGETS, MAX_VALUES, type ReferenceMatch } from '../resolution/near-match.ts';
import type { ObjectBinding, RelationBinding } from './binding.ts';
import { type KeyRange, inRange } from './materialise-sql.ts';

/** Longer texts are prose, not references. */
const MAX_VALUE_CHARACTERS = 300;

/** Keys of the target by which a value names exactly one record: as written, and folded in case and spaces. */
function targetKeys(relation: RelationBinding): RawBuilder<unknown> {
  return sql`
    target as materialized (
      select raw.data ->> ${relation.targetColumn} as key, e.id
      from raw_record as raw join ${sql.id(relation.targetTable)} as e on e.source_object_id = raw.object_id and e.source_key = raw.record_key
      where raw.object_id = ${relation.targetObjectId}::uuid and raw.removed_at is null and raw.data ->> ${relation.targetColumn} is not null
    ), exact as materialized (
      select key, (array_agg(id))[1] as id from target group by key having count(*) = 1
    ), folded as materialized (
      select ${fold(sql`key`)} as key, (array_agg(id))[1] as id from target group by 1 having count(*) = 1
    )`;
}

function fold(value: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`lower(regexp_replace(btrim(${value}), '\\s+', ' ', 'g'))`;
}

/** Distinct values that name no record by key, with how many records carry each: {value, records}. */
export function unresolvedValues(binding: ObjectBinding, relation: RelationBinding): RawBuilder<unknown> {
  const source = sql.id(relation.sourceColumn);
  return sql`
    with ${targetKeys(relation)}, value as (
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
  return sql`with ${targetKeys(relation)} select id::text as id, key as text from target order by key, id limit ${sql.lit(MAX_TARGETS)}`;
}

/** Links every record of a range to the one it names, by key, folded key or remembered near match; clears links that no longer hold. Only rows that change are touched. */
export function linkRecords(
  binding: ObjectBinding,
  relation: RelationBinding,
  near: readonly ReferenceMatch[],
  range: KeyRange,
): RawBuilder<unknown> {
  const source = sql.id(relation.sourceColumn);
  const column = sql.id(relation.column);
  const matches = JSON.stringify(near.map((match) => ({ value: match.value, id: match.targetId })));
  return sql`
    with ${targetKeys(relation)}, near as (
      select value, id from jsonb_to_recordset(${matches}::jsonb) as n(value text, id uuid)
    ), value as (
      select distinct ${source} as value from ${sql.id(binding.table)} as t where ${inRange(binding.objectId, range)}
    ), resolved as (
      select value.value, coalesce(exact.id, folded.id, near.id) as id from value
      left join exact on exact.key = value.value left join folded on folded.key = ${fold(sql`value.value`)}
      left join near on near.value = value.value
    )
    update ${sql.id(binding.table)} as t set ${column} = resolved.id, updated_at = now() from resolved
    where ${inRange(binding.objectId, range)} and coalesce(t.${source}, '') = coalesce(resolved.value, '') and t.${column} is distinct from resolved.id`;
}
