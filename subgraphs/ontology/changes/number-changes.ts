import { type Kysely, sql } from 'kysely';
import { z } from 'zod';

/** Of one type, more changes at once than this are one: read it anew. */
export const MAX_AT_ONCE = 20_000;
/** Places behind the newest that are kept; older ones are told to have expired. */
export const KEPT = 200_000;

const numberedRow = z.object({ entity: z.string(), upTo: z.coerce.number(), changed: z.int(), removed: z.int(), whole: z.boolean() });
const headRow = z.object({ last: z.coerce.number() });

/** Whether changes are noted at all: not before a model was published by a version that does. */
export async function hasFeed(db: Kysely<never>): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('record_change_head') is not null as there`.execute(db);
  return rows[0]?.there === true;
}

/** What of one entity type got a place in the feed. */
export type Numbered = z.infer<typeof numberedRow> & { readonly from: number };

/** Makes one row of those that count changes; their sum stays. Only with the head's row locked. */
async function takeTogether(db: Kysely<never>): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('record_version') is not null as there`.execute(db);
  if (rows[0]?.there !== true) return;
  await sql`with gone as (delete from record_version where (select count(*) from record_version) > 1 returning n)
    insert into record_version (n) select sum(n) from gone having count(*) > 0`.execute(db);
}

/**
 * Gives everything noted and committed its place in the feed, oldest first. One at a time: the head's row is locked until the transaction
 * ends, so that whoever reads up to a place has seen all before it. @returns what was placed, by entity type
 */
export async function numberChanges(db: Kysely<never>): Promise<Numbered[]> {
  if (!(await hasFeed(db))) return [];
  const { rows: heads } = await sql`select last from record_change_head for update`.execute(db);
  if (heads[0] === undefined) return [];
  const { last: from } = headRow.parse(heads[0]);
  await takeTogether(db);
  // Whoever has to read everything anew needs none of the single changes.
  await sql`
    with crowd as (select entity from record_change where position is null group by entity having count(*) > ${MAX_AT_ONCE} or bool_or(kind = 'WHOLE')),
      gone as (delete from record_change c using crowd where c.entity = crowd.entity and c.position is null)
    insert into record_change (entity, kind) select entity, 'WHOLE' from crowd`.execute(db);
  const { rows } = await sql`
    with next as (select noted, entity, kind, ${from}::bigint + row_number() over (order by noted) as place from record_change where position is null),
      placed as (update record_change c set position = next.place from next where c.noted = next.noted)
    select entity, max(place) as "upTo", count(*) filter (where kind in ('CREATED', 'UPDATED'))::int as changed,
      count(*) filter (where kind = 'REMOVED')::int as removed, bool_or(kind = 'WHOLE') as whole
    from next group by entity order by entity`.execute(db);
  const numbered = rows.map((row) => ({ ...numberedRow.parse(row), from }));
  if (numbered.length === 0) return [];
  const last = Math.max(...numbered.map(({ upTo }) => upTo));
  await sql`update record_change_head set last = ${last}`.execute(db);
  await sql`delete from record_change where position <= ${last - KEPT}`.execute(db);
  return numbered;
}
