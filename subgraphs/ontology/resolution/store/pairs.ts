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
 */
export async function replaceAutoPairs(
  db: Kysely<TenantTables>,
  entity: string,
  records: readonly { readonly id: string; readonly seenAt: string }[],
  pairs: readonly AutoPair[],
  pass: number,
): Promise<void> {
  const ids = records.map(({ id }) => id);
  const given = JSON.stringify(pairs.map((pair) => ({ ...pair, id: pairId(pair.a, pair.b) })));
  await sql`with gone as (
      delete from resolution_pair where decided_by is null and (a = any(${ids}::uuid[]) or b = any(${ids}::uuid[])) returning a, b
    ) update resolution_record as r set dirty = true from (select a as id from gone union select b from gone) as touched
      where r.record_id = touched.id and not r.dirty`.execute(db);
  if (pairs.length > 0)
    await sql`with given as materialized (
      select * from jsonb_to_recordset(${given}::jsonb) as g(id uuid, a uuid, b uuid, weight real, probability real, auto text)
    ), written as (
      insert into resolution_pair as p (id, entity, a, b, weight, probability, auto, status)
      select id, ${entity}, a, b, weight, probability, auto, auto from given
      on conflict (a, b) do update set weight = excluded.weight, probability = excluded.probability, auto = excluded.auto
    )
    update resolution_record as r set dirty = true from (select a as id from given union select b from given) as touched
      where r.record_id = touched.id and not r.dirty`.execute(db);
  const seen = JSON.stringify(records.map(({ id, seenAt }) => ({ id, seen_at: seenAt })));
  await sql`update resolution_record as r set seen_at = s.seen_at, pass = ${pass}, dirty = r.dirty or r.golden_id <> r.record_id
    from jsonb_to_recordset(${seen}::jsonb) as s(id uuid, seen_at timestamptz) where r.record_id = s.id`.execute(db);
}

/** Pairs that any of these records is in and that say something of clusters: same by score, or decided by a person. */
export async function pairsOf(db: Kysely<TenantTables>, ids: readonly string[]): Promise<PairRow[]> {
  const { rows } = await sql`select ${PAIR_COLUMNS} from resolution_pair as p
    where (p.a = any(${[...ids]}::uuid[]) or p.b = any(${[...ids]}::uuid[])) and (p.auto = 'MATCH' or p.decided_by is not null)`.execute(
    db,
  );
  return rows.map((row) => pairRow.parse(row));
}

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
