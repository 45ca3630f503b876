import { type InputProblem, inputProblem } from '../../kernel/errors/input-problem.type.ts';
import { repairErrors } from './repair.errors.ts';
import type { RepairRow, StoredChange } from './repair.entity.ts';
import { type ReadingRule, sameRule } from './rules.ts';

/** What a person would have otherwise. */
export interface RepairEdit {
  column: string;
  /** Fields to read it from; several are put together. */
  from: string[];
  separator: string | null;
  /** Numbers are multiplied with it. */
  factor: number | null;
  /** What the source says → what it stands for. */
  values: { from: string; to: string }[];
  /** The column is gone for good. */
  leaveOut: boolean;
}

export interface Edited {
  rules: ReadingRule[];
  changes: StoredChange[];
  /** Columns that are gone for good. */
  leftOut: string[];
}

/** A repair with a person's changes, or what has to be corrected: afterwards every column of it is read from something, or left out. */
export function applyEdits(
  { rules, changes, available }: Pick<RepairRow, 'rules' | 'changes' | 'available'>,
  edits: readonly RepairEdit[],
  typeOf: (column: string) => ReadingRule['type'],
): Edited | InputProblem[] {
  const problems: InputProblem[] = [];
  const columns = new Set(changes.map(({ column }) => column));
  const paths = new Set(available.map(({ path }) => path));
  for (const { column, from } of edits) {
    if (!columns.has(column)) problems.push(inputProblem(repairErrors.REPAIR_COLUMN_UNKNOWN({ column }), 'changes'));
    for (const field of from) if (!paths.has(field)) problems.push(inputProblem(repairErrors.REPAIR_FIELD_UNKNOWN({ field }), 'changes'));
  }
  const byColumn = new Map(edits.map((edit) => [edit.column, edit]));
  const made: Edited = { rules: [], changes: [], leftOut: [] };
  for (const change of changes) {
    const { column } = change;
    const edit = byColumn.get(column);
    const rule = rules.find((one) => one.column === column);
    if (edit?.leaveOut === true) {
      made.leftOut.push(column);
      made.changes.push({ ...change, from: [], how: 'left out' });
    } else if (edit !== undefined && edit.from.length > 0) {
      const own = ruleOf(edit, rule?.type ?? typeOf(column));
      made.rules.push(own);
      made.changes.push({ ...change, from: own.from, how: `read from ${own.from.join(' and ')}, as a person said`, confidence: 1 });
    } else if (rule !== undefined) {
      made.rules.push(rule);
      made.changes.push(change);
    } else problems.push(inputProblem(repairErrors.REPAIR_INCOMPLETE({ column }), 'changes'));
  }
  return problems.length > 0 ? problems : made;
}

function ruleOf({ column, from, separator, factor, values }: RepairEdit, type: ReadingRule['type']): ReadingRule {
  const rule = { ...sameRule(column, type, ''), from, scale: factor, values };
  return from.length === 1 ? rule : { ...rule, how: 'JOIN', separator: separator ?? ' ' };
}
