import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/**
 * Gives back what earlier processes claimed, instead of waiting for their claims to run out. Only for a process that knows it is the only
 * one on the database, before it claims anything.
 */
export async function releaseClaims(database: Database): Promise<void> {
  await database.systemWork((db) =>
    sql`update event_delivery set claimed_until = null where claimed_until > clock_timestamp() and parked_at is null`.execute(db),
  );
}
