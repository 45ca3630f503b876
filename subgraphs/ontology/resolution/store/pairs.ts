import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import { stableId } from '../../stable-id.ts';
import type { Decision } from '../engine/types.ts';

/** Two records and what is thought of them. */
export const pairRow = z.object({
  id: z.uuid(),
  entity: z.string(),
  a: z.uuid(),
  b: z.uuid(),
  weight: z.number().nullable(),
  probability: z.number().nullable(),
  auto: z.enum(['MATCH', 'POSSIBLE']).nullable(),
  status: z.enum(['MATCH', 'POSSIBLE', 'NON_MATCH']),
  decided_by: z.uuid().nullable(),
  decided_at: z.string(),
  approval_id: z.uuid().nullable(),
});
export type PairRow = z.infer<typeof pairRow>;

/** What the score alone says of two records. */
export interface AutoPair {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
  readonly probability: number;
  readonly auto: 'MATCH' | 'POSSIBLE';
}

const dirtyRow = z.object({ id: z.uuid(), dirty: z.boolean() });

export const PAIR_COLUMNS = sql`p.id, p.entity, p.a, p.b, p.weight, p.probability, p.auto, p.status, p.decided_by, p.decided_at::text as decided_at, p.approval_id`;

/** The two in the order they are kept in. */
export function inOrderOf(a: string, b: string): readonly [string, string] {
  return a < b ? [a, b] : [b, a];
}

/** Id of the pair of two records, in whatever order. */
export function pairId(a: string, b: string): string {
  return stableId('pair', ...inOrderOf(a, b));
}

/**
 * Replaces what the score said of these records by what it says now; what people decided stays decided. All records whose clusters may change by it,
 * these and those they were or are paired with, become dirty; these are no longer stale.
 * @returns those of all of them that are dirty
 */
export async function replaceAutoPairs(
  db: Kysely<TenantTables>,
  entity: string,
  records: readonly { readonly id: string; readonly seenAt: string }[],
  pairs: readonly AutoPair[],
  pass: number,
): Promise<string[]> {
  const given = JSON.stringify(pairs.map((pair) => ({ ...pair, id: pairId(pair.a, pair.b) })));
  const seen = JSON.stringify(records.map(({ id, seenAt }) => ({ id, seen_at: seenAt })));
  const { rows } = await sql`with given as materialized (
      select * from jsonb_to_recordset(${given}::jsonb) as g(id uuid, a uuid, b uuid, weight real, probability real, auto text)
    ), seen as materialized (
      select * from jsonb_to_recordset(${seen}::jsonb) as s(id uuid, seen_at timestamptz)
    ), old as materialized (
      select p.id, p.a, p.b from resolution_pair as p join seen on p.a = seen.id where p.decided_by is null
      union select p.id, p.a, p.b from resolution_pair as p join seen on p.b = seen.id where p.decided_by is null
    ), gone as (
      delete from resolution_pair where id in (select id from old except select id from given)
    ), written as (
      insert into resolution_pair as p (id, entity, a, b, weight, probability, auto, status)
      select id, ${entity}, a, b, weight, probability, auto, auto from given
      on conflict (a, b) do update set weight = excluded.weight, probability = excluded.probability, auto = excluded.auto,
        status = case when p.decided_by is null then excluded.status else p.status end
    ), matching as (
      select a, b from given where auto = 'MATCH' union select a, b from old
    ), touched as (
      select id, bool_or(touched) as touched, max(seen_at) as seen_at from (
        select a as id, true as touched, null::timestamptz as seen_at from matching union all
        select b, true, null from matching union all select id, false, seen_at from seen) as each_one group by id
    )
    update resolution_record as r set dirty = r.dirty or t.touched or (t.seen_at is not null and r.golden_id <> r.record_id),
      seen_at = coalesce(t.seen_at, r.seen_at), pass = case when t.seen_at is null then r.pass else ${pass} end
    from touched as t where r.record_id = t.id returning r.record_id as id, r.dirty`.execute(db);
  return rows.flatMap((row) => {
    const { id, dirty } = dirtyRow.parse(row);
    return dirty ? [id] : [];
  });
}

/** Pairs that say something of clusters: same by score, or decided by a person. */
export const TELLING = sql`(p.auto = 'MATCH' or p.decided_by is not null)`;

/** A decision of a person about two records. */
export interface PersonsDecision {
  readonly a: string;
  readonly b: string;
  readonly status: Exclude<Decision, 'POSSIBLE'>;
}

/** Writes what a person decided, over whatever stood there. */
export async function decidePairs(
  db: Kysely<TenantTables>,
  entity: string,
  decisions: readonly PersonsDecision[],
  by: string,
  now: Date,
): Promise<void> {
  if (decisions.length === 0) return;
  const rows = JSON.stringify(
    decisions.map(({ a, b, status }) => {
      const [first, second] = inOrderOf(a, b);
      return { id: pairId(a, b), a: first, b: second, status };
    }),
  );
  await sql`insert into resolution_pair (id, entity, a, b, status, decided_by, decided_at)
    select id, ${entity}, a, b, status, ${by}::uuid, ${now.toISOString()}::timestamptz from jsonb_to_recordset(${rows}::jsonb) as g(id uuid, a uuid, b uuid, status text)
    on conflict (a, b) do update set status = excluded.status, decided_by = excluded.decided_by, decided_at = excluded.decided_at`.execute(
    db,
  );
}
