import { sql, type Kysely } from 'kysely';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import { resolutionErrors } from '../resolution.errors.ts';
import type { PairBefore } from '../store/changes.ts';
import { PAIR_COLUMNS, type PairRow, type PersonsDecision, inOrderOf, pairId, pairRow } from '../store/pairs.ts';
import { verifiedAmong } from '../store/verified.ts';
import type { Member } from '../work/assign-golden.ts';
import { refuse } from './refused.ts';

/** Pairs of one decision, at most. */
export const MAX_PAIRS = 2_000;

/** Every pair of records of different groups. @throws Refusal when there are too many to be decided at once */
export function across(groups: readonly (readonly string[])[], status: PersonsDecision['status']): PersonsDecision[] {
  const pairs: PersonsDecision[] = [];
  for (const [i, group] of groups.entries())
    for (const a of group)
      for (const b of groups.slice(i + 1).flat()) {
        if (pairs.length >= MAX_PAIRS) refuse(resolutionErrors.RESOLUTION_TOO_MANY({ most: MAX_PAIRS }));
        pairs.push({ a, b, status });
      }
  return pairs;
}

/** As few pairs as hold all these records together. */
export function together(ids: readonly string[]): PersonsDecision[] {
  const [first, ...others] = ids;
  return first === undefined ? [] : others.map((other) => ({ a: first, b: other, status: 'MATCH' }));
}

/** How pairs stand now, each with what stood there. */
export async function pairsBefore(db: Kysely<TenantTables>, decisions: readonly PersonsDecision[]): Promise<PairBefore[]> {
  const known = new Map(
    (
      await pairsById(
        db,
        decisions.map(({ a, b }) => pairId(a, b)),
      )
    ).map((pair) => [pair.id, pair]),
  );
  return decisions.map((decision) => {
    const [a, b] = inOrderOf(decision.a, decision.b);
    return { a, b, before: known.get(pairId(a, b)) ?? null };
  });
}

/** Pairs by id. */
export async function pairsById(db: Kysely<TenantTables>, ids: readonly string[]): Promise<PairRow[]> {
  const { rows } = await sql`select ${PAIR_COLUMNS} from resolution_pair as p where p.id = any(${[...ids]}::uuid[])`.execute(db);
  return rows.map((row) => pairRow.parse(row));
}

/** @throws Refusal when golden records with these members may not become one: people confirmed two of them, or said never */
export async function mayBeOne(db: Kysely<TenantTables>, members: readonly Member[], field: string | null): Promise<void> {
  const goldens = [...new Set(members.map(({ golden }) => golden))];
  const verified = await verifiedAmong(db, goldens);
  if (verified.size > 1) refuse(resolutionErrors.RESOLUTION_BOTH_VERIFIED({ ids: [...verified].join(', ') }), field);
  const ids = members.map(({ id }) => id);
  const { rows } = await sql`select 1 from resolution_pair where a = any(${ids}::uuid[]) and b = any(${ids}::uuid[])
    and status = 'NON_MATCH' and decided_by is not null limit 1`.execute(db);
  if (rows.length > 0) refuse(resolutionErrors.RESOLUTION_NEVER({}), field);
}

/** Has pairs stand as they stood. */
export async function restorePairs(db: Kysely<TenantTables>, entity: string, pairs: readonly PairBefore[]): Promise<void> {
  const gone = pairs.filter(({ before }) => before === null).map(({ a, b }) => pairId(a, b));
  await sql`delete from resolution_pair where id = any(${gone}::uuid[])`.execute(db);
  const rows = JSON.stringify(pairs.flatMap(({ before }) => before ?? []));
  await sql`insert into resolution_pair as p (id, entity, a, b, weight, probability, auto, status, decided_by, decided_at, approval_id)
    select id, ${entity}, a, b, weight, probability, auto, status, decided_by, decided_at, approval_id from jsonb_to_recordset(${rows}::jsonb)
      as g(id uuid, a uuid, b uuid, weight real, probability real, auto text, status text, decided_by uuid, decided_at timestamptz, approval_id uuid)
    on conflict (a, b) do update set status = excluded.status, decided_by = excluded.decided_by, decided_at = excluded.decided_at`.execute(
    db,
  );
}
