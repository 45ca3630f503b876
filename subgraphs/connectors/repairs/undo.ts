import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { KeyedRecord } from '../objects/landing.ts';

/** Records whose former values are kept for each repair; of a larger object a complete sync brings the rest back. */
const MAX_KEPT = 100_000;
const BATCH = 1_000;
const FORGET_BATCH = 5_000;

/** Keeps records as they are before a repair changes them, once each; null data: there was none. `raw`: what they come out of quarantine as. */
export function keepForUndo(
  unit: UnitOfWork,
  repairId: string,
  objectId: string,
  records: readonly (Pick<KeyedRecord, 'key' | 'hash'> & { raw?: string | null })[],
): Promise<void> {
  return unit.asTenant(async (db) => {
    if (records.length === 0) return;
    await sql`
      insert into repair_undo (repair_id, object_id, record_key, data, content_hash, raw)
      select ${repairId}::uuid, ${objectId}::uuid, page.key, was.data, was.content_hash, page.raw
      from unnest(${records.map(({ key }) => key)}::text[], ${records.map(({ hash }) => hash)}::text[], ${records.map(({ raw }) => raw ?? null)}::text[])
        as page (key, hash, raw)
      left join lateral (select data, content_hash from raw_record
        where object_id = ${objectId}::uuid and record_key = page.key and removed_at is null limit 1) was on true
      where was.content_hash is distinct from page.hash
        and (select count(*) from repair_undo where repair_id = ${repairId}::uuid) < ${MAX_KEPT}
      on conflict (repair_id, record_key) do nothing`.execute(db);
  });
}

const restoredSchema = z.object({ changed: z.coerce.number(), removed: z.coerce.number(), kept: z.coerce.number() });

/**
 * Puts up to 1 000 records back as they were before a repair: values that it changed, and out again what was not there, into quarantine where it came
 * from. @returns what was done; again until `kept` is 0
 */
export function restoreSome(unit: UnitOfWork, repairId: string, changeId: string): Promise<z.infer<typeof restoredSchema>> {
  return unit.asTenant(async (db) => {
    const { rows } = await sql`
      with undone as (
        delete from repair_undo where repair_id = ${repairId}::uuid and record_key = any(array(
          select record_key from repair_undo where repair_id = ${repairId}::uuid order by record_key limit ${BATCH}
        )) returning *
      ), back as (
        update raw_record r set data = u.data, content_hash = u.content_hash, changed_sync_id = ${changeId}::uuid, removed_at = null, landed_at = now()
        from undone u where u.data is not null and r.object_id = u.object_id and r.record_key = u.record_key
          and r.content_hash <> u.content_hash
        returning 1
      ), out as (
        update raw_record r set removed_at = now(), changed_sync_id = ${changeId}::uuid
        from undone u where u.data is null and r.object_id = u.object_id and r.record_key = u.record_key and r.removed_at is null
        returning 1
      ), aside as (
        insert into quarantined_record (object_id, sync_id, line, code, reason, raw)
        select object_id, ${changeId}::uuid, 0, 'DRIFTED', 'the repair that let it in was rolled back', raw from undone where raw is not null
        returning 1
      )
      select (select count(*) from back) as changed, (select count(*) from out) as removed, (select count(*) from undone) as kept,
        (select count(*) from aside) as aside`.execute(db);
    return restoredSchema.parse(rows[0]);
  });
}

/** Takes up to 5 000 of what is kept for repairs of objects out for good. @returns how many; call again until it is 0. */
export function forgetRepairs(unit: UnitOfWork, objectIds: readonly string[]): Promise<number> {
  const ids = [...objectIds];
  return unit.asTenant(async (db) => {
    const kept = await sql`delete from repair_undo where ctid = any(array(
      select ctid from repair_undo where object_id = any(${ids}::uuid[]) limit ${FORGET_BATCH}
    )) returning 1`.execute(db);
    const shown = await sql`delete from repair_preview where object_id = any(${ids}::uuid[]) returning 1`.execute(db);
    return kept.rows.length + shown.rows.length;
  });
}
