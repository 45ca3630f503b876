import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import type { ResolutionModel } from '../engine/types.ts';

const stateRow = z.object({
  learned_at: z.string().nullable(),
  learned_from: z.coerce.number(),
  pass: z.int(),
  histogram: z.record(z.string(), z.number()),
});
/** Where the resolution of an entity type stands. */
export type ResolutionState = z.infer<typeof stateRow>;

const lockedRow = z.looseObject({ pass: z.int().nullable() });

const modelRow = z.object({ model: z.custom<ResolutionModel>((value) => typeof value === 'object').nullable() });

/**
 * Has one piece of work at a time on an entity type's clusters, until the transaction ends. What it reads it finds by its ids, few at a time: a planner
 * without statistics of tables just filled would read all of them instead, which takes longer the more there are. @returns where it stood just before
 */
export async function lockEntity(db: Kysely<TenantTables>, tenantId: string, entity: string): Promise<ResolutionState | null> {
  const { rows } =
    await sql`select pg_advisory_xact_lock(hashtextextended(${`resolution ${tenantId} ${entity}`}, 0)), set_config('enable_seqscan', 'off', true),
    set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true), state.*
    from (select 1) as always left join (${stateOf(entity)}) as state on true`.execute(db);
  const row = lockedRow.parse(rows[0]);
  return row.pass === null ? null : stateRow.parse(row);
}

const stateOf = (entity: string): RawBuilder<unknown> =>
  sql`select learned_at::text as learned_at, learned_from, pass, histogram from resolution_state where entity = ${entity}`;

/** Where it stands; null before anything was learned. */
export async function readState(db: Kysely<TenantTables>, entity: string): Promise<ResolutionState | null> {
  const { rows } = await stateOf(entity).execute(db);
  return rows[0] === undefined ? null : stateRow.parse(rows[0]);
}

/** What was learned, null when nothing has been. */
export async function readModel(db: Kysely<TenantTables>, entity: string): Promise<ResolutionModel | null> {
  const { rows } = await sql`select model from resolution_state where entity = ${entity}`.execute(db);
  return rows[0] === undefined ? null : modelRow.parse(rows[0]).model;
}

/** Keeps what was learned of so many records; all records are to be gone through with it. */
export async function writeModel(
  db: Kysely<TenantTables>,
  entity: string,
  model: ResolutionModel,
  records: number,
  now: Date,
): Promise<void> {
  await sql`insert into resolution_state as s (entity, model, learned_at, learned_from) values (${entity}, ${JSON.stringify(model)}::jsonb, ${now.toISOString()}::timestamptz, ${records})
    on conflict (entity) do update set model = excluded.model, learned_at = excluded.learned_at, learned_from = excluded.learned_from, pass = s.pass + 1, histogram = '{}'`.execute(
    db,
  );
}

/** Has all records gone through once more, by other rules. */
export async function nextPass(db: Kysely<TenantTables>, entity: string): Promise<void> {
  await sql`update resolution_state set pass = pass + 1, histogram = '{}' where entity = ${entity}`.execute(db);
}

/** Adds scored pairs to the histogram. */
export async function addToHistogram(db: Kysely<TenantTables>, entity: string, added: Readonly<Record<string, number>>): Promise<void> {
  if (Object.keys(added).length === 0) return;
  await sql`update resolution_state set histogram = (
      select coalesce(jsonb_object_agg(key, n), '{}') from (
        select key, sum(value::bigint) as n from (
          select key, value from jsonb_each_text(histogram) union all select key, value from jsonb_each_text(${JSON.stringify(added)}::jsonb)) as bins
        group by key) as summed)
    where entity = ${entity}`.execute(db);
}
