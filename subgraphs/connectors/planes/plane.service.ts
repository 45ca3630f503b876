import { randomUUID } from 'node:crypto';
import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { inOrder } from '../../kernel/loaders/loader-scope.ts';
import { type ConnectionOf, type Page, connectionFrom } from '../../kernel/pagination/page.ts';
import type { System } from '../../kernel/system.ts';
import { sealSecret } from '../../kernel/vault/vault.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { olderThan } from '../../kernel/pagination/by-time.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { isId } from '../id.ts';
import { FabricPlaneRow } from './plane.entities.ts';
import { planeErrors } from './plane.errors.ts';
import { readForm } from './plane-form.ts';
import { type FabricPlaneKind, planeKind } from './plane-kinds.ts';
import { planeSecretContext } from './plane-ref.ts';

const MAX_PLANES = 100;
const MAX_NAMED = 5;
const MAX_SHOWN = 100;

export interface PlaneToMake {
  kind: FabricPlaneKind;
  name: string | null;
  address: string | null;
  secret: string | null;
  settings: Readonly<Record<string, string>>;
}

export interface PlaneChange extends Omit<PlaneToMake, 'kind' | 'settings'> {
  id: string;
  /** Null: as they are. */
  settings: Readonly<Record<string, string>> | null;
}

/** Makes, changes, removes and reads fabric planes; with the checks, the only writer of `fabric_plane`. */
export class PlaneService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** @returns the plane, or what has to be corrected */
  async create({ tenantId, userId }: UserViewer, input: PlaneToMake): Promise<FabricPlaneRow | InputProblem[]> {
    const spec = planeKind(input.kind);
    const address = input.address ?? spec.fields.find(({ name }) => name === 'address')?.fallback ?? '';
    const form = readForm({ ...input, name: input.name ?? spec.label, address });
    if (Array.isArray(form)) return form;
    const id = randomUUID();
    const now = this.system.clock();
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const problem = await this.nameTaken(unit, form.name, null);
      if (problem !== null) return [problem];
      if ((await unit.em.count(FabricPlaneRow)) >= MAX_PLANES) return [inputProblem(planeErrors.TOO_MANY_PLANES({ maximum: MAX_PLANES }))];
      return unit.em.create(FabricPlaneRow, {
        id, tenantId, kind: input.kind, name: form.name, address: form.address, settings: form.settings, secret: this.sealed(tenantId, id, form.secret),
        status: 'UNKNOWN', statusReason: null, latencyMs: null, checkedAt: null, checkDueAt: now, createdBy: userId, createdAt: now,
      }); // prettier-ignore
    });
  }

  /** A secret stays with the address it was given for: another address needs it again. @throws PLANE_NOT_FOUND */
  update({ tenantId }: UserViewer, change: PlaneChange): Promise<FabricPlaneRow | InputProblem[]> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const row = await find(unit, change.id);
      const kept = row.secret != null && (change.address === null || change.address === row.address);
      const settings = { ...row.settings, ...change.settings };
      const form = readForm({
        kind: row.kind, name: change.name ?? row.name, address: change.address ?? row.address, settings,
        // What is there already fills the field.
        secret: change.secret ?? (kept ? 'kept' : null),
      }); // prettier-ignore
      if (Array.isArray(form)) return form;
      const problem = await this.nameTaken(unit, form.name, row.id);
      if (problem !== null) return [problem];
      if (change.secret !== null || !kept) row.secret = this.sealed(tenantId, row.id, change.secret);
      Object.assign(row, { name: form.name, address: form.address, settings: form.settings, checkDueAt: this.system.clock() });
      return row;
    });
  }

  /** @returns false when it was not there. @throws PLANE_IN_USE */
  remove({ tenantId }: UserViewer, id: string): Promise<boolean> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const row = isId(id) ? await unit.em.findOne(FabricPlaneRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
      if (row === null) return false;
      const users = await unit.em.find(ConnectionRow, { planeId: id }, { limit: MAX_NAMED, orderBy: { name: 'asc' } });
      if (users.length > 0) throw planeErrors.PLANE_IN_USE({ plane: row.name, connections: users.map(({ name }) => name).join(', ') });
      unit.em.remove(row);
      return true;
    });
  }

  /** The tenant's planes, newest first. */
  page({ tenantId }: UserViewer, page: Page): Promise<ConnectionOf<FabricPlaneRow>> {
    return this.system.database.unitOfWork(tenantId, async ({ em }) => {
      const where = page.after === null ? {} : { $or: olderThan(page.after, 'createdAt') };
      const rows = await em.find(FabricPlaneRow, where, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: page.limit + 1 });
      return connectionFrom(page, rows, await em.count(FabricPlaneRow), (row) => [row.createdAt.toISOString(), row.id]);
    });
  }

  /** Planes by id, null for those that are not of the viewer's tenant. */
  async load({ tenantId }: UserViewer, ids: readonly string[]): Promise<(FabricPlaneRow | null)[]> {
    const rows = await this.system.database.unitOfWork(tenantId, ({ em }) => em.find(FabricPlaneRow, { id: [...ids] }));
    return inOrder(ids, rows, (row) => row.id);
  }

  /** What goes through a plane, by name. */
  connections({ tenantId }: UserViewer, planeId: string): Promise<ConnectionRow[]> {
    return this.system.database.unitOfWork(tenantId, ({ em }) => em.find(ConnectionRow, { planeId }, { orderBy: { name: 'asc', id: 'asc' }, limit: MAX_SHOWN })); // prettier-ignore
  }

  private sealed(tenantId: string, id: string, secret: string | null): string | null {
    return secret === null || secret === '' ? null : sealSecret(secret, this.system.secrets.vault, planeSecretContext({ tenantId, id }));
  }

  private async nameTaken({ em, sql: db, tenantId }: UnitOfWork, name: string, except: string | null): Promise<InputProblem | null> {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`fabric planes ${tenantId}`}, 0))`.execute(db);
    const taken = await em.count(FabricPlaneRow, { name, ...(except === null ? {} : { id: { $ne: except } }) });
    return taken === 0 ? null : inputProblem(planeErrors.PLANE_NAME_TAKEN({ name }), 'name');
  }
}

/** @throws PLANE_NOT_FOUND */
async function find({ em }: UnitOfWork, id: string): Promise<FabricPlaneRow> {
  const options = { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['secret'] } as const;
  const row = isId(id) ? await em.findOne(FabricPlaneRow, { id }, options) : null;
  if (row === null) throw planeErrors.PLANE_NOT_FOUND({});
  return row;
}
