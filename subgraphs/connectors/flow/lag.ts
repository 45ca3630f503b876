import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';

const lagSchema = z.object({ seconds: z.coerce.number() });

/**
 * Seconds from landing to metrics, by connection: of the oldest records that are still on their way since then, else of those that arrived last.
 * `connectionId` null: of all connections, in no order.
 */
export async function lagsOf(unit: UnitOfWork, connectionId: string | null, now: Date): Promise<number[]> {
  const mine = connectionId === null ? sql`` : sql`and connection_id = ${connectionId}::uuid`;
  const { rows } = await sql`
    select coalesce(
      extract(epoch from ${now}::timestamptz - min(landed_at) filter (where measured_at is null)),
      extract(epoch from max(measured_at - landed_at) filter (where place = 1))
    ) as seconds
    from (
      select connection_id, landed_at, measured_at, row_number() over (partition by connection_id order by started_at desc, id desc) as place
      from flow_batch where tenant_id = ${unit.tenantId} and landed_at is not null and landed_records > 0 ${mine}
    ) as batch group by connection_id`.execute(unit.sql);
  return rows.map((row) => Math.max(0, Math.round(lagSchema.parse({ seconds: (row as { seconds: unknown }).seconds ?? 0 }).seconds)));
}
