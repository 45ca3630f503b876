import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';

/** Records that share a key with more than this many others are not found by it: it says too little. */
const MAX_BLOCK = 40;

/** A record and the keys it is found by, hashed. */
export interface IndexedRecord {
  readonly id: string;
  readonly objectId: string;
  readonly keys: readonly string[];
}

/** Two records that share a key. */
export interface Candidate {
  readonly id: string;
  readonly other: string;
}

const candidate = z.object({ id: z.uuid(), other: z.uuid() });

/**
 * Has these records found by their keys, and by no others; new ones are their own golden record. They stay stale until their pairs are written,
 * so that what ends between the two is done again.
 */
export async function indexRecords(db: Kysely<TenantTables>, entity: string, records: readonly IndexedRecord[]): Promise<void> {
  await sql`with ${indexing(entity, records)} select 1`.execute(db);
}

/** The same as parts of a statement, for what is to be done beside it; whoever reads in that statement reads what was there before. */
export function indexing(entity: string, records: readonly IndexedRecord[]): RawBuilder<unknown> {
  const rows = JSON.stringify(records.map(({ id, objectId, keys }) => ({ id, object_id: objectId, keys: `{${keys.join(',')}}` })));
  return sql`given as materialized (
      select id, object_id, keys::bigint[] as keys from jsonb_to_recordset(${rows}::jsonb) as g(id uuid, object_id uuid, keys text)
    ), old as materialized (
      select r.record_id, unnest(r.keys) as key from resolution_record as r join given on given.id = r.record_id
    ), gone as (
      delete from resolution_key as k using old join given on given.id = old.record_id
      where k.key = old.key and k.record_id = old.record_id and old.key <> all(given.keys)
    ), noted as (
      insert into resolution_record (record_id, entity, object_id, golden_id, keys)
      select id, ${entity}, object_id, id, keys from given
      on conflict (record_id) do update set keys = excluded.keys, object_id = excluded.object_id, seen_at = null
    ), found_by as (
      insert into resolution_key (key, record_id) select distinct unnest(keys), id from given on conflict do nothing
    )`;
}

/** The records that share keys with each of these, those that share most and rarest first; at most `most` of each. */
export async function candidatesOf(db: Kysely<TenantTables>, records: readonly IndexedRecord[], most: number): Promise<Candidate[]> {
  const { rows } = await sharedKeys(records, most).execute(db);
  return rows.map((found) => candidate.parse(found));
}

/** The same as a query of {id, other}. */
export function sharedKeys(records: readonly IndexedRecord[], most: number): RawBuilder<unknown> {
  const ids = records.flatMap(({ id, keys }) => keys.map(() => id));
  const keys = records.flatMap((record) => record.keys);
  // In the order of the index, which is read no further than it has to be: a common key has a hundred thousand entries.
  return sql`
    with found as (
      select p.id, block.others from unnest(${ids}::uuid[], ${keys}::bigint[]) as p(id, key) cross join lateral (
        select array_agg(record_id) as others from (
          select record_id from resolution_key where key = p.key and record_id <> p.id order by record_id limit ${sql.lit(MAX_BLOCK)}) as entry
        ) as block
      where cardinality(block.others) between 1 and ${sql.lit(MAX_BLOCK - 1)}
    ), shared as (
      select id, other, sum(1e0::float8 / (cardinality(others) + 1)) as rarity from found cross join lateral unnest(others) as o(other)
      group by id, other
    ), ranked as (
      select id, other, row_number() over (partition by id order by rarity desc, other) as rank from shared
    )
    select id, other from ranked where rank <= ${sql.lit(most)}`;
}
