import { LockMode } from '@mikro-orm/core';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type Consumer, type DomainEvent, defineConsumer } from '../../kernel/outbox/consumer.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { System } from '../../kernel/system.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { changesOf } from '../objects/landing.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import type { ObjectOutcome } from './stream-state.ts';
import { SYNC_WORKFLOW } from './sync.workflow.ts';
import { SyncRunRow } from './sync-run.entity.ts';

/** Ends the landing of a run that failed or was cancelled before it was through. */
export function syncEndConsumer(system: System): Consumer {
  return defineConsumer('connectors.sync-end', {
    async 'runs.changed'({ tenantId, payload }: DomainEvent<'runs.changed'>) {
      if (payload.workflow !== SYNC_WORKFLOW || payload.kind !== 'FINISHED' || payload.status === 'SUCCEEDED') return;
      await system.database.unitOfWork(tenantId, (unit) => endSync(unit, payload.runId, system.clock()));
    },
  });
}

async function endSync(unit: UnitOfWork, runId: string, now: Date): Promise<void> {
  // Locked: a run that is being resumed is no longer at its end, and its landing goes on. One that was paused is not over.
  const run = await unit.em.findOne(DurableRunRow, { id: runId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const sync = await unit.em.findOne(SyncRunRow, { id: runId, status: 'RUNNING' });
  if (run === null || sync === null || (run.status !== 'FAILED' && run.status !== 'CANCELLED')) return;
  await end(unit, sync, { status: run.status, problem: run.status === 'FAILED' ? (run.problem ?? null) : null, now });
}

/** Ends a sync that is not being worked on, because somebody cancelled it. */
export const endCancelled = (unit: UnitOfWork, sync: SyncRunRow, now: Date): Promise<void> =>
  end(unit, sync, { status: 'CANCELLED', problem: null, now });

async function end(
  unit: UnitOfWork,
  sync: SyncRunRow,
  { status, problem: told, now }: { status: 'FAILED' | 'CANCELLED'; problem: StoredProblem | null; now: Date },
): Promise<void> {
  const connection = await unit.em.findOne(ConnectionRow, { id: sync.connectionId });
  if (connection === null) return;
  const { code, message, extensions } = connectionErrors.SYNC_CANCELLED({});
  const problem = told ?? { code, message, todo: extensions.todo };
  Object.assign(sync, { status, phase: 'FINISHED', finishedAt: now, problem, activeSince: null });
  Object.assign(connection, { status: 'FAILED', statusReason: problem.message });
  unit.emit('connectors.sync-finished', {
    connectionId: connection.id, connectionName: connection.name, syncId: sync.id, status: 'FAILED', problem: problem.message,
    objects: await landedSoFar(unit, connection.id, sync.id),
  }); // prettier-ignore
}

/** What has landed all the same: the next sync finds it unchanged, so whoever follows has to look at it now. */
async function landedSoFar(unit: UnitOfWork, connectionId: string, syncId: string): Promise<ObjectOutcome[]> {
  const objects = await unit.em.find(SourceObjectRow, { connectionId });
  const ids = objects.map(({ id }) => id);
  const changes = await changesOf(unit, ids, syncId);
  return objects.flatMap(({ id, name, rowCount, quarantinedCount }) => {
    const change = changes.get(id);
    return change === undefined ? [] : [{ objectId: id, name, records: rowCount, quarantined: quarantinedCount, ...change }];
  });
}
