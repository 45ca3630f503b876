import { LockMode } from '@mikro-orm/core';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { DomainError } from '../../kernel/errors/domain-error.ts';
import type { System } from '../../kernel/system.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { sourceOf } from '../connections/source-of.ts';
import type { Connector, SourceRef } from '../kit/connector.ts';
import { type Catalogue, type CataloguedTable, recordDiscovery } from '../objects/catalogue.ts';
import { MAX_PAGE_RECORDS, clearQuarantine, landRecords, markUnseenRemoved, quarantine } from '../objects/landing.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { RecordKeys } from './record-keys.ts';
import { SyncRunRow } from './sync-run.entity.ts';

/** Bad records kept per object and sync; past it they are counted only. */
const MAX_QUARANTINED_KEPT = 10_000;
const LEASE_MS = 60_000;

export interface SyncToRun {
  tenantId: string;
  syncId: string;
}

export interface ObjectOutcome {
  objectId: string;
  name: string;
  records: number;
  changed: number;
  removed: number;
  quarantined: number;
}

/** The sync was ended by someone else (its connection removed): whatever was being written is rolled back. */
export class SyncGone extends Error {
  override readonly name = 'SyncGone';
}

export const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

/** The steps of one sync, each a unit of work of its own that goes through only while the sync is RUNNING. */
export class SyncExecution {
  readonly #system: System;
  readonly #sync: SyncToRun;
  readonly #signal: AbortSignal;
  #total = 0;
  #done = 0;

  constructor(system: System, sync: SyncToRun, signal: AbortSignal) {
    this.#system = system;
    this.#sync = sync;
    this.#signal = signal;
  }

  begin(): Promise<ConnectionRow> {
    return this.#write(async ({ em }, row) => {
      Object.assign(row, {
        phase: 'DISCOVERING',
        recordsLanded: 0,
        recordsUnchanged: 0,
        recordsRemoved: 0,
        recordsQuarantined: 0,
        progress: 0,
        position: null,
      });
      const connection = await em.findOneOrFail(ConnectionRow, { id: row.connectionId });
      connection.status = 'DISCOVERING';
      return connection;
    });
  }

  /** Where the connection leads, with its secret in clear. */
  source(connection: ConnectionRow): Promise<SourceRef> {
    return this.#system.database.unitOfWork(this.#sync.tenantId, (unit) => sourceOf(unit, connection.id, this.#system.secrets.vault));
  }

  async discovered(connection: ConnectionRow, found: Parameters<typeof recordDiscovery>[2]): Promise<Catalogue> {
    const catalogue = await this.#write(async (unit, row) => {
      row.phase = 'LANDING';
      await setStatus(unit, connection.id, 'SYNCING', null);
      const recorded = await recordDiscovery(unit, connection.id, found, this.#system.clock());
      unit.emit('connectors.schema-discovered', {
        connectionId: connection.id,
        connectionName: connection.name,
        syncId: row.id,
        ...recorded.event,
      });
      return recorded;
    });
    this.#total = catalogue.tables.reduce((sum, table) => sum + table.rowCount + table.quarantinedCount, 0);
    return catalogue;
  }

  async land(connector: Connector, connection: ConnectionRow, table: CataloguedTable): Promise<ObjectOutcome> {
    const { objectId, name } = table;
    if (table.unchanged) {
      await this.#write(async (_unit, row) => {
        row.recordsUnchanged += table.rowCount;
        row.recordsQuarantined += table.quarantinedCount;
        this.#advance(row, table.rowCount + table.quarantinedCount);
      });
      return { objectId, name, records: table.rowCount, changed: 0, removed: 0, quarantined: table.quarantinedCount };
    }
    await this.#write((unit) => clearQuarantine(unit, objectId, this.#sync.syncId, 'drop'));
    const keys = new RecordKeys(table.key !== null && table.keyIsUnique);
    const outcome: ObjectOutcome = { objectId, name, records: 0, changed: 0, removed: 0, quarantined: 0 };
    for await (const page of connector.pages(
      await this.source(connection),
      { ...table, from: null, since: null },
      { signal: this.#signal },
    )) {
      const { keyed, bad } = keys.assign(page.records);
      bad.push(...page.bad);
      for (let at = 0; at === 0 || at < Math.max(keyed.length, bad.length); at += MAX_PAGE_RECORDS) {
        const slice = { keyed: keyed.slice(at, at + MAX_PAGE_RECORDS), bad: bad.slice(at, at + MAX_PAGE_RECORDS) };
        await this.#landPage(connection.id, outcome, slice, page.cursor);
      }
    }
    outcome.removed = await this.removeUnseen(objectId);
    await this.#write(async (unit) => {
      await clearQuarantine(unit, objectId, this.#sync.syncId, 'keep');
      const landed = {
        rowCount: outcome.records,
        quarantinedCount: outcome.quarantined,
        landedHash: table.contentHash,
        landedFingerprint: table.landedFingerprint,
      };
      unit.em.assign(await unit.em.findOneOrFail(SourceObjectRow, { id: objectId }), landed);
    });
    return outcome;
  }

  /** One page = one unit of work: records, quarantine, the place reached, and the event when something changed. */
  async #landPage(
    connectionId: string,
    outcome: ObjectOutcome,
    page: { keyed: Parameters<typeof landRecords>[3]; bad: Parameters<typeof quarantine>[3] },
    cursor: unknown,
  ): Promise<void> {
    const { objectId } = outcome;
    const { syncId } = this.#sync;
    const room = Math.max(0, MAX_QUARANTINED_KEPT - outcome.quarantined);
    const changed = await this.#write(async (unit, row) => {
      const written = await landRecords(unit, objectId, syncId, page.keyed);
      await quarantine(unit, objectId, syncId, page.bad.slice(0, room));
      row.recordsLanded += written.changed;
      row.recordsUnchanged += page.keyed.length - written.changed;
      row.recordsQuarantined += page.bad.length;
      row.position = { objectId, cursor };
      this.#advance(row, page.keyed.length + page.bad.length);
      if (written.changed > 0) {
        unit.emit('connectors.records-landed', {
          connectionId,
          objectId,
          syncId,
          changed: written.changed,
          ordinalFrom: written.from,
          ordinalTo: written.to,
        });
      }
      return written.changed;
    });
    outcome.records += page.keyed.length;
    outcome.changed += changed;
    outcome.quarantined += page.bad.length;
  }

  /** Marks what this sync did not see as removed. @returns how many records. */
  async removeUnseen(objectId: string): Promise<number> {
    for (let total = 0; ;) {
      const removed = await this.#write(async (unit, row) => {
        const count = await markUnseenRemoved(unit, objectId, this.#sync.syncId);
        row.recordsRemoved += count;
        return count;
      });
      total += removed;
      if (removed === 0) return total;
    }
  }

  /** Takes out what an object landed that is no longer at the source. */
  async removeGone({ objectId, name }: { objectId: string; name: string }): Promise<ObjectOutcome> {
    const removed = await this.removeUnseen(objectId);
    await this.#write(
      async ({ em }) => void em.assign(await em.findOneOrFail(SourceObjectRow, { id: objectId }), { rowCount: 0, quarantinedCount: 0 }),
    );
    return { objectId, name, records: 0, changed: 0, removed, quarantined: 0 };
  }

  finish(connection: ConnectionRow, objects: ObjectOutcome[], problem: DomainError | null): Promise<void> {
    return this.#write(async (unit, row) => {
      const status = problem === null ? 'SUCCEEDED' : 'FAILED';
      Object.assign(row, {
        status,
        phase: 'FINISHED',
        finishedAt: this.#system.clock(),
        ...(problem === null ? { progress: 1 } : { problem: stored(problem) }),
      });
      await setStatus(unit, connection.id, problem === null ? 'READY' : 'FAILED', problem?.message ?? null);
      unit.emit('connectors.sync-finished', {
        connectionId: connection.id,
        connectionName: connection.name,
        syncId: row.id,
        status,
        problem: problem?.message ?? null,
        objects,
      });
    });
  }

  async fail(problem: DomainError): Promise<void> {
    try {
      const connection = await this.#write(({ em }, row) => em.findOneOrFail(ConnectionRow, { id: row.connectionId }));
      await this.finish(connection, [], problem);
    } catch (error) {
      if (!(error instanceof SyncGone)) throw error;
    }
  }

  /** One unit of work of this sync; nothing is written once it is no longer running. */
  #write<T>(work: (unit: UnitOfWork, row: SyncRunRow) => Promise<T>): Promise<T> {
    this.#signal.throwIfAborted();
    return this.#system.database.unitOfWork(this.#sync.tenantId, async (unit) => {
      // Locked: whoever ends the sync waits for what is being written, and can then clear it away whole.
      const running = { id: this.#sync.syncId, status: 'RUNNING' as const };
      const row = await unit.em.findOne(SyncRunRow, running, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (row === null) throw new SyncGone();
      row.leaseUntil = leaseFrom(this.#system.clock());
      return work(unit, row);
    });
  }

  #advance(row: SyncRunRow, records: number): void {
    this.#done += records;
    row.progress = this.#total === 0 ? 1 : Math.min(1, this.#done / this.#total);
  }
}

async function setStatus({ em }: UnitOfWork, id: string, status: ConnectionRow['status'], reason: string | null): Promise<void> {
  Object.assign(await em.findOneOrFail(ConnectionRow, { id }), { status, statusReason: reason });
}

const stored = (error: DomainError): NonNullable<SyncRunRow['problem']> => ({
  code: error.code,
  message: error.message,
  todo: error.extensions.todo,
});
