import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { ModelEntity } from '../../../../schema/events/semantic-model.ts';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import { type Bond, weakestLink } from '../work/weakest-link.ts';
import { verifiedAmong } from './verified.ts';

/** A golden record of several records of sources. */
export interface Cluster {
  readonly id: string;
  readonly members: number;
  readonly sources: number;
  readonly verified: boolean;
  readonly weakest: number | null;
}

/** Where a page of clusters goes on. */
export interface ClusterPlace {
  readonly members: number;
  readonly id: string;
}

const clusterRow = z.object({ id: z.uuid(), members: z.int(), sources: z.int() });
const bondRow = z.object({ golden: z.uuid(), a: z.uuid(), b: z.uuid(), weight: z.number().nullable() });
const countRow = z.object({ n: z.coerce.number() });

/** The next clusters of an entity type, those of most records first. */
export async function clustersAfter(
  db: Kysely<TenantTables>,
  { table }: ModelEntity,
  after: ClusterPlace | null,
  limit: number,
): Promise<Cluster[]> {
  const behind =
    after === null
      ? sql`true`
      : sql`g.golden_members <= ${after.members} and (g.golden_members < ${after.members} or g.id > ${after.id}::uuid)`;
  const { rows } = await sql`select g.id, g.golden_members as members,
      (select count(distinct r.object_id)::int from resolution_record as r where r.golden_id = g.id) as sources
    from ${sql.id(table)} as g where g.golden_members > 1 and ${behind} order by g.golden_members desc, g.id limit ${limit}`.execute(db);
  const found = rows.map((row) => clusterRow.parse(row));
  const ids = found.map(({ id }) => id);
  const verified = await verifiedAmong(db, ids);
  const bonds = await bondsOf(db, ids);
  return found.map(({ id, members, sources }) => ({
    id,
    members,
    sources,
    verified: verified.has(id),
    weakest: weakestLink(bonds.get(id) ?? []),
  }));
}

/** How many clusters there are. */
export async function countClusters(db: Kysely<TenantTables>, { table }: ModelEntity): Promise<number> {
  const { rows } = await sql`select count(*) as n from ${sql.id(table)} as g where g.golden_members > 1`.execute(db);
  return countRow.parse(rows[0]).n;
}

/** What holds each of these golden records together. */
async function bondsOf(db: Kysely<TenantTables>, goldens: readonly string[]): Promise<Map<string, Bond[]>> {
  const { rows } = await sql`select l.golden_id as golden, p.a, p.b, case when p.decided_by is null then p.weight end as weight
    from resolution_record as l join resolution_pair as p on p.a = l.record_id and p.status = 'MATCH'
    join resolution_record as r on r.record_id = p.b and r.golden_id = l.golden_id
    where l.golden_id = any(${[...goldens]}::uuid[])`.execute(db);
  return Map.groupBy(
    rows.map((row) => bondRow.parse(row)),
    ({ golden }) => golden,
  );
}
