import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import type { Member } from '../work/assign-golden.ts';
import { PAIR_COLUMNS, type PairRow, TELLING, pairRow } from './pairs.ts';

/** A cluster that would draw in more records than this is looked at in part: no thing has so many records. */
const MAX_COMPONENT = 2_000;

const memberRow = z.object({ id: z.uuid(), source: z.uuid(), seq: z.coerce.number(), golden: z.uuid() });
const idRow = z.object({ id: z.uuid() });

/** Records that hang together by pairs or by a golden record, and the pairs between them. */
export interface Component {
  readonly members: readonly Member[];
  readonly pairs: readonly PairRow[];
  /** Golden records among theirs that people have confirmed. */
  readonly verified: ReadonlySet<string>;
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

const stepRow = z.object({ members: z.array(memberRow), pairs: z.array(pairRow), verified: z.array(z.uuid()) });

/** Records with all that belong to the same golden records, the pairs these are in, and which of the golden records people have confirmed. */
async function stepFrom(db: Kysely<TenantTables>, ids: readonly string[]): Promise<z.infer<typeof stepRow>> {
  const { rows } = await sql`with fellow as materialized (
      select record_id as id, object_id as source, seq, golden_id as golden from resolution_record
      where golden_id in (select golden_id from resolution_record where record_id = any(${[...ids]}::uuid[]))
    ), met as materialized (
      select ${PAIR_COLUMNS} from fellow join resolution_pair as p on p.a = fellow.id where ${TELLING}
      union select ${PAIR_COLUMNS} from fellow join resolution_pair as p on p.b = fellow.id where ${TELLING}
    )
    select (select coalesce(jsonb_agg(fellow), '[]') from fellow) as members, (select coalesce(jsonb_agg(met), '[]') from met) as pairs,
      (select coalesce(jsonb_agg(v.golden_id), '[]') from resolution_verified as v where v.golden_id in (select golden from fellow)) as verified`.execute(
    db,
  );
  return stepRow.parse(rows[0]);
}

/** Everything that hangs together with these records. */
export async function componentOf(db: Kysely<TenantTables>, seeds: readonly string[]): Promise<Component> {
  const members = new Map<string, Member>();
  const pairs = new Map<string, PairRow>();
  const verified = new Set<string>();
  let frontier = [...new Set(seeds)];
  const most = MAX_COMPONENT + frontier.length;
  while (frontier.length > 0 && members.size < most) {
    const step = await stepFrom(db, frontier);
    for (const member of step.members) members.set(member.id, member);
    for (const pair of step.pairs) pairs.set(pair.id, pair);
    for (const golden of step.verified) verified.add(golden);
    frontier = [
      ...new Set(step.pairs.filter(({ status, decided_by: by }) => by === null || status === 'MATCH').flatMap(({ a, b }) => [a, b])),
    ].filter((id) => !members.has(id));
  }
  return { members: [...members.values()], pairs: [...pairs.values()], verified };
}

/** Some records whose clusters are to be looked at. */
export async function dirtyRecords(db: Kysely<TenantTables>, entity: string, limit: number): Promise<string[]> {
  const { rows } =
    await sql`select record_id as id from resolution_record where entity = ${entity} and dirty order by record_id limit ${limit}`.execute(
      db,
    );
  return rows.map((row) => idRow.parse(row).id);
}
