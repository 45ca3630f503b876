import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../database/database.ts';

const rowsSchema = z.array(z.object({ id: z.string(), state: z.enum(['FROZEN', 'CLOSING']) }));

/** Tenants that are not as usual, at the start of a process: the event log tells of what changes from then on. Those that are gone count as closing. */
export async function unusualTenants(database: Database): Promise<{ tenantId: string; state: 'FROZEN' | 'CLOSING' }[]> {
  const rows = await database.systemWork(async (db) => {
    const { rows: found } = await sql`
      select tenant_id as id, 'CLOSING' as state from tenant_closure
      union all
      select id, case when closing_at is null then 'FROZEN' else 'CLOSING' end as state from tenant
      where (frozen_at is not null or closing_at is not null) and not exists (select 1 from tenant_closure c where c.tenant_id = tenant.id)`.execute(
      db,
    );
    return rowsSchema.parse(found);
  });
  return rows.map(({ id, state }) => ({ tenantId: id, state }));
}
