import type { AttributeType, MappingChange, TransformStepInput } from '../../gql/graphql.ts';

/** What a person made of one column. What is null stays as it is proposed. */
export interface FieldEdit {
  tableId: string;
  attribute: string | null;
  transforms: readonly TransformStepInput[] | null;
  type: AttributeType | null;
  /** Whether it feeds nothing; null: as proposed. */
  leaveOut: boolean | null;
}

/** What a person changed in a proposal before accepting it. */
export interface MappingEdits {
  /** table id → entity name */
  tables: ReadonlyMap<string, string>;
  /** table id → whether its cells become observations */
  unpivots: ReadonlyMap<string, boolean>;
  /** field id → its edit */
  fields: ReadonlyMap<string, FieldEdit>;
}

const NO_FIELD_EDIT = { attribute: null, transforms: null, type: null, leaveOut: null } as const;

export const NO_EDITS: MappingEdits = { tables: new Map(), unpivots: new Map(), fields: new Map() };

/** The same map with one entry set, or taken out where there is nothing to set. */
function put<Value>(map: ReadonlyMap<string, Value>, key: string, value: Value | null): Map<string, Value> {
  const next = new Map(map);
  if (value === null) next.delete(key);
  else next.set(key, value);
  return next;
}

/** Chooses the entity of a table; choosing the proposed one takes the edit back. Its column edits go: they named the old entity's attributes. */
export function retargetTable(edits: MappingEdits, tableId: string, entityName: string, proposed: string): MappingEdits {
  return {
    ...edits,
    tables: put(edits.tables, tableId, entityName === proposed ? null : entityName),
    fields: new Map([...edits.fields].filter(([, field]) => field.tableId !== tableId)),
  };
}

/** Says whether the cells of a table become observations; saying what is proposed takes the edit back. */
export function setUnpivot(edits: MappingEdits, tableId: string, unpivot: boolean, proposed: boolean): MappingEdits {
  return { ...edits, unpivots: put(edits.unpivots, tableId, unpivot === proposed ? null : unpivot) };
}

/** Changes one column's edit; an edit that says nothing goes. */
export function editField(
  edits: MappingEdits,
  tableId: string,
  fieldId: string,
  change: Partial<Omit<FieldEdit, 'tableId'>>,
): MappingEdits {
  const now: FieldEdit = { ...(edits.fields.get(fieldId) ?? NO_FIELD_EDIT), tableId, ...change };
  const nothing = now.attribute === null && now.transforms === null && now.type === null && now.leaveOut === null;
  return { ...edits, fields: put(edits.fields, fieldId, nothing ? null : now) };
}

/** Chooses the attribute of a column; choosing the proposed one takes that back. */
export function retargetField(edits: MappingEdits, tableId: string, fieldId: string, attribute: string, proposed: string): MappingEdits {
  return editField(edits, tableId, fieldId, { attribute: attribute === proposed ? null : attribute });
}

/** The edits as the graph takes them. */
export function toChanges(edits: MappingEdits): MappingChange[] {
  return [
    ...[...edits.tables].map(([tableId, entityName]) => ({ tableId, entityName })),
    ...[...edits.unpivots].map(([tableId, unpivot]) => ({ tableId, unpivot })),
    ...[...edits.fields].map(([fieldId, { tableId, attribute, transforms, type, leaveOut }]) => ({
      tableId,
      fieldId,
      ...(attribute === null ? {} : { attribute }),
      ...(transforms === null ? {} : { transforms: [...transforms] }),
      ...(type === null ? {} : { type }),
      ...(leaveOut === null ? {} : { leaveOut }),
    })),
  ];
}

export function countEdits(edits: MappingEdits): number {
  return edits.tables.size + edits.unpivots.size + edits.fields.size;
}

/** The words of a name as written, without a file's ending. */
function wordsOf(name: string): string[] {
  return name
    .replace(/\.[a-z]+$/i, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);

/** A type's name from a table's: "sales_pipeline.csv" → "SalesPipeline". Starts with a letter. */
export function ownEntityName(table: string): string {
  const name = wordsOf(table).map(capital).join('');
  return /^\p{L}/u.test(name) ? name : `Table${name}`;
}

/** An attribute's name from a column's: "Cust_Ref No" → "custRefNo". Starts with a letter. */
export function ownAttributeName(column: string): string {
  const [first = 'column', ...rest] = wordsOf(column);
  const name = first.toLowerCase() + rest.map((word) => capital(word.toLowerCase())).join('');
  return /^\p{L}/u.test(name) ? name : `column${capital(name)}`;
}
