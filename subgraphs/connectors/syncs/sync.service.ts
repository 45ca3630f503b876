import { randomUUID } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { beforeOf } from '../connections/before.ts';
import { leaseFrom } from './sync-execution.ts';
import { SyncRunRow } from './sync-run.entity.ts';
import type { SyncRunner } from './sync-runner.ts';

/** Starts syncs and reads how they go; with the runner, the only writer of `sync_run`. */
export class SyncService {
  readonly #system: System;
  readonly #runner: SyncRunner;

  constructor(system: System, runner: SyncRunner) {
    this.#system = system;
    this.#runner = runner;
  }

  /** Writes a sync that is to run; call `launch` after the commit. @throws SYNC_RUNNING */
  async begin(unit: UnitOfWork, connection: ConnectionRow): Promise<SyncRunRow> {
    const now = this.#system.clock();
    const sync = unit.em.create(SyncRunRow, {
      id: randomUUID(), tenantId: unit.tenantId, connectionId: connection.id, status: 'RUNNING', phase: 'DISCOVERING', startedAt: now, finishedAt: null,
      recordsLanded: 0, recordsUnchanged: 0, recordsRemoved: 0, recordsQuarantined: 0, progress: 0, position: null, problem: null, leaseUntil: leaseFrom(now),
    }); // prettier-ignore
    try {
      await unit.em.persist(sync).flush();
    } catch (error) {
      // A unique index lets one sync of a connection be RUNNING, whoever starts it.
      if (error instanceof UniqueConstraintViolationException) throw connectionErrors.SYNC_RUNNING({}, { cause: error });
      throw error;
    }
    unit.emit('connectors.sync-started', { connectionId: connection.id, connectionName: connection.name, syncId: sync.id });
    return sync;
  }

  /** Ends a connection's sync at its next page, because the connection goes. */
  async cancel({ em }: UnitOfWork, connectionId: string): Promise<void> {
    const { code, message, extensions } = connectionErrors.SYNC_FAILED({ reason: 'its connection is being removed.' });
    const problem = { code, message, todo: extensions.todo };
    await em.nativeUpdate(
      SyncRunRow,
      { connectionId, status: 'RUNNING' },
      { status: 'FAILED', phase: 'FINISHED', finishedAt: this.#system.clock(), problem },
    );
  }

  /** Runs a sync that was begun, in the background. */
  launch({ id, tenantId }: SyncRunRow): void {
    this.#runner.launch({ tenantId, syncId: id });
  }

  /** Syncs by id, null for those that are not of the viewer's tenant. */
  async load(viewer: UserViewer, ids: readonly string[]): Promise<(SyncRunRow | null)[]> {
    const rows = await this.#system.database.unitOfWork(viewer.tenantId, ({ em }) => em.find(SyncRunRow, { id: [...ids] }));
    return inOrder(ids, rows, (row) => row.id);
  }

  /** The latest sync of each connection, null where there is none. */
  async latest(viewer: UserViewer, connectionIds: readonly string[]): Promise<(SyncRunRow | null)[]> {
    return this.#system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const latest: (SyncRunRow | null)[] = [];
      for (const connectionId of connectionIds)
        latest.push(await em.findOne(SyncRunRow, { connectionId }, { orderBy: { startedAt: 'desc', id: 'desc' } }));
      return latest;
    });
  }

  /** The syncs of a connection, newest first. */
  page(viewer: UserViewer, connectionId: string, page: Page): Promise<ConnectionOf<SyncRunRow>> {
    return this.#system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const where = page.after === null ? { connectionId } : { connectionId, $or: beforeOf(page.after, 'startedAt') };
      const rows = await em.find(SyncRunRow, where, { orderBy: { startedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(SyncRunRow, { connectionId }), (row) => [row.startedAt.toISOString(), row.id]);
    });
  }
}
