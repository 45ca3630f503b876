import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import type { Member } from '../work/assign-golden.ts';
import { type NewChange, rememberedOf } from './changes.ts';

const idRow = z.object({ id: z.uuid() });
const standingRow = z.object({ living: z.array(z.uuid()), known: z.boolean() });

/** A record that changes its golden record. */
export interface Move {
  readonly member: Member;
  readonly golden: string;
}

/** What became of clusters that were looked at. */
export interface ClustersWritten {
  readonly moves: readonly Move[];
  /** Records whose clusters have been looked at. */
  readonly settled: readonly string[];
  readonly changes: readonly NewChange[];
}

/**
 * Writes which golden record each of these records belongs to now, in its row and in what is known of it, and what is remembered of it: one statement,
 * since a record that arrives is resolved as fast as the database is asked. Ids that ended lead to where their record is now, or, where that is gone,
 * to where most of its fellows went; ids that begin again lead nowhere. @returns ids of what is remembered
 */
export async function writeClusters(
  db: Kysely<TenantTables>,
  { entity, table, now }: { readonly entity: string; readonly table: string; readonly now: Date },
  { moves, settled, changes }: ClustersWritten,
): Promise<string[]> {
  if (moves.length === 0 && settled.length === 0) return [];
  const given = JSON.stringify(moves.map(({ member, golden }) => ({ id: member.id, old: member.golden, golden })));
  const remembered = changes.map((change) => rememberedOf(change));
  const { rows } = await sql`with given as materialized (
      select * from jsonb_to_recordset(${given}::jsonb) as g(id uuid, old uuid, golden uuid)
    ), touched as materialized (
      select old as id from given union select golden from given
    ), living as materialized (
      select golden as id from given union
      select r.golden_id from touched as t join resolution_record as r on r.golden_id = t.id where r.record_id not in (select id from given)
    ), leads as materialized (
      select distinct on (old) old, golden as now from (
        select old, golden, bool_or(id = old) as own, count(*) as n from given group by old, golden) as went
      where old not in (select id from living) order by old, own desc, n desc, golden
    ), rows as (
      update ${sql.id(table)} as e set golden_id = g.golden from given as g where e.id = g.id
    ), noted as (
      update resolution_record as r set golden_id = coalesce(s.golden, r.golden_id), dirty = false
      from (select s.id, g.golden from unnest(${[...settled]}::uuid[]) as s(id) left join given as g on g.id = s.id) as s
      where r.record_id = s.id and (s.golden is not null or r.dirty)
    ), changed as (
      insert into resolution_changed (entity, golden_id) select ${entity}, id from touched on conflict do nothing
    ), remembered as (
      insert into resolution_change (id, entity, kind, at, decided_by, goldens, before, after, pairs)
      select id, ${entity}, kind, ${now.toISOString()}::timestamptz, decided_by, goldens::uuid[], before, after, pairs
      from jsonb_to_recordset(${JSON.stringify(remembered)}::jsonb)
        as c(id uuid, kind text, decided_by uuid, goldens text, before jsonb, after jsonb, pairs jsonb)
    ), passed as (
      update record_redirect as r set now = l.now from leads as l where r.now = l.old
    ), led as (
      insert into record_redirect (old, now, entity) select old, now, ${entity} from leads on conflict (old) do update set now = excluded.now
    )
    select (select coalesce(jsonb_agg(id), '[]') from living) as living,
      exists (select 1 from record_redirect where old in (select id from living))
        or exists (select 1 from given join record_redirect as r on r.old = given.id where r.now <> given.golden) as known`.execute(db);
  const { living, known } = standingRow.parse(rows[0]);
  if (known) await redirectAgain(db, living, moves);
  return remembered.map(({ id }) => id);
}

/** Where ids have ended before: those that began again lead nowhere, and what led to an id that a record left leads to where that record is. */
async function redirectAgain(db: Kysely<TenantTables>, living: readonly string[], moves: readonly Move[]): Promise<void> {
  const own = moves.map(({ member }) => member.id);
  await sql`delete from record_redirect where old = any(${[...living]}::uuid[])`.execute(db);
  await sql`update record_redirect as r set now = m.golden_id from resolution_record as m
    where r.old = m.record_id and m.record_id = any(${own}::uuid[]) and r.now <> m.golden_id`.execute(db);
}

/** Remembers golden records that are to be made anew, until they have been. */
export async function noteChanged(db: Kysely<TenantTables>, entity: string, goldens: readonly string[]): Promise<void> {
  if (goldens.length === 0) return;
  await sql`insert into resolution_changed (entity, golden_id) select ${entity}, unnest(${[...goldens]}::uuid[]) on conflict do nothing`.execute(
    db,
  );
}

/** Golden records that are to be made anew, `most` at most. */
export async function changedGolden(db: Kysely<TenantTables>, entity: string, most: number): Promise<string[]> {
  const { rows } = await sql`select golden_id as id from resolution_changed where entity = ${entity} limit ${most}`.execute(db);
  return rows.map((row) => idRow.parse(row).id);
}

/** They have been made anew; ALL: every one there is. */
export async function forgetChanged(db: Kysely<TenantTables>, entity: string, goldens: readonly string[] | 'ALL'): Promise<void> {
  const which = goldens === 'ALL' ? sql`` : sql`and golden_id = any(${[...goldens]}::uuid[])`;
  await sql`delete from resolution_changed where entity = ${entity} ${which}`.execute(db);
}
