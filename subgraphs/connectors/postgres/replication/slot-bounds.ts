import type { System } from '../../../kernel/system.ts';
import type { Chore } from '../../chores/chores.ts';
import { openTenants } from '../../chores/tenants.ts';
import { ConnectionRow } from '../../connections/connection.entity.ts';
import { sourceOf } from '../../connections/source-of.ts';
import { withReplication } from './release.ts';
import { boundSlot } from './slot.ts';

const EVERY_MS = 10 * 60_000;

/** Drops slots that make a customer's server keep too much: syncs may have been off for days. The next one reads its tables whole. */
export function slotBounds(system: System): Chore {
  return {
    name: 'bound replication slots',
    everyMs: EVERY_MS,
    async run(signal) {
      for (const tenantId of await openTenants(system)) {
        const ids = await system.database.unitOfWork(tenantId, async ({ em }) => {
          const rows = await em.find(ConnectionRow, { kind: ['POSTGRES', 'SUPABASE'] });
          return rows.flatMap(({ id, settings }) => (isReplicated(settings) ? [id] : []));
        });
        for (const id of ids) {
          if (signal.aborted) return;
          const source = await system.database.unitOfWork(tenantId, (unit) => sourceOf(unit, id, system.secrets.vault)).catch(() => null);
          // A server that is away keeps what it keeps: it is asked again next time.
          if (source !== null)
            await withReplication(system, source, id, (session, slot) => boundSlot(session, slot)).catch(() => undefined);
        }
      }
    },
  };
}

const isReplicated = (settings: object | null | undefined): boolean =>
  settings !== null && settings !== undefined && 'mode' in settings && settings.mode === 'replication';
