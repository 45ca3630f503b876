import { sql } from 'kysely';
import { z } from 'zod';
import { startLoop, type Loop } from '../../kernel/outbox/loop.ts';
import type { System } from '../../kernel/system.ts';
import { expireOverdue } from './expiry.ts';
import { seeTo } from './see-to.ts';

const EVERY_MS = 5_000;
const LEASE_MS = 30_000;
const MAX_AT_A_TIME = 100;

const dueSchema = z.object({ id: z.uuid(), tenant_id: z.uuid(), run_id: z.uuid().nullable() });

/**
 * Asks the next in the chain, and ends what nobody decided in time, whether or not anybody looks. One process at a time does; each approval is
 * a compare-and-set, so that two would do no harm.
 */
export function startApprovalClock(system: System): Loop {
  const { locks, logger } = system;
  return startLoop({
    async round() {
      const lease = await locks.acquire('agents.approval-clock', LEASE_MS);
      if (lease === null) return false;
      try {
        return (await seeToDue(system)) === MAX_AT_A_TIME;
      } finally {
        await lease.release();
      }
    },
    idleMs: EVERY_MS,
    failed: (error) => logger.warn({ err: error }, 'approvals that are due could not be seen to'),
  });
}

/** Sees to everything that is due now, in all tenants; at most 100 at a time. @returns how many were found */
export async function seeToDue({ database, runs, clock, logger }: System): Promise<number> {
  const now = clock();
  const { rows } = await database.systemWork((db) =>
    sql`(select id, tenant_id, run_id from approval where status = 'PENDING' and expires_at <= ${now} order by expires_at limit ${MAX_AT_A_TIME})
      union (select id, tenant_id, run_id from approval where status = 'PENDING' and due_at <= ${now} order by due_at limit ${MAX_AT_A_TIME})
      limit ${MAX_AT_A_TIME}`.execute(db),
  );
  const due = rows.map((row) => dueSchema.parse(row));
  for (const { id, tenant_id: tenantId, run_id: runId } of due) {
    try {
      await database.unitOfWork(tenantId, async (unit) => {
        if (runId === null) await expireOverdue(unit, runs, now);
        else await seeTo(unit, runs, id, now);
      });
    } catch (error) {
      logger.warn({ err: error, approvalId: id }, 'an approval that is due could not be seen to');
    }
  }
  return due.length;
}
