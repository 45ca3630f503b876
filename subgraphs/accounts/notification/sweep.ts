import { sql } from 'kysely';
import { z } from 'zod';
import { startLoop, type Loop } from '../../kernel/outbox/loop.ts';
import type { System } from '../../kernel/system.ts';

const SWEEP_EVERY_MS = 60 * 60 * 1_000;
/** What became of a delivery is kept that long. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1_000;
const TENANTS_AT_A_TIME = 100;
const ROWS_AT_A_TIME = 2_000;

const tenantSchema = z.object({ tenant_id: z.uuid() });

/** Removes deliveries that are a month old. */
export function sweepDeliveries({ database, clock, logger }: System): Loop {
  const round = async (): Promise<boolean> => {
    const before = new Date(clock().getTime() - KEPT_MS);
    const { rows } = await database.systemWork((db) =>
      sql`select distinct tenant_id from notification_delivery where created_at < ${before} limit ${TENANTS_AT_A_TIME}`.execute(db),
    );
    for (const row of rows) {
      const tenantId = tenantSchema.parse(row).tenant_id;
      await database.unitOfWork(tenantId, (unit) =>
        sql`delete from notification_delivery where tenant_id = ${tenantId}::uuid and id in (select id from notification_delivery
          where tenant_id = ${tenantId}::uuid and created_at < ${before} order by created_at limit ${ROWS_AT_A_TIME})`.execute(unit.sql),
      );
    }
    return rows.length > 0;
  };
  return startLoop({
    round,
    idleMs: SWEEP_EVERY_MS,
    failed: (error) => logger.warn({ err: error }, 'old deliveries could not be removed'),
  });
}
