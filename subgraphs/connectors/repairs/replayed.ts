import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { KeyedRecord } from '../objects/landing.ts';
import { DRIFTED } from './read-page.ts';
import { keepForUndo } from './undo.ts';

const BATCH = 500;

/** A record on its way out of quarantine. */
export interface ReplayedRecord extends KeyedRecord {
  /** In quarantine. */
  id: string;
  raw: string;
  createdAt: string;
}

const waitingSchema = z.object({ id: z.uuid(), line: z.coerce.number(), raw: z.string(), created_at: z.coerce.string() });

/** The next records of an object that wait because of drift, by id. */
export function takeSome(
  unit: UnitOfWork,
  objectId: string,
  after: string | null,
): Promise<{ id: string; line: number; raw: string; createdAt: string }[]> {
  return unit.asTenant(async (db) => {
    const { rows } = await sql`select id, line, raw, created_at::text as created_at from quarantined_record
      where object_id = ${objectId}::uuid and code = ${DRIFTED} ${after === null ? sql`` : sql`and id > ${after}::uuid`} order by id limit ${BATCH}`.execute(
      db,
    );
    return rows.map((row) => waitingSchema.parse(row)).map(({ created_at: createdAt, ...row }) => ({ ...row, createdAt }));
  });
}

const landedSchema = z.object({ changed: z.coerce.number() });

/** Lands records out of quarantine; one that has landed anew since it was put aside stays. @returns how many changed */
export async function landReplayed(
  unit: UnitOfWork,
  { objectId, runId, repairId }: { objectId: string; runId: string; repairId: string | null },
  records: readonly ReplayedRecord[],
): Promise<number> {
  if (records.length === 0) return 0;
  if (repairId !== null) await keepForUndo(unit, repairId, objectId, records);
  const last = [...new Map(records.map((record) => [record.key, record])).values()];
  return unit.asTenant(async (db) => {
    const { rows } = await sql`
      with written as (
        insert into raw_record as r (object_id, record_key, ordinal, data, content_hash, sync_id, changed_sync_id)
        select ${objectId}::uuid, page.key, page.ordinal, page.data::jsonb, page.hash, ${runId}::uuid, ${runId}::uuid
        from unnest(${last.map(({ key }) => key)}::text[], ${last.map(({ ordinal }) => ordinal)}::bigint[], ${last.map(({ data }) => data)}::text[],
          ${last.map(({ hash }) => hash)}::text[]) as page (key, ordinal, data, hash)
        on conflict (object_id, record_key) do update
        set ordinal = excluded.ordinal, data = excluded.data, content_hash = excluded.content_hash, changed_sync_id = excluded.changed_sync_id,
            sync_id = excluded.sync_id, removed_at = null, landed_at = now()
        where (r.content_hash <> excluded.content_hash or r.removed_at is not null)
          and r.landed_at <= (select min(q.created_at) from quarantined_record q where q.id = any(${last.map(({ id }) => id)}::uuid[]))
        returning 1
      )
      select count(*) as changed from written`.execute(db);
    await sql`delete from quarantined_record where id = any(${records.map(({ id }) => id)}::uuid[])`.execute(db);
    return landedSchema.parse(rows[0]).changed;
  });
}

/** What still does not fit goes on waiting, with its reason, as of the run that tried. */
export function leave(unit: UnitOfWork, runId: string, waiting: readonly { id: string; reason: string }[]): Promise<void> {
  return unit.asTenant(async (db) => {
    if (waiting.length === 0) return;
    await sql`update quarantined_record q set reason = page.reason, sync_id = ${runId}::uuid
      from unnest(${waiting.map(({ id }) => id)}::uuid[], ${waiting.map(({ reason }) => reason.slice(0, 500))}::text[]) as page (id, reason)
      where q.id = page.id`.execute(db);
  });
}
