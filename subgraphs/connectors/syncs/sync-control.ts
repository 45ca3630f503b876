import { LockMode } from '@mikro-orm/core';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { isId } from '../id.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { endCancelled } from './sync-end.consumer.ts';
import { syncErrors } from './sync.errors.ts';
import { SyncRunRow } from './sync-run.entity.ts';
import type { SyncService } from './sync.service.ts';

const MAX_BACKFILLED = 500;

/**
 * Pausing, resuming and cancelling syncs. A paused sync is one whose run was cancelled while its own row says PAUSED: both stand in the database, so that
 * nothing that happens to processes changes it; resumed, the run goes on at the last page that was kept.
 */
export class SyncControl {
  readonly #system: System;
  readonly #syncs: SyncService;

  constructor(system: System, syncs: SyncService) {
    this.#system = system;
    this.#syncs = syncs;
  }

  /** Reads objects once more. @throws CONNECTION_NOT_FOUND, SYNC_RUNNING, BACKFILL_OBJECT_UNKNOWN, BACKFILL_TOO_MANY, BACKFILL_IN_FUTURE */
  backfill(viewer: UserViewer, connectionId: string, wish: { since: Date | null; objectIds: string[] | null }): Promise<SyncRunRow> {
    const { since, objectIds } = wish;
    if (since !== null && since > this.#system.clock()) throw syncErrors.BACKFILL_IN_FUTURE({});
    if (objectIds !== null && objectIds.length > MAX_BACKFILLED) throw syncErrors.BACKFILL_TOO_MANY({ max: MAX_BACKFILLED });
    return this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const connection = isId(connectionId) ? await unit.em.findOne(ConnectionRow, { id: connectionId }) : null;
      if (connection === null) throw connectionErrors.CONNECTION_NOT_FOUND({});
      for (const id of objectIds ?? [])
        if (!isId(id) || (await unit.em.count(SourceObjectRow, { id, connectionId })) === 0)
          throw syncErrors.BACKFILL_OBJECT_UNKNOWN({ id });
      connection.status = 'DISCOVERING';
      const request = { since: since?.toISOString() ?? null, objectIds };
      return this.#syncs.begin(unit, connection, viewer.userId, { mode: 'BACKFILL', request });
    });
  }

  /** No page lands any more once this has returned. @throws SYNC_NOT_FOUND, SYNC_NOT_RUNNING */
  pause(viewer: UserViewer, id: string): Promise<SyncRunRow> {
    return this.#change(viewer, id, async (unit, sync) => {
      if (sync.status !== 'RUNNING') throw syncErrors.SYNC_NOT_RUNNING({ status: sync.status });
      if (!(await this.#system.runs.cancel(unit, id))) throw syncErrors.SYNC_NOT_RUNNING({ status: 'ending' });
      sync.status = 'PAUSED';
      sync.activeSince = null;
      await setStatus(unit, sync, 'PAUSED');
    });
  }

  /** Goes on where it stands. @throws SYNC_NOT_FOUND, SYNC_NOT_PAUSED, SYNC_STILL_STOPPING, SYNC_SUPERSEDED, SYNC_RUNNING */
  resume(viewer: UserViewer, id: string): Promise<SyncRunRow> {
    return this.#change(viewer, id, async (unit, sync) => {
      if (sync.status === 'RUNNING' || sync.status === 'SUCCEEDED') throw syncErrors.SYNC_NOT_PAUSED({ status: sync.status });
      const { connectionId, startedAt } = sync;
      if ((await unit.em.count(SyncRunRow, { connectionId, status: 'RUNNING' })) > 0) throw connectionErrors.SYNC_RUNNING({});
      if ((await unit.em.count(SyncRunRow, { connectionId, startedAt: { $gt: startedAt } })) > 0) throw syncErrors.SYNC_SUPERSEDED({});
      if (!(await this.#system.runs.resume(unit, id))) throw syncErrors.SYNC_STILL_STOPPING({});
      // What failed or was cancelled is taken up by its own first step, which sees that it had ended.
      if (sync.status !== 'PAUSED') return;
      sync.status = 'RUNNING';
      await setStatus(unit, sync, sync.phase === 'DISCOVERING' ? 'DISCOVERING' : 'SYNCING');
    });
  }

  /** Ends it for good; what has landed is kept. @throws SYNC_NOT_FOUND, SYNC_NOT_RUNNING */
  cancel(viewer: UserViewer, id: string): Promise<SyncRunRow> {
    return this.#change(viewer, id, async (unit, sync) => {
      if (sync.status === 'PAUSED') return endCancelled(unit, sync, this.#system.clock());
      if (sync.status !== 'RUNNING') throw syncErrors.SYNC_NOT_RUNNING({ status: sync.status });
      // The sync ends when its worker has let go, which may be in the middle of reading: with the run's own end.
      await this.#system.runs.cancel(unit, id);
    });
  }

  #change(viewer: UserViewer, id: string, change: (unit: UnitOfWork, sync: SyncRunRow) => Promise<void>): Promise<SyncRunRow> {
    return this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      // The run first: whoever works on it takes the locks in this order.
      if (isId(id)) await unit.em.findOne(DurableRunRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      const sync = isId(id) ? await unit.em.findOne(SyncRunRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
      if (sync === null) throw syncErrors.SYNC_NOT_FOUND({});
      await change(unit, sync);
      return sync;
    });
  }
}

async function setStatus({ em }: UnitOfWork, { connectionId }: SyncRunRow, status: ConnectionRow['status']): Promise<void> {
  const connection = await em.findOne(ConnectionRow, { id: connectionId });
  if (connection !== null) Object.assign(connection, { status, statusReason: null });
}
