import type { MappingChange } from '../../gql/graphql.ts';

/** What a person changed in a proposal before accepting it: tables re-targeted, columns re-targeted. */
export interface MappingEdits {
  /** table id → entity name */
  tables: ReadonlyMap<string, string>;
  /** field id → its table and the attribute's name */
  fields: ReadonlyMap<string, { tableId: string; attribute: string }>;
}

export const NO_EDITS: MappingEdits = { tables: new Map(), fields: new Map() };

/** Chooses the entity of a table; choosing the proposed one takes the edit back. Its column edits go: they named the old entity's attributes. */
export function retargetTable(edits: MappingEdits, tableId: string, entityName: string, proposed: string): MappingEdits {
  const tables = new Map(edits.tables);
  if (entityName === proposed) tables.delete(tableId);
  else tables.set(tableId, entityName);
  return { tables, fields: new Map([...edits.fields].filter(([, field]) => field.tableId !== tableId)) };
}

/** Chooses the attribute of a column; choosing the proposed one takes the edit back. */
export function retargetField(edits: MappingEdits, tableId: string, fieldId: string, attribute: string, proposed: string): MappingEdits {
  const fields = new Map(edits.fields);
  if (attribute === proposed) fields.delete(fieldId);
  else fields.set(fieldId, { tableId, attribute });
  return { ...edits, fields };
}

/** The edits as the graph takes them. */
export function toChanges(edits: MappingEdits): MappingChange[] {
  return [
    ...[...edits.tables].map(([tableId, entityName]) => ({ tableId, entityName })),
    ...[...edits.fields].map(([fieldId, { tableId, attribute }]) => ({ tableId, fieldId, attribute })),
  ];
}

export function countEdits(edits: MappingEdits): number {
  return edits.tables.size + edits.fields.size;
}

/** A type's name from a table's: "sales_pipeline.csv" → "SalesPipeline". Starts with a letter. */
export function ownEntityName(table: string): string {
  const words = table.replace(/\.[a-z]+$/i, '').split(/[^\p{L}\p{N}]+/u);
  const name = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  return /^\p{L}/u.test(name) ? name : `Table${name}`;
}
