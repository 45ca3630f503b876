import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

const BATCH = 500;

/**
 * Numbers committed entries in commit-visible order and queues one delivery for every consumer that follows their topic (in
 * whichever process), in one transaction. One relay at a time: the lease row is locked for as long as it takes, another process's relay skips its turn.
 * @returns how many entries were numbered; `busy`: another process was at it, and may not have seen what this one wrote.
 */
export async function relayOutbox(database: Database): Promise<{ numbered: number; busy: boolean }> {
  return database.systemWork(async (db) => {
    const lease = await sql`select 1 from relay_lease for update skip locked`.execute(db);
    if (lease.rows.length === 0) return { numbered: 0, busy: true };
    const numbered = await sql<{ count: string }>`
      with pending as materialized (
        select id, nextval('outbox_sequence') as number
        from (select id from outbox_entry where sequence is null order by created_at, position, id limit ${BATCH}) as next
      ), numbered as (
        update outbox_entry as entry set sequence = pending.number
        from pending where entry.id = pending.id
        returning entry.id, entry.tenant_id, entry.topic, entry.sequence
      ), queued as (
        insert into event_delivery (consumer, event_id, tenant_id, sequence)
        select subscription.consumer, numbered.id, numbered.tenant_id, numbered.sequence
        from numbered join event_subscription as subscription using (topic)
      )
      select count(*) as count from numbered`.execute(db);
    return { numbered: Number(numbered.rows[0]?.count ?? 0), busy: false };
  });
}
