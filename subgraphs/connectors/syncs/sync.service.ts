import { randomUUID } from 'node:crypto';
import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { InboundEndpointRow } from '../inbound/inbound-endpoint.entity.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { type BackfillRequest, SyncRunRow } from './sync-run.entity.ts';
import { readStreams } from './stream-store.ts';
import type { SyncObject } from './sync-object.type.ts';
import type { SyncMode } from './sync-run.type.ts';
import { SYNC_WORKFLOW } from './sync.workflow.ts';

/** What a sync is to read. */
export interface SyncWish {
  mode: SyncMode;
  request: BackfillRequest | null;
}

/** The first sync reads everything, any other what is new or changed. */
async function usual({ em }: UnitOfWork, { id }: ConnectionRow): Promise<SyncWish> {
  const landed = await em.count(SyncRunRow, { connectionId: id, status: 'SUCCEEDED' });
  return { mode: landed > 0 ? 'INCREMENTAL' : 'FULL', request: null };
}

/** Starts syncs and reads how they go; with the steps of the workflow, the only writer of `sync_run`. */
export class SyncService {
  readonly #system: System;

  constructor(system: System) {
    this.#system = system;
  }

  /** Starts a sync: the durable run that does it begins with the commit. `startedBy`: who asked for it. @throws SYNC_RUNNING, QUOTA_EXCEEDED */
  async begin(unit: UnitOfWork, connection: ConnectionRow, startedBy: string | null, wish: SyncWish | null = null): Promise<SyncRunRow> {
    const { usage } = this.#system;
    await usage.admit(unit.tenantId, 'RUNS', unit);
    const sync = unit.em.create(SyncRunRow, {
      id: randomUUID(), tenantId: unit.tenantId, connectionId: connection.id, status: 'RUNNING', ...(wish ?? (await usual(unit, connection))), phase: 'DISCOVERING', startedAt: this.#system.clock(),
      finishedAt: null, activeSince: null, activeFrom: 0, recordsLanded: 0, recordsUnchanged: 0, recordsRemoved: 0, recordsQuarantined: 0, progress: 0, toLand: null, problem: null,
    }); // prettier-ignore
    try {
      await unit.em.persist(sync).flush();
    } catch (error) {
      // A unique index lets one sync of a connection be RUNNING, whoever starts it.
      if (error instanceof UniqueConstraintViolationException) throw connectionErrors.SYNC_RUNNING({}, { cause: error });
      throw error;
    }
    // What came before it begins, it brings in; what comes later waits for another one.
    await unit.em.nativeUpdate(InboundEndpointRow, { connectionId: connection.id, waiting: true }, { waiting: false });
    const subject = { connectionId: connection.id, syncId: sync.id };
    unit.emit('connectors.sync-started', { ...subject, connectionName: connection.name });
    await this.#system.runs.start(unit, { id: sync.id, workflow: SYNC_WORKFLOW, title: `Sync of ${connection.name}`, subject, startedBy });
    usage.count(unit.tenantId, 'RUNS', 1);
    return sync;
  }

  /** Ends the runs of a connection, because the connection goes: at once, or after what a worker is just writing. */
  async cancel(unit: UnitOfWork, connectionId: string): Promise<void> {
    const syncs = await unit.em.find(SyncRunRow, { connectionId }, { fields: ['id'] });
    const open = await unit.em.find(DurableRunRow, { id: syncs.map(({ id }) => id), status: ['RUNNING', 'WAITING'] }, { fields: ['id'] });
    for (const { id } of open) await this.#system.runs.cancel(unit, id);
    const { code, message, extensions } = connectionErrors.SYNC_CANCELLED({});
    await unit.em.nativeUpdate(
      SyncRunRow,
      { connectionId, status: ['RUNNING', 'PAUSED'] },
      { status: 'CANCELLED', phase: 'FINISHED', finishedAt: this.#system.clock(), problem: { code, message, todo: extensions.todo } },
    );
  }

  /** Syncs by id, null for those that are not of the viewer's tenant. */
  async load(viewer: UserViewer, ids: readonly string[]): Promise<(SyncRunRow | null)[]> {
    const rows = await this.#system.database.unitOfWork(viewer.tenantId, ({ em }) => em.find(SyncRunRow, { id: [...ids] }));
    return inOrder(ids, rows, (row) => row.id);
  }

  /** The moment, as the product counts time. */
  now(): Date {
    return this.#system.clock();
  }

  /** The objects of each of these syncs, in order. */
  objects(viewer: UserViewer, ids: readonly string[]): Promise<SyncObject[][]> {
    return this.#system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const found: SyncObject[][] = [];
      for (const id of ids) {
        const streams = await readStreams(unit, id);
        found.push(streams.map((stream) => ({ ...stream, problem: stream.problem && { field: null, ...stream.problem } })));
      }
      return found;
    });
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
      const where = page.after === null ? { connectionId } : { connectionId, $or: olderThan(page.after, 'startedAt') };
      const rows = await em.find(SyncRunRow, where, { orderBy: { startedAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(SyncRunRow, { connectionId }), (row) => [row.startedAt.toISOString(), row.id]);
    });
  }
}
