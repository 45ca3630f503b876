import { sql } from 'kysely';
import { z } from 'zod';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { System } from '../../kernel/system.ts';
import type { Chore } from '../chores/chores.ts';
import type { PlaneChecks } from './plane-checks.ts';

const EVERY_MS = 30_000;
/** Planes looked at in one round. */
const MAX_AT_ONCE = 50;

const dueSchema = z.object({ id: z.uuid(), tenant_id: z.uuid() });

/** Looks at planes that are due: one query finds out that none is. */
export const planeChore = (system: System, checks: PlaneChecks): Chore => ({
  name: 'fabric planes',
  everyMs: EVERY_MS,
  async run(signal) {
    const { rows } = await system.database.systemWork((db) =>
      sql`select p.id, p.tenant_id from fabric_plane p left join tenant t on t.id = p.tenant_id
        where p.check_due_at <= ${system.clock()} and t.closing_at is null and t.frozen_at is null order by p.check_due_at limit ${MAX_AT_ONCE}`.execute(db),
    );
    for (const row of rows) {
      if (signal.aborted) return;
      const { id, tenant_id: tenantId } = dueSchema.parse(row);
      try {
        await checks.check(tenantId, id, signal);
      } catch (error) {
        // It may have been removed meanwhile; and one that cannot be opened does not hold up the others.
        if (!(error instanceof DomainError)) throw error;
        system.logger.warn({ err: error, planeId: id }, 'a fabric plane could not be looked at');
      }
    }
  },
}); // prettier-ignore
