import type { DiscoveredColumn } from '../../../schema/events/discovered-schema.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { SourceObjectRow } from '../objects/source-object.entity.ts';
import { SourceSchemaRow } from '../objects/source-schema.entity.ts';
import { ObjectReadingRow } from '../repairs/object-reading.entity.ts';
import { DEFAULT_POLICY, RepairPolicyRow, type RepairRules } from '../repairs/repair-policy.entity.ts';
import { RepairRow } from '../repairs/repair.entity.ts';
import type { ReadingRule } from '../repairs/rules.ts';
import { type ColumnDependence, ObjectDependenceRow } from './dependence.entity.ts';
import { DriftRow } from './drift.entity.ts';
import type { Depends } from './judge.ts';

/** An object as it was known before a look. */
export interface KnownObject {
  objectId: string;
  connectionId: string;
  name: string;
  /** Stable columns as they were last catalogued; none of an object that has not landed. */
  columns: DiscoveredColumn[];
  key: string[] | null;
  /** Version of the reading in force; 0: fields are columns. */
  version: number;
  rules: ReadingRule[];
  /** The repair whose first landing is still to come. */
  unsettled: string | null;
  dependence: ColumnDependence[];
  /** Drifts that somebody has dismissed and that are still there. */
  dismissed: ReadonlySet<string>;
  /** Repairs that were turned down or taken back, by what they answered. */
  refused: ReadonlySet<string>;
}

/** What is known of a connection before a look at it, by path. */
export interface KnownConnection {
  objects: ReadonlyMap<string, KnownObject>;
  policy: RepairRules;
}

/** Reads what is known of a connection's objects. */
export async function knownObjects(unit: UnitOfWork, connectionId: string): Promise<KnownConnection> {
  const { em, tenantId } = unit;
  const objects = await em.find(SourceObjectRow, { connectionId });
  const schemas = new Map(
    (await em.find(SourceSchemaRow, { id: objects.flatMap(({ schemaId }) => schemaId ?? []) })).map((row) => [row.id, row]),
  );
  const readings = new Map(
    (await em.find(ObjectReadingRow, { tenantId, connectionId, status: 'ACTIVE' })).map((row) => [row.objectId, row]),
  );
  const dependence = new Map((await em.find(ObjectDependenceRow, { tenantId, connectionId })).map((row) => [row.objectId, row.fields]));
  const dismissed = Map.groupBy(await em.find(DriftRow, { tenantId, connectionId, status: 'DISMISSED' }, { fields: ['objectId', 'fingerprint'] }), ({ objectId }) => objectId); // prettier-ignore
  const repairs = await em.find(RepairRow, { tenantId, connectionId, $or: [{ status: { $in: ['REJECTED', 'ROLLED_BACK', 'EXPIRED'] } }, { status: 'APPLIED', settled: false }] }); // prettier-ignore
  const known = objects.map((row): [string, KnownObject] => {
    const reading = readings.get(row.id);
    const own = repairs.filter(({ objectId }) => objectId === row.id);
    return [
      row.path,
      {
        objectId: row.id,
        connectionId,
        name: row.name,
        columns: row.schemaId == null || row.landedFingerprint == null ? [] : (schemas.get(row.schemaId)?.columns ?? []),
        key: row.keyColumns == null || row.keyColumns.length === 0 ? null : row.keyColumns,
        version: reading?.version ?? 0,
        rules: reading?.rules ?? [],
        unsettled: own.find(({ status, id }) => status === 'APPLIED' && id === reading?.repairId)?.id ?? null,
        dependence: dependence.get(row.id) ?? [],
        dismissed: new Set((dismissed.get(row.id) ?? []).map(({ fingerprint }) => fingerprint)),
        refused: new Set(own.filter(({ status }) => status !== 'APPLIED').map(({ fingerprint }) => fingerprint)),
      },
    ];
  });
  return { objects: new Map(known), policy: await policyOf(unit) };
}

/** The tenant's policy about repairs. */
export async function policyOf({ em, tenantId }: UnitOfWork): Promise<RepairRules> {
  return (await em.findOne(RepairPolicyRow, { tenantId })) ?? DEFAULT_POLICY;
}

/** What goes by a column. */
export function dependsIn({ key, dependence, columns }: KnownObject, column: string): Depends {
  const own = dependence.filter((one) => one.column === column);
  const isKey = key?.includes(column) === true;
  return {
    dependents: [
      ...(isKey ? [{ kind: 'KEY' as const, name: column, label: 'what tells records apart' }] : []),
      ...own.flatMap(({ dependents }) => dependents),
    ],
    entities: own.map(({ entity }) => entity),
    money: own.some(({ money }) => money) || columns.find(({ name }) => name === column)?.type === 'MONEY',
    key: isKey,
  };
}
