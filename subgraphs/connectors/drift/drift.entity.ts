import { type InferEntity, defineEntity, p } from '@mikro-orm/core';
import type { ChangeKind } from './detection/types.ts';

export const DriftSeverity = { INFO: 'INFO', WARNING: 'WARNING', CRITICAL: 'CRITICAL' } as const;
export type DriftSeverity = (typeof DriftSeverity)[keyof typeof DriftSeverity];

export const DriftStatus = { OPEN: 'OPEN', PASSED: 'PASSED', REPAIRED: 'REPAIRED', DISMISSED: 'DISMISSED', GONE: 'GONE' } as const;
export type DriftStatus = (typeof DriftStatus)[keyof typeof DriftStatus];

/** A field as it is kept with a drift: what its schema says, nothing of its values. */
export interface StoredField {
  path: string;
  type: string;
  nullable: boolean;
  format: string | null;
  unit: string | null;
}

/** Something that goes by a column. */
export interface Dependent {
  kind: 'KEY' | 'ENTITY' | 'ATTRIBUTE' | 'METRIC';
  name: string;
  label: string;
}

/** One change of an object at its source, from when it was seen until it is settled. */
export const DriftRow = defineEntity({
  name: 'DriftRow',
  tableName: 'drift',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    connectionId: p.uuid(),
    objectId: p.uuid(),
    kind: p.string().$type<ChangeKind>(),
    severity: p.string().$type<DriftSeverity>(),
    status: p.string().$type<DriftStatus>(),
    field: p.string().nullable(),
    summary: p.string(),
    before: p.json().$type<StoredField[]>(),
    after: p.json().$type<StoredField[]>(),
    confidence: p.double().$type<number>(),
    evidence: p.json().$type<string[]>(),
    dependents: p.json().$type<Dependent[]>(),
    /** While it is open, the object's records wait in quarantine. */
    holds: p.boolean(),
    /** What changed into what: the same change is one drift. */
    fingerprint: p.string(),
    repairId: p.uuid().nullable(),
    detectedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
  },
});
export type DriftRow = InferEntity<typeof DriftRow>;
