import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { outboundRules } from '../../kernel/outbound/allowed-address.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { isId } from '../id.ts';
import { type PlaneFinding, lookAtPlane } from './checks/look-at-plane.ts';
import { jobsOf } from './jobs/jobs-of.ts';
import type { FabricPlaneJob } from './plane-job.type.ts';
import { FabricPlaneRow } from './plane.entities.ts';
import { planeErrors } from './plane.errors.ts';
import { openRow } from './plane-gate.ts';
import type { PlaneRef } from './plane-ref.ts';

/** A plane that does not answer by then is down. */
const LOOK_MS = 10_000;
const JOBS_MS = 20_000;
const MAX_JOBS = 100;
/** How long until a plane is looked at again: soon while something is wrong. */
const UP_AGAIN_MS = 5 * 60_000;
const OTHERWISE_AGAIN_MS = 60_000;

/** Looks how planes are, and what their jobs do. Nothing is asked of a plane inside a unit of work. */
export class PlaneChecks {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** Looks at a plane because somebody asked. @throws PLANE_NOT_FOUND */
  async test({ tenantId }: UserViewer, id: string): Promise<FabricPlaneRow> {
    const finding = await this.look(await this.open(tenantId, id), AbortSignal.timeout(LOOK_MS));
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const row = await find(unit, id);
      Object.assign(row, this.foundOf(finding));
      unit.audit({ action: 'fabric-plane.tested', subject: { type: 'FabricPlane', id }, before: null, after: { ...finding } });
      return row;
    });
  }

  /** Looks at a plane because it is due; that is no change by anybody, so the audit trail has none of it. */
  async check(tenantId: string, id: string, signal: AbortSignal): Promise<void> {
    const finding = await this.look(await this.open(tenantId, id), AbortSignal.any([signal, AbortSignal.timeout(LOOK_MS)]));
    if (signal.aborted) return;
    await this.system.database.unitOfWork(tenantId, ({ em }) => em.nativeUpdate(FabricPlaneRow, { id }, this.foundOf(finding)));
  }

  /** The latest jobs of a plane; null of a kind that has none. @throws PLANE_NOT_FOUND, PLANE_UNREACHABLE, PLANE_SECRET_REFUSED */
  async jobs({ tenantId }: UserViewer, id: string, first: number): Promise<FabricPlaneJob[] | null> {
    const plane = await this.open(tenantId, id);
    return jobsOf(plane, Math.min(MAX_JOBS, Math.max(1, first)), outboundRules(this.system), AbortSignal.timeout(JOBS_MS));
  }

  private look(plane: PlaneRef, signal: AbortSignal): Promise<PlaneFinding> {
    return lookAtPlane(plane, outboundRules(this.system), signal);
  }

  private open(tenantId: string, id: string): Promise<PlaneRef> {
    const { database, secrets } = this.system;
    return database.unitOfWork(tenantId, async (unit) => openRow(await find(unit, id), secrets.vault));
  }

  private foundOf({
    status,
    reason,
    latencyMs,
  }: PlaneFinding): Pick<FabricPlaneRow, 'status' | 'statusReason' | 'latencyMs' | 'checkedAt' | 'checkDueAt'> {
    const now = this.system.clock();
    const again = status === 'UP' ? UP_AGAIN_MS : OTHERWISE_AGAIN_MS;
    return { status, statusReason: reason, latencyMs, checkedAt: now, checkDueAt: new Date(now.getTime() + again) };
  }
}

/** @throws PLANE_NOT_FOUND */
async function find({ em }: UnitOfWork, id: string): Promise<FabricPlaneRow> {
  const row = isId(id) ? await em.findOne(FabricPlaneRow, { id }, { populate: ['secret'] }) : null;
  if (row === null) throw planeErrors.PLANE_NOT_FOUND({});
  return row;
}
