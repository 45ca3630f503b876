import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Decisions, ProposedField, ProposedTable } from '../matching/proposal.ts';
import { stableId } from '../stable-id.ts';
import { shapeOfTransform, transformOf } from '../transform/steps.ts';
import { FieldMappingRow, TableMappingRow, type StoredDecisions } from './proposal.entity.ts';

/** The stored tables of proposals with their fields, by proposal, in the order they were proposed. */
export async function acceptedTables(unit: UnitOfWork, proposalIds: readonly string[]): Promise<Map<string, ProposedTable[]>> {
  const where = { tenantId: unit.tenantId, proposalId: { $in: [...proposalIds] } };
  const tables = await unit.em.find(TableMappingRow, where, { orderBy: { position: 'asc' } });
  const fields = await unit.em.find(FieldMappingRow, where, { orderBy: { position: 'asc' } });
  const byTable = Map.groupBy(fields, (field) => field.tableId);
  const result = new Map<string, ProposedTable[]>();
  for (const row of tables) {
    const table: ProposedTable = { ...row.definition, fields: (byTable.get(row.id) ?? []).map((field) => definitionOf(field)) };
    result.set(row.proposalId, [...(result.get(row.proposalId) ?? []), table]);
  }
  return result;
}

/** Replaces the stored tables of a proposal; ids follow from object and column, so that they outlive a change of target. */
export async function storeTables(unit: UnitOfWork, proposalId: string, tables: readonly ProposedTable[]): Promise<void> {
  const { tenantId, em } = unit;
  await em.nativeDelete(FieldMappingRow, { tenantId, proposalId });
  await em.nativeDelete(TableMappingRow, { tenantId, proposalId });
  const rows = tables.map(({ fields: _fields, ...definition }, position) => ({
    id: tableMappingId(proposalId, definition.objectId),
    tenantId,
    proposalId,
    objectId: definition.objectId,
    position,
    entityName: definition.entity,
    definition,
  }));
  const fields = tables.flatMap((table) =>
    table.fields.map((definition, position) => ({
      id: stableId(proposalId, table.objectId, definition.column),
      tenantId,
      proposalId,
      tableId: tableMappingId(proposalId, table.objectId),
      position,
      entityName: table.entity,
      attribute: definition.attribute,
      definition,
    })),
  );
  if (rows.length > 0) await em.insertMany(TableMappingRow, rows);
  if (fields.length > 0) await em.insertMany(FieldMappingRow, fields);
}

/** A column's mapping as this version reads it, whichever one stored it. */
export function definitionOf({ definition }: Pick<FieldMappingRow, 'definition'>): ProposedField {
  return { ...definition, transform: transformOf(definition.transform) };
}

function tableMappingId(proposalId: string, objectId: string): string {
  return stableId(proposalId, objectId);
}

/** What a proposal comes to, evidence and confidence aside: equal shapes fill equal tables. */
export function shapeOf(tables: readonly ProposedTable[]): string {
  const inOrder = tables.toSorted((a, b) => a.objectId.localeCompare(b.objectId));
  const shape = inOrder.map((table) => [
    table.objectId,
    table.entity,
    table.fields.map((field) => [
      field.column,
      field.attribute,
      field.type,
      shapeOfTransform(field.transform),
      field.relation?.targetObjectId ?? null,
      field.relation?.targetColumn ?? null,
      ...(field.relation?.number ? [field.relation.number.attribute] : []),
      ...(field.leftOut === true ? ['left out'] : []),
      ...(field.also ?? []).map((also) => [also.attribute, also.type, shapeOfTransform(also.transform)]),
    ]),
    ...(table.unpivot ? [table.unpivot] : []),
  ]);
  return stableId(JSON.stringify(shape));
}

export function decisionsOf(stored: StoredDecisions | null): Decisions {
  return {
    tables: new Map(Object.entries(stored?.tables ?? {})),
    fields: new Map(Object.entries(stored?.fields ?? {}).map(([path, fields]) => [path, new Map(Object.entries(fields))])),
    shaping: stored?.shaping ?? {},
  };
}

export function storedDecisions(decisions: Decisions): StoredDecisions {
  return {
    tables: Object.fromEntries(decisions.tables),
    fields: Object.fromEntries([...decisions.fields].map(([path, fields]) => [path, Object.fromEntries(fields)])),
    shaping: decisions.shaping ?? {},
  };
}
