import type { System } from '../../kernel/system.ts';
import type { Chore } from '../chores/chores.ts';
import { openTenants } from '../chores/tenants.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { SyncRunRow } from '../syncs/sync-run.entity.ts';
import { expire } from '../repairs/propose.ts';
import { RepairRow } from '../repairs/repair.entity.ts';
import { policyOf } from './known-objects.ts';
import { ObservationRow } from './observation.entity.ts';
import type { Observer } from './observer.ts';

const EVERY_MS = 60_000;
const MINUTE_MS = 60_000;
/** Connections of one tenant that are looked at in one round. */
const MAX_AT_ONCE = 5;
const PATIENCE_MS = 2 * 60_000;

/** Looks at connections that nobody has looked at for as long as their tenant's policy says, and ends repairs whose time has run out. */
export function observeChore(system: System, observer: Observer): Chore {
  return {
    name: 'connectors.observe',
    everyMs: EVERY_MS,
    async run(signal) {
      for (const tenantId of await openTenants(system)) {
        if (signal.aborted) return;
        for (const id of await due(system, tenantId)) {
          if (signal.aborted) return;
          await observer
            .observe(tenantId, id, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]))
            .catch((error: unknown) =>
              system.logger.info({ err: error, connectionId: id }, 'a connection could not be looked at for drift'),
            );
        }
      }
    },
  };
}

/** Connections that are due, the longest first; repairs that are overdue are ended on the way. */
function due({ database, clock }: System, tenantId: string): Promise<string[]> {
  return database.unitOfWork(tenantId, async (unit) => {
    const { em } = unit;
    const now = clock();
    const connections = await em.find(ConnectionRow, { status: 'READY' }, { fields: ['id', 'name'] });
    if (connections.length === 0) return [];
    const names = new Map(connections.map(({ id, name }) => [id, name]));
    for (const repair of await em.find(RepairRow, { tenantId, status: 'PROPOSED', expiresAt: { $lte: now } }))
      await expire(unit, repair, { connectionId: repair.connectionId, connectionName: names.get(repair.connectionId) ?? '', now });
    const { observeEveryMinutes } = await policyOf(unit);
    if (observeEveryMinutes == null) return [];
    const before = new Date(now.getTime() - observeEveryMinutes * MINUTE_MS);
    const ids = connections.map(({ id }) => id);
    const observed = await em.find(ObservationRow, { tenantId, connectionId: ids, observedAt: { $gt: before } });
    // A sync looks too.
    const synced = await em.find(SyncRunRow, { connectionId: ids, startedAt: { $gt: before } }, { fields: ['connectionId'] });
    const lately = new Set([...observed, ...synced].map(({ connectionId }) => connectionId));
    return ids.filter((id) => !lately.has(id)).slice(0, MAX_AT_ONCE);
  });
}
