import { sql } from 'kysely';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';

const tenantSchema = z.object({ id: z.uuid() });

/** Tenants that are open: neither frozen nor closing. */
export async function openTenants({ database }: System): Promise<string[]> {
  const { rows } = await database.systemWork((db) =>
    sql`select id from tenant where closing_at is null and frozen_at is null order by id`.execute(db),
  );
  return rows.map((row) => tenantSchema.parse(row).id);
}
