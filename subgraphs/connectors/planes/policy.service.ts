import { LockMode } from '@mikro-orm/core';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { InputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { connectionErrors } from '../connections/connection.errors.ts';
import { isId } from '../id.ts';
import { FabricPlaneRow, PlanePolicyRow } from './plane.entities.ts';
import { type PlaneRules, assertPasses, planeProblems, planeRules } from './plane-gate.ts';
import { FabricPlaneKind, crossesNetwork } from './plane-kinds.ts';
import type { PlanePolicy } from './policy.type.ts';

const MAX_SHOWN = 100;
/** Connections looked at for those that a policy refuses. */
const MAX_LOOKED_AT = 2_000;

/** The rules about planes, and which plane each connection goes through. */
export class PlanePolicyService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /** The policy as it is, with what it refuses. */
  read({ tenantId }: UserViewer): Promise<PlanePolicy> {
    return this.system.database.unitOfWork(tenantId, (unit) => policyOf(unit));
  }

  /** Sets it; it holds from the next call on, for connections that are there too. */
  set({ tenantId, userId }: UserViewer, rules: PlaneRules): Promise<PlanePolicy> {
    const all = Object.values(FabricPlaneKind);
    const wanted = rules.allowedKinds === null ? null : all.filter((kind) => rules.allowedKinds?.includes(kind));
    const values = { allowedKinds: wanted, directAllowed: rules.directAllowed, changedBy: userId, changedAt: this.system.clock() };
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const row = await unit.em.findOne(PlanePolicyRow, { tenantId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
      if (row === null) unit.em.create(PlanePolicyRow, { tenantId, ...values });
      else Object.assign(row, values);
      await unit.em.flush();
      return policyOf(unit);
    });
  }

  /** Gives a connection another plane, or none. @returns it, or what has to be corrected. @throws CONNECTION_NOT_FOUND */
  async setPlane({ tenantId }: UserViewer, id: string, planeId: string | null): Promise<ConnectionRow | InputProblem[]> {
    return this.system.database.unitOfWork(tenantId, async (unit) => {
      const row = isId(id) ? await unit.em.findOne(ConnectionRow, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
      if (row === null) throw connectionErrors.CONNECTION_NOT_FOUND({});
      const problems = await planeProblems(unit, { kind: row.kind, planeId });
      if (problems.length > 0) return problems;
      row.planeId = planeId;
      return row;
    });
  }
}

async function policyOf(unit: UnitOfWork): Promise<PlanePolicy> {
  const { em, tenantId } = unit;
  const rules = await planeRules(unit);
  const row = await em.findOne(PlanePolicyRow, { tenantId });
  const { allowedKinds, directAllowed } = rules;
  const open = allowedKinds === null && directAllowed;
  const refusedConnections = open ? [] : await refusedBy(unit, rules);
  return {
    allowedKinds: allowedKinds ?? Object.values(FabricPlaneKind),
    directAllowed,
    changedAt: row?.changedAt ?? null,
    refusedConnections,
  };
}

async function refusedBy({ em }: UnitOfWork, rules: PlaneRules): Promise<ConnectionRow[]> {
  const connections = await em.find(ConnectionRow, {}, { orderBy: { name: 'asc', id: 'asc' }, limit: MAX_LOOKED_AT });
  const ids = [...new Set(connections.flatMap(({ planeId }) => planeId ?? []))];
  const planes = new Map((await em.find(FabricPlaneRow, { id: ids })).map((plane) => [plane.id, plane]));
  return connections.filter((one) => isRefused(rules, one, planes)).slice(0, MAX_SHOWN);
}

function isRefused(rules: PlaneRules, { kind, planeId }: ConnectionRow, planes: ReadonlyMap<string, FabricPlaneRow>): boolean {
  if (planeId == null) return crossesNetwork(kind) && !rules.directAllowed;
  const plane = planes.get(planeId);
  try {
    if (plane !== undefined) assertPasses(rules, plane, kind);
    return plane === undefined;
  } catch {
    return true;
  }
}
