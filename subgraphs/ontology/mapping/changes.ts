import type { InputProblem } from '../../kernel/errors/input-problem.type.ts';
import { inputProblem } from '../../kernel/errors/input-problem.type.ts';
import type { Decisions, ProposedTable } from '../matching/proposal.ts';
import { ontologyErrors } from '../ontology.errors.ts';

const ENTITY_NAME = /^[A-Z][A-Za-z0-9]{0,59}$/;
const ATTRIBUTE_NAME = /^[a-z][A-Za-z0-9]{0,59}$/;

/** One change a person makes to a proposal before accepting it. */
export interface MappingChange {
  readonly tableId: string;
  readonly entityName: string | null;
  readonly fieldId: string | null;
  readonly attribute: string | null;
}

/** Stored ids → path of the object and name of the column. */
export interface ProposalIndex {
  readonly paths: ReadonlyMap<string, string>;
  readonly columns: ReadonlyMap<string, { readonly tableId: string; readonly column: string }>;
}

export interface ChangedDecisions {
  readonly decisions: Decisions;
  readonly problems: InputProblem[];
}

/** Adds a person's changes to what was decided before; every fault is reported with the place of its change. */
export function applyChanges(before: Decisions, changes: readonly MappingChange[], index: ProposalIndex): ChangedDecisions {
  const tables = new Map(before.tables);
  const fields = new Map([...before.fields].map(([path, columns]) => [path, new Map(columns)]));
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
    if (change.fieldId === null) continue;
    const field = index.columns.get(change.fieldId);
    if (field === undefined || field.tableId !== change.tableId)
      problems.push(inputProblem(ontologyErrors.MAPPING_CHANGE_UNKNOWN({ what: 'field' }), `changes.${i}.fieldId`));
    else if (change.attribute === null || !ATTRIBUTE_NAME.test(change.attribute))
      problems.push(inputProblem(ontologyErrors.MAPPING_NAME_INVALID({ name: change.attribute ?? '' }), `changes.${i}.attribute`));
    else fields.set(path, (fields.get(path) ?? new Map<string, string>()).set(field.column, change.attribute));
  }
  return { decisions: { tables, fields }, problems };
}

/** What of the decisions a proposal made with them could not follow. */
export function unfollowed(decisions: Decisions, tables: readonly ProposedTable[]): InputProblem[] {
  return tables.flatMap((table) => {
    const problems: InputProblem[] = [];
    const entity = decisions.tables.get(table.path);
    if (entity !== undefined && entity !== table.entity)
      problems.push(inputProblem(ontologyErrors.MAPPING_ENTITY_TAKEN({ name: entity }), 'changes'));
    for (const [column, attribute] of decisions.fields.get(table.path) ?? []) {
      const field = table.fields.find((candidate) => candidate.column === column);
      if (field !== undefined && field.attribute !== attribute)
        problems.push(inputProblem(ontologyErrors.MAPPING_TARGET_UNFIT({ column, attribute }), 'changes'));
    }
    return problems;
  });
}
