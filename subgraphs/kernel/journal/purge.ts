import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { JournalKey } from './journal-key.ts';
import { prune } from './prune.ts';

/** Removes both chains of a tenant that is gone, with what says where they ended. May be done twice. */
export async function purgeJournal(database: Database, key: JournalKey, tenantId: string, now: Date): Promise<void> {
  for (const chain of ['REQUESTS', 'CHANGES'] as const)
    await prune(database, key, { tenantId, chain, before: null, reason: 'the tenant left' }, now);
  await database.systemWork(async (db) => {
    await sql`delete from journal_head where tenant_id = ${tenantId}::uuid`.execute(db);
    await sql`delete from journal_checkpoint where tenant_id = ${tenantId}::uuid`.execute(db);
  });
}
