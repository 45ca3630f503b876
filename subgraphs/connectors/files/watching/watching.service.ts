import { LockMode } from '@mikro-orm/core';
import { DomainError } from '../../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../../kernel/errors/input-problem.type.ts';
import type { System } from '../../../kernel/system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { ConnectionRow } from '../../connections/connection.entity.ts';
import { connectionErrors } from '../../connections/connection.errors.ts';
import { isId } from '../../id.ts';
import type { SyncService } from '../../syncs/sync.service.ts';
import { isUpload } from '../../uploads/upload-location.ts';
import { watchSettingsOf } from './watch-settings.ts';
import { watchingErrors } from './watching.errors.ts';

/** A folder that is watched for a connection. */
export interface WatchedFolder {
  tenantId: string;
  connectionId: string;
  folder: string;
  /** What it was like when a sync was last started for it. */
  seen: string | null;
}

/** Turns watching on and off, and starts the syncs that it asks for. */
export class WatchingService {
  readonly #system: System;
  readonly #syncs: SyncService;
  readonly #changed: (tenantId: string) => void;

  /** `changed` is called after watching was turned on or off. */
  constructor(system: System, syncs: SyncService, changed: (tenantId: string) => void) {
    this.#system = system;
    this.#syncs = syncs;
    this.#changed = changed;
  }

  /** @returns the connection, or what has to be corrected. @throws CONNECTION_NOT_FOUND */
  async set(viewer: UserViewer, id: string, watching: boolean): Promise<ConnectionRow | InputProblem[]> {
    const result = await this.#system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const row = isId(id) ? await em.findOne(ConnectionRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
      if (row === null) throw connectionErrors.CONNECTION_NOT_FOUND({});
      if (row.kind !== 'FILES' || isUpload(row.location)) return [inputProblem(watchingErrors.NOT_A_FOLDER({}), 'connectionId')];
      // What changed while nobody watched is found by the first look.
      if (watchSettingsOf(row.settings).watching !== watching) row.settings = { ...row.settings, watching, seen: null };
      return row;
    });
    this.#changed(viewer.tenantId);
    return result;
  }

  /** The folders of a tenant that are watched. */
  watchedOf(tenantId: string): Promise<WatchedFolder[]> {
    return this.#system.database.unitOfWork(tenantId, async ({ em }) => {
      const rows = await em.find(ConnectionRow, { kind: 'FILES' });
      return rows.flatMap(({ id, location, settings }) => {
        const { watching, seen } = watchSettingsOf(settings);
        return watching && !isUpload(location) ? [{ tenantId, connectionId: id, folder: location, seen }] : [];
      });
    });
  }

  /** Starts a sync because the folder is now like this. @returns false when one is running, so that it has to be tried again */
  async syncChanged({ tenantId, connectionId }: WatchedFolder, signature: string): Promise<boolean> {
    try {
      await this.#system.database.unitOfWork(tenantId, async (unit) => {
        const row = await unit.em.findOne(ConnectionRow, { id: connectionId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
        const known = row === null ? null : watchSettingsOf(row.settings);
        // Another process was faster, or nobody watches any more.
        if (row === null || known === null || !known.watching || known.seen === signature) return;
        Object.assign(row, { status: 'DISCOVERING', settings: { ...row.settings, watching: true, seen: signature } });
        await this.#syncs.begin(unit, row, null);
      });
      return true;
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
  }
}
