import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import { PersonalDataFindingRow, PersonalDataPolicyRow } from '../../kernel/privacy/privacy.entity.ts';
import type { System } from '../../kernel/system.ts';
import { sealSecret } from '../../kernel/vault/vault.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { SourceRef } from '../kit/connector.ts';
import type { ConnectionKind } from '../kit/kinds.ts';
import type { FolderService } from '../folders/folder.service.ts';
import { deleteLanded } from '../objects/landing.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { forgetRepairs } from '../repairs/undo.ts';
import { planeProblems } from '../planes/plane-gate.ts';
import type { SyncRunRow } from '../syncs/sync-run.entity.ts';
import type { SyncService } from '../syncs/sync.service.ts';
import type { UploadService } from '../uploads/upload.service.ts';
import { isId } from '../id.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { ConnectionRow } from './connection.entity.ts';
import { connectionErrors } from './connection.errors.ts';
import { secretContext, sourceOf } from './source-of.ts';

const MAX_NAME_CHARACTERS = 100;
/** A source that does not answer by then keeps what was left there. */
const RELEASE_MS = 10_000;

export interface SourceToConnect {
  kind: ConnectionKind;
  /** What people call it, trimmed. */
  name: string;
  /** The name was chosen: a name of its own is a wish for another connection to the same source. */
  named: boolean;
  /** Without any secret in it; the same source always has the same. */
  location: string;
  /** In clear; sealed before it is stored. */
  secret: string | null;
  settings: object | null;
  /** The fabric plane it goes through; left out or null: none, a direct call. */
  planeId?: string | null;
  /** The input that names the source, for problems. */
  field: string;
}

export interface FilesToConnect {
  name: string | null;
  folder: string | null;
  uploadId: string | null;
}

interface Deps {
  system: System;
  folders: FolderService;
  uploads: UploadService;
  syncs: SyncService;
}

/** Makes, reads and removes connections; with the syncs that run over them, the only writer of `connection`. */
export class ConnectionService {
  readonly #deps: Deps;
  /** Has a connector take away what it left at a source; set once the connectors are there. */
  release: (kind: ConnectionKind, source: SourceRef) => Promise<void> = () => Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** Connects a folder or an upload and starts its first sync. @returns both, or what has to be corrected. */
  async connectFiles(
    viewer: UserViewer,
    input: FilesToConnect,
    localOwner: boolean,
  ): Promise<{ connection: ConnectionRow; sync: SyncRunRow } | InputProblem[]> {
    const located = await this.#locate(viewer, input, localOwner);
    if (Array.isArray(located)) return located;
    const source = { kind: 'FILES', ...located, secret: null, settings: null, field: 'folder' } as const;
    const named = input.name !== null;
    return this.connect(viewer, { ...source, named }, async (unit) => {
      if (input.uploadId !== null) await this.#deps.uploads.close(unit, input.uploadId);
    });
  }

  /**
   * Makes a connection and starts its first sync. A source is connected once under a name, also by two who do it at the same moment.
   * @param inside what else belongs into the transaction. @returns both, or what has to be corrected
   */
  async connect(
    viewer: UserViewer,
    source: SourceToConnect,
    inside: (unit: UnitOfWork) => Promise<void> = () => Promise.resolve(),
  ): Promise<{ connection: ConnectionRow; sync: SyncRunRow } | InputProblem[]> {
    const { system, syncs } = this.#deps;
    const { kind, name, location, settings, planeId = null } = source;
    const { tenantId, userId } = viewer;
    if (name === '' || name.length > MAX_NAME_CHARACTERS) return [inputProblem(connectionErrors.CONNECTION_NAME_INVALID({}), 'name')];
    const id = randomUUID();
    const secret = source.secret === null ? null : sealSecret(source.secret, system.secrets.vault, secretContext({ id, tenantId }));
    return system.database.unitOfWork(tenantId, async (unit) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`connection ${tenantId} ${location}`}, 0))`.execute(unit.sql);
      const known = await unit.em.findOne(ConnectionRow, { tenantId, location, ...(source.named ? { name } : {}) });
      if (known !== null)
        return [inputProblem(connectionErrors.ALREADY_CONNECTED({ source: location, name: known.name, id: known.id }), source.field)];
      const refusals = await planeProblems(unit, { kind, planeId });
      if (refusals.length > 0) return refusals;
      await inside(unit);
      const connection = unit.em.create(ConnectionRow, {
        id, tenantId, name, kind, location, secret, settings, planeId,
        status: 'DISCOVERING', statusReason: null, createdBy: userId, createdAt: system.clock(),
      }); // prettier-ignore
      // The sync refers to it.
      await unit.em.persist(connection).flush();
      unit.emit('connectors.connection-created', { connectionId: id, name, kind, location, createdBy: userId });
      return { connection, sync: await syncs.begin(unit, connection, userId) };
    });
  }

  /** Syncs a connection once more; `complete`: reads everything again, unchanged or not. @throws CONNECTION_NOT_FOUND, SYNC_RUNNING */
  async sync(viewer: UserViewer, id: string, complete = false): Promise<SyncRunRow> {
    const { system, syncs } = this.#deps;
    return system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const connection = isId(id) ? await unit.em.findOne(ConnectionRow, { id }) : null;
      if (connection === null) throw connectionErrors.CONNECTION_NOT_FOUND({});
      connection.status = 'DISCOVERING';
      if (complete) await unit.em.nativeUpdate(SourceObjectRow, { connectionId: id }, { landedHash: null, watermark: null });
      return syncs.begin(unit, connection, viewer.userId, complete ? { mode: 'FULL', request: null } : null);
    });
  }

  /**
   * Removes a connection with everything it landed; a sync of it that runs ends. Records go in batches, the connection last: removing again after a
   * crash goes on where it stopped. @returns false when it was not there.
   */
  async remove(viewer: UserViewer, id: string): Promise<boolean> {
    const { system, uploads, syncs } = this.#deps;
    const work = <T>(run: (unit: UnitOfWork) => Promise<T>): Promise<T> => system.database.unitOfWork(viewer.tenantId, run);
    const objectIds = await work(async (unit) => {
      if ((await unit.em.count(ConnectionRow, { id })) === 0) return null;
      await syncs.cancel(unit, id);
      const objects = await unit.em.find(SourceObjectRow, { connectionId: id }, { fields: ['id'] });
      // A sync that comes in between must not take for landed what is being removed.
      await unit.em.nativeUpdate(SourceObjectRow, { connectionId: id }, { landedHash: null });
      return objects.map((object) => object.id);
    });
    if (objectIds === null) return false;
    await this.#release(viewer.tenantId, id);
    while ((await work((unit) => deleteLanded(unit, objectIds))) > 0);
    while ((await work((unit) => forgetRepairs(unit, objectIds))) > 0);
    const location = await work(async (unit) => {
      const connection = await unit.em.findOne(ConnectionRow, { id });
      if (connection === null) return null;
      await unit.em.nativeDelete(ConnectionRow, { id });
      // What was found in it, and the policies that were for it alone.
      await unit.em.nativeDelete(PersonalDataFindingRow, { sourceKind: 'CONNECTION', sourceId: id });
      await unit.em.nativeDelete(PersonalDataPolicyRow, { sourceKind: 'CONNECTION', source: id });
      unit.emit('connectors.connection-removed', { connectionId: id });
      return connection.location;
    });
    if (location !== null) await uploads.discard(location);
    return location !== null;
  }

  /** Connections by id, null for those that are not of the viewer's tenant. */
  async load(viewer: UserViewer, ids: readonly string[]): Promise<(ConnectionRow | null)[]> {
    const rows = await this.#deps.system.database.unitOfWork(viewer.tenantId, ({ em }) => em.find(ConnectionRow, { id: [...ids] }));
    return inOrder(ids, rows, (row) => row.id);
  }

  /** The tenant's connections, newest first. */
  page(viewer: UserViewer, page: Page): Promise<ConnectionOf<ConnectionRow>> {
    return this.#deps.system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
      const where = page.after === null ? {} : { $or: olderThan(page.after, 'createdAt') };
      const rows = await em.find(ConnectionRow, where, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(ConnectionRow), (row) => [row.createdAt.toISOString(), row.id]);
    });
  }

  /** Has the connector take away what it left at the source. A source that is away, or no longer opens, keeps it. */
  async #release(tenantId: string, id: string): Promise<void> {
    const { database, secrets, logger } = this.#deps.system;
    try {
      const { kind, source } = await database.unitOfWork(tenantId, async (unit) => {
        const row = await unit.em.findOneOrFail(ConnectionRow, { id }, { fields: ['kind'] });
        return { kind: row.kind, source: await sourceOf(unit, id, secrets.vault) };
      });
      await Promise.race([this.release(kind, source), pause(RELEASE_MS, undefined, { ref: false })]);
    } catch (error) {
      logger.warn({ err: error, connectionId: id }, 'what a connection left at its source could not be taken away');
    }
  }

  async #locate(
    viewer: UserViewer,
    input: FilesToConnect,
    localOwner: boolean,
  ): Promise<{ name: string; location: string } | InputProblem[]> {
    const name = input.name?.trim() ?? null;
    if ((input.folder === null) === (input.uploadId === null)) return [inputProblem(connectionErrors.SOURCE_CHOICE({}))];
    const { folders, uploads } = this.#deps;
    try {
      if (input.uploadId !== null) {
        const { location, name: usual } = await uploads.location(viewer, input.uploadId);
        return { name: name ?? usual, location };
      }
      const location = await folders.connectable(input.folder ?? '', localOwner);
      return { name: name ?? (basename(location) || location), location };
    } catch (error) {
      if (error instanceof DomainError) return [inputProblem(error, input.uploadId === null ? 'folder' : 'uploadId')];
      throw error;
    }
  }
}
