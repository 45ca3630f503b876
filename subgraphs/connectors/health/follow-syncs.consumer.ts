import { type Consumer, type DomainEvent, defineConsumer } from '../../kernel/outbox/consumer.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { System } from '../../kernel/system.ts';
import { SyncRunRow } from '../syncs/sync-run.entity.ts';
import type { ConnectionHealthRow } from './health.entity.ts';
import type { HealthService } from './health.service.ts';
import { nextAttempt } from './pauses.ts';

/** What nobody gave a reason for. */
const UNEXPLAINED: StoredProblem = { code: 'RUN_STEP_FAILED', message: 'The last sync failed.', todo: 'Look at the sync for the reason.' };

/** Has each sync's end count in the health of its connection. */
export function followSyncs(system: System, service: HealthService): Consumer {
  const finished = async (event: DomainEvent<'connectors.sync-finished'>): Promise<void> => {
    const { connectionId, syncId, status } = event.payload;
    await system.database.unitOfWork(event.tenantId, async (unit) => {
      const sync = await unit.em.findOne(SyncRunRow, { id: syncId });
      // Somebody ended it: that says nothing about the source.
      if (sync?.status === 'CANCELLED') return;
      await service.reassess(unit, connectionId, (health) => {
        if (latestOf(health) >= event.occurredAt.getTime()) return { healed: false };
        return status === 'SUCCEEDED'
          ? succeeded(health, event.occurredAt)
          : failed(health, syncId, sync?.problem ?? UNEXPLAINED, event.occurredAt);
      });
    });
  };
  const lookAgain = async (event: { tenantId: string; payload: { connectionId: string } }): Promise<void> => {
    await system.database.unitOfWork(event.tenantId, (unit) => service.reassess(unit, event.payload.connectionId, null));
  };
  return defineConsumer('connectors.health', {
    'connectors.connection-created': lookAgain,
    'connectors.drift-detected': lookAgain,
    'connectors.repair-changed': lookAgain,
    'connectors.sync-finished': finished,
  });
}

const latestOf = ({ lastSuccessAt, lastFailureAt }: ConnectionHealthRow): number =>
  Math.max(lastSuccessAt?.getTime() ?? 0, lastFailureAt?.getTime() ?? 0);

function succeeded(health: ConnectionHealthRow, at: Date): { healed: boolean } {
  const healed = health.consecutiveFailures > 0 && health.attempts > 0;
  Object.assign(health, {
    lastSuccessAt: at, consecutiveFailures: 0, problem: null, failedSyncId: null, attempts: 0, nextAttemptAt: null, breaker: 'CLOSED', breakerUntil: null,
  }); // prettier-ignore
  return { healed };
}

function failed(health: ConnectionHealthRow, syncId: string, problem: StoredProblem, at: Date): { healed: boolean } {
  Object.assign(health, {
    lastFailureAt: at, consecutiveFailures: health.consecutiveFailures + 1, problem, failedSyncId: syncId,
    nextAttemptAt: nextAttempt(problem, health.attempts, at),
  }); // prettier-ignore
  return { healed: false };
}
