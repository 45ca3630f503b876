import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import type { Member } from '../work/assign-golden.ts';

const idRow = z.object({ id: z.uuid() });
const standingRow = z.object({ living: z.array(z.uuid()), known: z.boolean() });

/** A record that changes its golden record. */
export interface Move {
  readonly member: Member;
  readonly golden: string;
}

/**
 * Writes which golden record each of these records belongs to now, in its row and in what is known of it. Ids that ended lead to where their record is now,
 * or, where that is gone, to where most of its fellows went; ids that begin again lead nowhere.
 */
export async function moveRecords(db: Kysely<TenantTables>, entity: string, table: string, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  const rows = JSON.stringify(moves.map(({ member, golden }) => ({ id: member.id, golden })));
  const given = sql`jsonb_to_recordset(${rows}::jsonb) as g(id uuid, golden uuid)`;
  const touched = [...new Set(moves.flatMap(({ member, golden }) => [member.golden, golden]))];
  await sql`with given as materialized (select * from ${given}),
    rows as (update ${sql.id(table)} as e set golden_id = g.golden from given as g where e.id = g.id),
    noted as (update resolution_record as r set golden_id = g.golden from given as g where r.record_id = g.id)
    insert into resolution_changed (entity, golden_id) select ${entity}, unnest(${touched}::uuid[]) on conflict do nothing`.execute(db);
  await redirect(db, entity, moves);
}

async function redirect(db: Kysely<TenantTables>, entity: string, moves: readonly Move[]): Promise<void> {
  const ids = [...new Set(moves.flatMap(({ member, golden }) => [member.golden, golden]))];
  const own = moves.map(({ member }) => member.id);
  const { rows } =
    await sql`select coalesce((select jsonb_agg(distinct golden_id) from resolution_record where golden_id = any(${ids}::uuid[])), '[]') as living,
    exists (select 1 from record_redirect where old = any(${[...ids, ...own]}::uuid[]) or now = any(${ids}::uuid[])) as known`.execute(db);
  const { living: alive, known } = standingRow.parse(rows[0]);
  const living = new Set(alive);
  const leads = new Map<string, string>();
  // Where most of them went; the record an id was made of says more than its fellows.
  for (const old of new Set(moves.map(({ member }) => member.golden))) {
    if (living.has(old)) continue;
    const went = moves.filter(({ member }) => member.golden === old);
    const own = went.find(({ member }) => member.id === old);
    leads.set(old, own?.golden ?? mostCommon(went.map(({ golden }) => golden)));
  }
  if (known) await sql`delete from record_redirect where old = any(${[...living]}::uuid[])`.execute(db);
  if (leads.size > 0) {
    const given = JSON.stringify([...leads].map(([old, now]) => ({ old, now })));
    await sql`with given as materialized (select * from jsonb_to_recordset(${given}::jsonb) as g(old uuid, now uuid)),
      passed as (update record_redirect as r set now = g.now from given as g where r.now = g.old)
      insert into record_redirect (old, now, entity) select old, now, ${entity} from given on conflict (old) do update set now = excluded.now`.execute(
      db,
    );
  }
  if (!known) return;
  // What led to an id that a record left leads to where that record is: split again, each old id finds its own.
  await sql`update record_redirect as r set now = m.golden_id from resolution_record as m
    where r.old = m.record_id and m.record_id = any(${own}::uuid[]) and r.now <> m.golden_id`.execute(db);
}

function mostCommon(ids: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? '';
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
