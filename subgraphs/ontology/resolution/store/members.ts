import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import type { Member } from '../work/assign-golden.ts';
import { type PairRow, pairsOf } from './pairs.ts';

/** A cluster that would draw in more records than this is looked at in part: no thing has so many records. */
const MAX_COMPONENT = 2_000;

const memberRow = z.object({ id: z.uuid(), source: z.uuid(), seq: z.coerce.number(), golden: z.uuid() });
const idRow = z.object({ id: z.uuid() });

/** Records that hang together by pairs or by a golden record, and the pairs between them. */
export interface Component {
  readonly members: readonly Member[];
  readonly pairs: readonly PairRow[];
}

/** Records by id, as clusters are made of them. */
export async function membersById(db: Kysely<TenantTables>, ids: readonly string[]): Promise<Member[]> {
  const { rows } = await sql`select record_id as id, object_id as source, seq, golden_id as golden
    from resolution_record where record_id = any(${[...ids]}::uuid[])`.execute(db);
  return rows.map((row) => memberRow.parse(row));
}

/** The records of golden records. */
export async function membersOf(db: Kysely<TenantTables>, goldens: readonly string[]): Promise<Member[]> {
  const { rows } = await sql`select record_id as id, object_id as source, seq, golden_id as golden from resolution_record
    where golden_id = any(${[...new Set(goldens)]}::uuid[])`.execute(db);
  return rows.map((row) => memberRow.parse(row));
}

/** Records, and all that belong to the same golden records. */
async function fellowsOf(db: Kysely<TenantTables>, ids: readonly string[]): Promise<Member[]> {
  const { rows } = await sql`select record_id as id, object_id as source, seq, golden_id as golden from resolution_record
    where golden_id in (select golden_id from resolution_record where record_id = any(${[...ids]}::uuid[]))`.execute(db);
  return rows.map((row) => memberRow.parse(row));
}

/** Everything that hangs together with these records. */
export async function componentOf(db: Kysely<TenantTables>, seeds: readonly string[]): Promise<Component> {
  const members = new Map<string, Member>();
  const pairs = new Map<string, PairRow>();
  let frontier = [...new Set(seeds)];
  const most = MAX_COMPONENT + frontier.length;
  while (frontier.length > 0 && members.size < most) {
    const fresh = (await fellowsOf(db, frontier)).filter(({ id }) => !members.has(id));
    for (const member of fresh) members.set(member.id, member);
    const ids = [...new Set(fresh.map(({ id }) => id))];
    const near = ids.length === 0 ? [] : await pairsOf(db, ids);
    for (const pair of near) pairs.set(pair.id, pair);
    frontier = [
      ...new Set(near.filter(({ status, decided_by: by }) => by === null || status === 'MATCH').flatMap(({ a, b }) => [a, b])),
    ].filter((id) => !members.has(id));
  }
  return { members: [...members.values()], pairs: [...pairs.values()] };
}

/** Some records whose clusters are to be looked at. */
export async function dirtyRecords(db: Kysely<TenantTables>, entity: string, limit: number): Promise<string[]> {
  const { rows } =
    await sql`select record_id as id from resolution_record where entity = ${entity} and dirty order by record_id limit ${limit}`.execute(
      db,
    );
  return rows.map((row) => idRow.parse(row).id);
}

/** Their clusters have been looked at. */
export async function settleRecords(db: Kysely<TenantTables>, ids: readonly string[]): Promise<void> {
  await sql`update resolution_record set dirty = false where record_id = any(${[...ids]}::uuid[]) and dirty`.execute(db);
}
