import type { ColumnType, DiscoveredObject } from '../../../schema/events/discovered-schema.ts';
import type { InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { Decisions, ProposedTable } from '../matching/proposal.ts';
import { ontologyErrors } from '../ontology.errors.ts';
import { COLUMN_AS_PROPOSED, NOT_SHAPED, type TableShaping } from '../transform/shaped.ts';
import type { TransformStep } from '../transform/transform.type.ts';
import type { DerivedFieldInput } from './mapping.input.ts';
import { shapeColumn } from './shape-column.ts';

const ENTITY_NAME = /^[A-Z][A-Za-z0-9]{0,59}$/;
const ATTRIBUTE_NAME = /^[a-z][A-Za-z0-9]{0,59}$/;

/** One change a person makes to a proposal before accepting it. */
export interface MappingChange {
  readonly tableId: string;
  readonly entityName: string | null;
  readonly fieldId: string | null;
  readonly attribute: string | null;
  readonly transforms: readonly TransformStep[] | null;
  readonly type: ColumnType | null;
  readonly alsoFeeds: readonly DerivedFieldInput[] | null;
  readonly unpivot: boolean | null;
  readonly leaveOut: boolean | null;
}

/** A change as it was sent; what was left out is null. */
export const changeOf = (change: Pick<MappingChange, 'tableId'> & Partial<MappingChange>): MappingChange => ({
  tableId: change.tableId,
  entityName: change.entityName ?? null,
  fieldId: change.fieldId ?? null,
  attribute: change.attribute ?? null,
  transforms: change.transforms ?? null,
  type: change.type ?? null,
  alsoFeeds: change.alsoFeeds ?? null,
  unpivot: change.unpivot ?? null,
  leaveOut: change.leaveOut ?? null,
});

/** Stored ids → path of the object and name of the column. */
export interface ProposalIndex {
  readonly paths: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, { readonly tableId: string; readonly column: string; readonly type: ColumnType }>;
  /** By path, as they look at their source. */
  readonly objects: ReadonlyMap<string, DiscoveredObject>;
  /** Ids of tables whose cells may become observations. */
  readonly unpivotable: ReadonlySet<string>;
}

const shapes = ({ transforms, type, alsoFeeds }: MappingChange): boolean => transforms !== null || type !== null || alsoFeeds !== null;

export interface ChangedDecisions {
  readonly decisions: Decisions;
  readonly problems: InputProblem[];
}

/** Adds a person's changes to what was decided before; every fault is reported with the place of its change. */
export function applyChanges(before: Decisions, changes: readonly MappingChange[], index: ProposalIndex): ChangedDecisions {
  const tables = new Map(before.tables);
  const fields = new Map([...before.fields].map(([path, columns]) => [path, new Map(columns)]));
  const shaping: Record<string, TableShaping> = { ...before.shaping };
  const problems: InputProblem[] = [];
  for (const [i, change] of changes.entries()) {
    const path = index.paths.get(change.tableId);
    if (path === undefined) {
      problems.push(inputProblem(ontologyErrors.MAPPING_CHANGE_UNKNOWN({ what: 'table' }), `changes.${i}.tableId`));
      continue;
    }
    if (change.entityName !== null) {
      if (ENTITY_NAME.test(change.entityName)) tables.set(path, change.entityName);
      else problems.push(inputProblem(ontologyErrors.MAPPING_NAME_INVALID({ name: change.entityName }), `changes.${i}.entityName`));
    }
    if (change.unpivot !== null) {
      if (!change.unpivot || index.unpivotable.has(change.tableId))
        shaping[path] = { ...(shaping[path] ?? NOT_SHAPED), unpivot: change.unpivot };
      else problems.push(inputProblem(ontologyErrors.MAPPING_NOT_UNPIVOTABLE({ name: path }), `changes.${i}.unpivot`));
    }
    if (change.fieldId === null) continue;
    const field = index.columns.get(change.fieldId);
    if (field === undefined || field.tableId !== change.tableId)
      problems.push(inputProblem(ontologyErrors.MAPPING_CHANGE_UNKNOWN({ what: 'field' }), `changes.${i}.fieldId`));
    else if (change.leaveOut !== null) {
      shaping[path] = leftOutOf(shaping[path] ?? NOT_SHAPED, field.column, change.leaveOut);
      if (change.leaveOut) fields.get(path)?.delete(field.column);
    } else if (shapes(change) && (change.attribute === null || ATTRIBUTE_NAME.test(change.attribute))) {
      const shaped = shapeColumn(shaping[path] ?? NOT_SHAPED, field, change, index.objects.get(path));
      if (shaped.kind === 'refused')
        problems.push(inputProblem(ontologyErrors.MAPPING_TRANSFORM_UNFIT({ reason: shaped.reason }), `changes.${i}.${shaped.field}`));
      else shaping[path] = shaped.table;
      if (change.attribute !== null) fields.set(path, (fields.get(path) ?? new Map<string, string>()).set(field.column, change.attribute));
    } else if (change.attribute === null || !ATTRIBUTE_NAME.test(change.attribute))
      problems.push(inputProblem(ontologyErrors.MAPPING_NAME_INVALID({ name: change.attribute ?? '' }), `changes.${i}.attribute`));
    else fields.set(path, (fields.get(path) ?? new Map<string, string>()).set(field.column, change.attribute));
  }
  return { decisions: { tables, fields, shaping }, problems };
}

function leftOutOf(table: TableShaping, column: string, leftOut: boolean): TableShaping {
  return { ...table, columns: { ...table.columns, [column]: { ...(table.columns[column] ?? COLUMN_AS_PROPOSED), leftOut } } };
}

/** What of the decisions a proposal made with them could not follow. */
export function unfollowed(decisions: Decisions, tables: readonly ProposedTable[]): InputProblem[] {
  return tables.flatMap((table) => {
    const problems: InputProblem[] = [];
    const entity = decisions.tables.get(table.path);
    if (entity !== undefined && entity !== table.entity && table.unpivot == null)
      problems.push(inputProblem(ontologyErrors.MAPPING_ENTITY_TAKEN({ name: entity }), 'changes'));
    if (table.fields.length > 0 && table.fields.every(({ leftOut }) => leftOut === true))
      problems.push(inputProblem(ontologyErrors.MAPPING_NOTHING_LEFT({ name: table.objectName }), 'changes'));
    for (const [column, attribute] of decisions.fields.get(table.path) ?? []) {
      const field = table.fields.find((candidate) => candidate.column === column);
      if (field !== undefined && field.attribute !== attribute)
        problems.push(inputProblem(ontologyErrors.MAPPING_TARGET_UNFIT({ column, attribute }), 'changes'));
    }
    return problems;
  });
}
