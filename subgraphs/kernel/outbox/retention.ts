import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/** Entries deleted in one transaction. */
const BATCH = 1_000;

/**
 * Deletes published entries that are older than this and that no consumer has before it, oldest first, one batch. Up to where each tenant's are
 * gone is kept: a cursor from before it gets CURSOR_EXPIRED instead of a history with holes. `tenantId`: of this tenant only; null: of all. @returns how many were deleted.
 */
export function pruneOutbox(database: Database, olderThan: Date, tenantId: string | null = null): Promise<number> {
  return database.systemWork(async (db) => {
    const { rows } = await sql<{ count: string }>`
      with old as (
        select id from outbox_entry as entry
        where sequence <= (select published from relay_publication) and created_at < ${olderThan}
          ${tenantId === null ? sql`` : sql`and tenant_id = ${tenantId}::uuid`}
          and not exists (select 1 from event_delivery where event_id = entry.id)
        order by sequence limit ${BATCH} for update skip locked
      ), gone as (
        delete from outbox_entry as entry using old where entry.id = old.id returning entry.tenant_id, entry.sequence
      ), marked as (
        insert into outbox_low_water (tenant_id, sequence) select tenant_id, max(sequence) from gone group by tenant_id
        on conflict (tenant_id) do update set sequence = greatest(outbox_low_water.sequence, excluded.sequence)
      )
      select count(*) as count from gone`.execute(db);
    return Number(rows[0]?.count ?? 0);
  });
}
