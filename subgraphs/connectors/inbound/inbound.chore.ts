import { sql } from 'kysely';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import type { Chore } from '../chores/chores.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { SyncRunRow } from '../syncs/sync-run.entity.ts';
import type { SyncService } from '../syncs/sync.service.ts';

/** What came is landed this long after at most, and not oftener. */
const EVERY_MS = 15_000;
const MAX_AT_ONCE = 200;
const waitingRow = z.object({ connection_id: z.uuid(), tenant_id: z.uuid() });

/** Starts syncs of connections to which something came. */
export function inboundChore(system: System, syncs: SyncService): Chore {
  return {
    name: 'inbound messages',
    everyMs: EVERY_MS,
    async run(signal) {
      const { rows } = await system.database.systemWork((db) =>
        sql`select e.connection_id, e.tenant_id from inbound_endpoint e left join tenant t on t.id = e.tenant_id
          where e.waiting and t.closing_at is null and t.frozen_at is null limit ${MAX_AT_ONCE}`.execute(db),
      );
      for (const row of z.array(waitingRow).parse(rows)) {
        if (signal.aborted) return;
        await startSync(system, syncs, row.tenant_id, row.connection_id).catch((error: unknown) =>
          system.logger.warn(
            { err: error, connectionId: row.connection_id },
            'messages that came wait for a sync that could not be started',
          ),
        );
      }
    },
  };
}

async function startSync({ database }: System, syncs: SyncService, tenantId: string, connectionId: string): Promise<void> {
  await database.unitOfWork(tenantId, async (unit) => {
    const { em } = unit;
    // One that runs may have read past what came: another one follows it.
    if ((await em.count(SyncRunRow, { connectionId, status: ['RUNNING', 'PAUSED'] })) > 0) return;
    const connection = await em.findOne(ConnectionRow, { id: connectionId });
    if (connection !== null) await syncs.begin(unit, connection, null);
  });
}
