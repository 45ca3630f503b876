import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { FabricPlaneKind } from './plane-kinds.ts';
import type { PlaneStatus } from './plane.type.ts';

export const FabricPlaneRow = defineEntity({
  name: 'FabricPlaneRow',
  tableName: 'fabric_plane',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    kind: p.string().$type<FabricPlaneKind>(),
    name: p.string(),
    /** Without any secret in it. */
    address: p.string(),
    /** The other fields of its form, by name; no secrets. */
    settings: p.json().$type<Record<string, string>>(),
    /** Sealed by the vault; read only to open the plane. */
    secret: p.string().nullable().lazy(),
    status: p.string().$type<PlaneStatus>(),
    statusReason: p.string().nullable(),
    latencyMs: p.integer().nullable(),
    checkedAt: p.datetime().nullable(),
    /** When it is looked at again. */
    checkDueAt: p.datetime(),
    createdBy: p.uuid().nullable(),
    createdAt: p.datetime(),
  },
});
export type FabricPlaneRow = InferEntity<typeof FabricPlaneRow>;

/** At most one a tenant; without one everything is allowed. */
export const PlanePolicyRow = defineEntity({
  name: 'PlanePolicyRow',
  tableName: 'plane_policy',
  properties: {
    tenantId: p.uuid().primary(),
    /** Null: all kinds, those to come too. */
    allowedKinds: p.json().$type<FabricPlaneKind[]>().nullable(),
    directAllowed: p.boolean(),
    changedBy: p.uuid().nullable(),
    changedAt: p.datetime(),
  },
});
export type PlanePolicyRow = InferEntity<typeof PlanePolicyRow>;
