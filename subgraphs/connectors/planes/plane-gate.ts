import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { type VaultKey, openSecret } from '../../kernel/vault/vault.ts';
import { isId } from '../id.ts';
import { FabricPlaneRow, PlanePolicyRow } from './plane.entities.ts';
import { planeErrors } from './plane.errors.ts';
import { type FabricPlaneKind, carries, crossesNetwork, planeKind } from './plane-kinds.ts';
import { type PlaneRef, planeSecretContext } from './plane-ref.ts';

/** What a tenant's policy says. */
export interface PlaneRules {
  /** Null: every kind. */
  allowedKinds: readonly FabricPlaneKind[] | null;
  directAllowed: boolean;
}

/** What is about to be called: a kind of connection, and the plane it declares. */
export interface PlannedCall {
  kind: string;
  /** Null: none, a direct call. */
  planeId: string | null;
}

/** The tenant's rules; without any, everything is allowed. */
export async function planeRules({ em, tenantId }: UnitOfWork): Promise<PlaneRules> {
  const row = await em.findOne(PlanePolicyRow, { tenantId });
  return { allowedKinds: row?.allowedKinds ?? null, directAllowed: row?.directAllowed ?? true };
}

/**
 * The one gate to every source: the plane that a call would go through, once the tenant's policy has let it pass. Whatever cannot be read or is not
 * there stops the call. @returns null for a direct call that is allowed
 * @throws DIRECT_CALL_NOT_ALLOWED, PLANE_NOT_FOUND, PLANE_NOT_ALLOWED, PLANE_DOES_NOT_CARRY
 */
export async function planeFor(unit: UnitOfWork, { kind, planeId }: PlannedCall): Promise<FabricPlaneRow | null> {
  const rules = await planeRules(unit);
  if (planeId === null) {
    if (crossesNetwork(kind) && !rules.directAllowed) throw planeErrors.DIRECT_CALL_NOT_ALLOWED({});
    return null;
  }
  const { em, tenantId } = unit;
  const row = isId(planeId) ? await em.findOne(FabricPlaneRow, { id: planeId, tenantId }, { populate: ['secret'] }) : null;
  if (row === null) throw planeErrors.PLANE_NOT_FOUND({});
  assertPasses(rules, row, kind);
  return row;
}

/** The same with the plane's secret in clear, for the call that follows. @throws VAULT_KEY_MISSING, SECRET_UNREADABLE and what planeFor throws */
export async function openPlane(unit: UnitOfWork, call: PlannedCall, vault: VaultKey): Promise<PlaneRef | null> {
  const row = await planeFor(unit, call);
  return row === null ? null : openRow(row, vault);
}

/** What speaks against a call; empty when nothing does. */
export async function planeProblems(unit: UnitOfWork, call: PlannedCall): Promise<InputProblem[]> {
  try {
    await planeFor(unit, call);
    return [];
  } catch (error) {
    if (error instanceof DomainError) return [inputProblem(error, 'planeId')];
    throw error;
  }
}

/** @throws PLANE_NOT_ALLOWED, PLANE_DOES_NOT_CARRY */
export function assertPasses(rules: PlaneRules, { kind, name }: Pick<FabricPlaneRow, 'kind' | 'name'>, connection: string): void {
  const { label } = planeKind(kind);
  if (rules.allowedKinds !== null && !rules.allowedKinds.includes(kind)) throw planeErrors.PLANE_NOT_ALLOWED({ plane: name, kind: label });
  if (!carries(kind, connection)) throw planeErrors.PLANE_DOES_NOT_CARRY({ plane: name, planeKind: label, kind: connection });
}

/** A plane with its secret in clear. @throws VAULT_KEY_MISSING, SECRET_UNREADABLE */
export function openRow({ id, tenantId, kind, name, address, settings, secret }: FabricPlaneRow, vault: VaultKey): PlaneRef {
  return {
    id,
    kind,
    name,
    address,
    settings,
    secret: secret == null ? null : openSecret(secret, vault, planeSecretContext({ tenantId, id })),
  };
}
