import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type Consumer, defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { System } from '../../kernel/system.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { SyncRunRow } from '../syncs/sync-run.entity.ts';
import type { SyncService } from '../syncs/sync.service.ts';

const SCAN_WORKFLOW = 'assets.scan';

/** Reads the applications again once a scan has found others; a sync that is under way ends first, one that was paused is left to who paused it. */
export function followScansConsumer(system: System, syncs: SyncService): Consumer {
  const syncOf = (tenantId: string): Promise<void> =>
    system.database.unitOfWork(tenantId, async (unit) => {
      const connection = await unit.em.findOne(ConnectionRow, { tenantId, kind: 'DISCOVERED' });
      if (connection === null) return;
      if ((await unit.em.count(SyncRunRow, { connectionId: connection.id, status: 'PAUSED' })) > 0) return;
      connection.status = 'DISCOVERING';
      await syncs.begin(unit, connection, null);
    });
  return defineConsumer('connectors.follow-scans', {
    async 'runs.changed'({ tenantId, payload }) {
      if (payload.workflow !== SCAN_WORKFLOW || payload.kind !== 'FINISHED' || payload.status !== 'SUCCEEDED') return;
      try {
        await syncOf(tenantId);
      } catch (error) {
        // Told again a little later, which is what SYNC_RUNNING waits for; a quota that is used up is not waited for.
        if (!(error instanceof DomainError) || error.code !== 'QUOTA_EXCEEDED') throw error;
        system.logger.warn({ err: error, tenantId }, 'what a scan found could not be read');
      }
    },
  });
}
