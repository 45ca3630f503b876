import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../database/unit-of-work.ts';

const zoneSchema = z.object({ zone: z.string() });

/** Whether both we and the database know a time zone of this name. */
export function isTimeZone(name: string): boolean {
  if (name !== 'UTC' && !/^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+$/u.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The time zone of the unit's tenant, by its IANA name: where days begin unless something says otherwise. */
export async function tenantTimeZone({ sql: db, tenantId }: UnitOfWork): Promise<string> {
  const { rows } = await sql`select time_zone as zone from tenant where id = ${tenantId}::uuid`.execute(db);
  return zoneSchema.safeParse(rows[0]).data?.zone ?? 'UTC';
}
