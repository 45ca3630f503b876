import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { exemptFromAudit } from '../../kernel/audit/exempt.ts';

export type DataTestKind = 'UNIQUE' | 'REQUIRED' | 'REFERENTIAL' | 'RANGE' | 'FRESHNESS' | 'VOLUME';
export type DataTestStatus = 'UNKNOWN' | 'PASSING' | 'FAILING' | 'UNFIT';

/** What has to hold of the records of an entity type, and how that was found at the last run. */
export const DataTestRow = defineEntity({
  name: 'DataTestRow',
  tableName: 'data_test',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    entityName: p.string(),
    kind: p.string().$type<DataTestKind>(),
    /** Name of the attribute or relation; null when it is about the whole type. */
    attribute: p.string().nullable(),
    /** Least and most: numbers, or days as YYYY-MM-DD; of VOLUME records, and null for what was there before. */
    minimum: p.string().nullable(),
    maximum: p.string().nullable(),
    maxAgeHours: p.integer().nullable(),
    /** Share of what is checked that may fail. */
    tolerance: p.double().$type<number>(),
    severity: p.string().$type<'WARNING' | 'CRITICAL'>(),
    origin: p.string().$type<'PROPOSED' | 'PERSON'>(),
    enabled: p.boolean(),
    status: p.string().$type<DataTestStatus>(),
    checked: p.bigint('number'),
    failing: p.bigint('number'),
    lastRunAt: p.datetime().nullable(),
    failingSince: p.datetime().nullable(),
    createdAt: p.datetime(),
    createdBy: p.uuid().nullable(),
  },
});
export type DataTestRow = InferEntity<typeof DataTestRow>;

/** A numeric column on its way: what its values come to at the source, landed, and unified. */
export interface ColumnTotals {
  readonly column: string;
  readonly attribute: string;
  /** Null where the source was not counted whole, or a transform changes what the numbers come to. */
  readonly source: number | null;
  readonly landed: number | null;
  readonly unified: number | null;
  /** Values that the attribute cannot keep. */
  readonly setAside: number;
}

/** What of an object's records got where, after one sync. */
export const ControlTotalRow = defineEntity({
  name: 'ControlTotalRow',
  tableName: 'control_total',
  properties: {
    id: p.uuid().primary(),
    tenantId: p.uuid(),
    connectionId: p.uuid(),
    objectId: p.uuid(),
    objectName: p.string(),
    entityName: p.string(),
    syncId: p.uuid().nullable(),
    sourceRecords: p.bigint('number').nullable(),
    landedRecords: p.bigint('number'),
    unifiedRecords: p.bigint('number'),
    quarantinedRecords: p.bigint('number'),
    columns: p.json().$type<ColumnTotals[]>(),
    /** What does not add up, in sentences without values. */
    differences: p.json().$type<string[]>(),
    measuredAt: p.datetime(),
  },
});
export type ControlTotalRow = InferEntity<typeof ControlTotalRow>;

/** What tests and totals come to for one entity type, as it was told last. */
export const EntityQualityRow = defineEntity({
  name: 'EntityQualityRow',
  tableName: 'entity_quality',
  properties: {
    tenantId: p.uuid().primary(),
    entityName: p.string().primary(),
    score: p.double().$type<number>(),
    failing: p.integer(),
    reasons: p.json().$type<string[]>(),
    changedAt: p.datetime(),
  },
});
export type EntityQualityRow = InferEntity<typeof EntityQualityRow>;

exemptFromAudit(ControlTotalRow, 'counted anew after every sync; nobody decides it');
exemptFromAudit(EntityQualityRow, 'follows from tests and totals; nobody decides it');
