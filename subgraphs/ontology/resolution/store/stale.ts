import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import { noteChanged } from './golden.ts';

const countRow = z.object({ n: z.coerce.number() });
const sourceRow = z.object({ source: z.string(), n: z.coerce.number() });
const goneRow = z.object({ id: z.uuid(), golden: z.uuid() });

/** Joins what is known of a record; found by its id, one by one, whatever the planner takes tables without statistics for. */
export const seenBefore = sql`left join lateral (select pass, seen_at from resolution_record where record_id = e.id offset 0) as r on true`;

/** Whether a row was not gone through as it is now. */
export function isStale(pass: number, after: string | null): RawBuilder<unknown> {
  return sql`(r.seen_at is null or r.pass <> ${sql.lit(pass)} or r.seen_at <> e.updated_at) ${after === null ? sql`` : sql`and e.id > ${after}::uuid`}`;
}

/** How many rows a table has, and how many of them are to be gone through. */
export async function countStale(db: Kysely<TenantTables>, table: string, pass: number): Promise<number> {
  const { rows } = await sql`select count(*) as n from ${sql.id(table)} as e left join resolution_record as r on r.record_id = e.id
    where ${isStale(pass, null)}`.execute(db);
  return countRow.parse(rows[0]).n;
}

/** How many rows a table has of each source. */
export async function countBySource(db: Kysely<TenantTables>, table: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql`select source_object_id as source, count(*) as n from ${sql.id(table)} group by 1`.execute(db);
  return new Map(rows.map((row) => sourceRow.parse(row)).map(({ source, n }) => [source, n]));
}

/**
 * Forgets records whose row is gone, `most` at most: their golden records are made anew of what is left, those without any end. What people
 * decided about them is kept, for they may come back. @returns how many
 */
export async function forgetGone(db: Kysely<TenantTables>, entity: string, table: string, most: number): Promise<number> {
  const { rows } = await sql`select r.record_id as id, r.golden_id as golden from resolution_record as r
    where r.entity = ${entity} and not exists (select 1 from ${sql.id(table)} as e where e.id = r.record_id) limit ${most}`.execute(db);
  const gone = rows.map((row) => goneRow.parse(row));
  if (gone.length === 0) return 0;
  const ids = gone.map(({ id }) => id);
  const goldens = [...new Set(gone.map(({ golden }) => golden))];
  await sql`delete from resolution_key as k using (
      select record_id, unnest(keys) as key from resolution_record where record_id = any(${ids}::uuid[])) as old
    where k.key = old.key and k.record_id = old.record_id`.execute(db);
  await sql`with left_over as (
      delete from resolution_pair where decided_by is null and (a = any(${ids}::uuid[]) or b = any(${ids}::uuid[])) returning a, b)
    update resolution_record as r set dirty = true from (select a as id from left_over union select b from left_over) as touched
    where r.record_id = touched.id`.execute(db);
  await sql`delete from resolution_record where record_id = any(${ids}::uuid[])`.execute(db);
  await sql`update resolution_record set dirty = true where golden_id = any(${goldens}::uuid[])`.execute(db);
  const ended = sql`not exists (select 1 from resolution_record as r where r.golden_id =`;
  await sql`delete from resolution_verified as v where v.golden_id = any(${goldens}::uuid[]) and ${ended} v.golden_id)`.execute(db);
  await sql`delete from record_redirect as d where d.now = any(${goldens}::uuid[]) and ${ended} d.now)`.execute(db);
  await noteChanged(db, entity, goldens);
  return gone.length;
}
