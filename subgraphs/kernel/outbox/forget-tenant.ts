import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/** Removes what the relay remembers of a tenant that is gone: the app may only read it. */
export async function forgetTenant(database: Database, tenantId: string): Promise<void> {
  await database.systemWork((db) => sql`delete from outbox_low_water where tenant_id = ${tenantId}::uuid`.execute(db));
}
