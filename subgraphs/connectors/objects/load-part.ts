import { sql } from 'kysely';
import { z } from 'zod';
import type { BulkWork } from '../../kernel/database/bulk.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { LandedPart } from '../kit/connector.ts';
import { COPY_COLUMNS } from './copy-rows.ts';
import { type LandingInto, insertQuarantined, onConflict } from './landing.ts';

const changedSchema = z.object({ changed: z.coerce.number() });

/** Whether an object has any record here, removed or not. */
export function hasLanded(unit: UnitOfWork, objectId: string): Promise<boolean> {
  return unit.asTenant(
    async (db) => (await sql`select 1 from raw_record where object_id = ${objectId}::uuid limit 1`.execute(db)).rows.length > 0,
  );
}

/**
 * Loads a part of a table: straight into the landing zone when nothing of its object is there, else into a staging table of this transaction and from
 * there by key. @returns how many records are new or changed
 */
export async function loadPart(bulk: BulkWork, into: LandingInto, part: LandedPart, fresh: boolean): Promise<number> {
  const db = await bulk.asTenant();
  if (part.bad.length > 0) await insertQuarantined(db, into.objectId, into.syncId, part.bad);
  if (part.rows === 0) return 0;
  if (fresh) {
    await bulk.copy(`copy raw_record (${COPY_COLUMNS}) from stdin (format binary)`, part.bytes);
    return part.rows;
  }
  const { objectId, syncId } = into;
  await sql`create temp table landing_stage (object_id uuid, record_key text, ordinal bigint, data jsonb, content_hash text, sync_id uuid,
    changed_sync_id uuid) on commit drop`.execute(db);
  await bulk.copy(`copy landing_stage (${COPY_COLUMNS}) from stdin (format binary)`, part.bytes);
  const columns = sql.raw(COPY_COLUMNS);
  const { rows } = await sql`
    with written as (
      insert into raw_record (${columns}) select distinct on (record_key) ${columns} from landing_stage order by record_key, ordinal desc
      ${onConflict(into)} returning 1
    ) select count(*) as changed from written`.execute(db);
  const { changed } = changedSchema.parse(rows[0]);
  if (changed < part.rows)
    // Each record is looked up in the primary key: without statistics the planner would rather read all of the object.
    await sql`update raw_record set sync_id = ${syncId}::uuid where sync_id <> ${syncId}::uuid and ctid = any(array(
      select found.place from landing_stage as stage cross join lateral (
        select ctid as place from raw_record where object_id = ${objectId}::uuid and record_key = stage.record_key limit 1
      ) as found))`.execute(db);
  return changed;
}
