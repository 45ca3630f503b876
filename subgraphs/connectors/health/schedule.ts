import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';

const rowSchema = z.object({ id: z.uuid(), seconds: z.coerce.number().nullable() });

/** Seconds between two syncs by schedule, of connections that have one. A cron expression counts as the time from one start to the next. */
export async function expectedEvery(unit: UnitOfWork, connectionIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql`
    select connection_id as id,
      case kind when 'EVERY' then every_minutes * 60 else extract(epoch from next_at - last_started_at)::int end as seconds
    from connection_schedule where tenant_id = ${unit.tenantId} and connection_id = any(${[...connectionIds]}::uuid[])`.execute(unit.sql);
  const found = rows.map((row) => rowSchema.parse(row));
  return new Map(found.flatMap(({ id, seconds }) => (seconds === null || seconds <= 0 ? [] : [[id, seconds] as const])));
}
