import { sql, type RawBuilder } from 'kysely';
import { goldenIdOf } from '../golden/define-golden.ts';
import { typedValue } from '../transform/typed-value.ts';
import { explodedPage, rawRecordsOfPage, stillThere } from '../transform/unpivot-sql.ts';
import { FEW_ROWS } from './few-rows.ts';
import type { ObjectBinding } from './binding.ts';

export const PAGE_ROWS = 1_000;

/** Identity of a canonical record: follows from the object and the record's key alone; version 5 in form. */
export function canonicalId(objectId: RawBuilder<unknown>, key: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`overlay(overlay(md5(${objectId}::text || ':' || ${key}) placing '5' from 13) placing '8' from 17)::uuid`;
}

/**
 * One page of an object's raw records, after `after` in key order, into its typed table. Rows that would not change are not touched.
 * Answers {seen, changed, last, golden, ids}: the golden records of the rows that changed, where there are such, and some of these rows.
 */
export function upsertPage(binding: ObjectBinding, after: string | null, syncId: string | null, golden: boolean): RawBuilder<unknown> {
  const table = sql.id(binding.table);
  const values: [string, RawBuilder<unknown>][] = [
    ...binding.fields.map((field): [string, RawBuilder<unknown>] => [field.column, typedValue(field)]),
    ...binding.valueMaps.map(({ column, source, cases, otherwise }): [string, RawBuilder<unknown>] => [
      column,
      typedValue({ type: 'TEXT', source, transform: [{ kind: 'WORDS', cases, otherwise }] }),
    ]),
    ...binding.concats.map((concat): [string, RawBuilder<unknown>] => [
      concat.column,
      sql`nullif(concat_ws(' ', ${sql.join(concat.sources.map(text))}), '')`,
    ]),
    ...binding.relations.map((relation): [string, RawBuilder<unknown>] => [
      relation.sourceColumn,
      sql`nullif(${text(relation.source)}, '')`,
    ]),
  ];
  const columns = values.map(([column]) => sql.id(column));
  const set = columns.map((column) => sql`${column} = excluded.${column}`);
  const current = columns.map((column) => sql`t.${column}`);
  const next = columns.map((column) => sql`excluded.${column}`);
  const list = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => (parts.length === 0 ? sql`` : sql`, ${sql.join(parts)}`);
  const sheet = binding.unpivot ?? null;
  const records = sql`
      select record_key, data from raw_record
      where object_id = ${binding.objectId}::uuid and removed_at is null
        ${after === null ? sql`` : sql`and record_key > ${after}`}
        ${syncId === null ? sql`` : sql`and changed_sync_id = ${syncId}::uuid`}
      order by record_key limit ${sql.lit(sheet === null ? PAGE_ROWS : rawRecordsOfPage(sheet))}`;
  return sql`
    with source as materialized (${records}
    ), page as materialized (${sheet === null ? sql`select record_key, data from source` : explodedPage(sheet, sql`select record_key, data from source`)}
    ), written as (
      insert into ${table} as t (id, source_object_id, source_key, updated_at${list(columns)})
      select ${canonicalId(sql`${binding.objectId}::text`, sql`record_key`)}, ${binding.objectId}::uuid, record_key, now()${list(values.map(([, value]) => value))}
      from page
      on conflict (source_object_id, source_key) do update set updated_at = excluded.updated_at${list(set)}
      ${columns.length === 0 ? sql`where false` : sql`where (${sql.join(current)}) is distinct from (${sql.join(next)})`}
      returning t.id, ${golden ? goldenIdOf('t') : sql`null::uuid`} as gid
    )
    select (select count(*) from page)::int as seen, (select count(*) from written)::int as changed, (select max(record_key) from source) as last,
      ${golden ? sql`(select coalesce(array_agg(gid), '{}') from written)` : sql`'{}'::uuid[]`}::text[] as golden,
      (select coalesce(array_agg(id), '{}') from (select id from written limit ${sql.lit(FEW_ROWS + 1)}) as first_ones)::text[] as ids`;
}

/**
 * For the rest of the transaction: freshly filled tables have no statistics yet, and a planner that takes them for empty joins
 * a hundred thousand rows with a hundred thousand one by one.
 */
export const joinByHash = sql`set local enable_nestloop = off`;

/** Rows of an object's part of a typed table that one statement may go over: some seconds of work, which everybody else waits for. */
export const RANGE_ROWS = 50_000;

/** A stretch of an object's rows in the order of their keys; null leaves that end open. */
export interface KeyRange {
  readonly after: string | null;
  readonly upTo: string | null;
}

/** The key at which the next stretch after `after` ends: {last}; no row when it is the last one. */
export function endOfRange({ table, objectId }: ObjectBinding, after: string | null): RawBuilder<unknown> {
  return sql`
    select source_key as last from ${sql.id(table)} as t where ${inRange(objectId, { after, upTo: null })}
    order by source_key offset ${sql.lit(RANGE_ROWS - 1)} limit 1`;
}

/** The rows of `t` that came from the object and are in the range. */
export function inRange(objectId: string, { after, upTo }: KeyRange): RawBuilder<unknown> {
  return sql`t.source_object_id = ${objectId}::uuid
    ${after === null ? sql`` : sql`and t.source_key > ${after}`} ${upTo === null ? sql`` : sql`and t.source_key <= ${upTo}`}`;
}

/**
 * For the rest of the transaction: pages are read along the index. Without statistics the planner expects a handful of rows, and would fetch and
 * sort all that are left for every page, which makes a million rows take ten minutes instead of one.
 */
export const alongIndex = sql`select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)`;

/** Deletes some of the rows that came from the objects; none when there are no more. Answers {gid} of each that had a golden record. */
export function clearSome(table: string, objectIds: readonly string[], golden: boolean): RawBuilder<unknown> {
  return sql`delete from ${sql.id(table)} as t where ctid = any(array(
    select ctid from ${sql.id(table)} where source_object_id = any(${[...objectIds]}::uuid[]) limit ${sql.lit(RANGE_ROWS)}))
    ${returningGolden(golden)}`;
}

/** Has a statement on `t` answer {id, gid}, the rows it touched and their golden records; nothing where there are none. */
export function returningGolden(golden: boolean): RawBuilder<unknown> {
  return golden ? sql`returning t.id, ${goldenIdOf('t')} as gid` : sql``;
}

/** Deletes the rows of a range whose raw record is gone or marked removed. Answers {gid} of each that had a golden record. */
export function deleteRemoved(binding: ObjectBinding, range: KeyRange, golden: boolean): RawBuilder<unknown> {
  const { after, upTo } = range;
  if (binding.unpivot)
    return sql`delete from ${sql.id(binding.table)} as t where ${inRange(binding.objectId, range)} and not ${stillThere(binding.unpivot, binding.objectId)}
      ${returningGolden(golden)}`;
  return sql`
    delete from ${sql.id(binding.table)} as t where ${inRange(binding.objectId, range)} and not exists (
      select 1 from raw_record as r where r.object_id = ${binding.objectId}::uuid and r.record_key = t.source_key and r.removed_at is null
        ${after === null ? sql`` : sql`and r.record_key > ${after}`} ${upTo === null ? sql`` : sql`and r.record_key <= ${upTo}`})
    ${returningGolden(golden)}`;
}

function text(column: string): RawBuilder<unknown> {
  return sql`(data ->> ${column})`;
}
