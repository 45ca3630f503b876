import type { RepairChangeInput } from '../../gql/graphql.ts';

/** How somebody would have one column otherwise. */
export interface Edit {
  from: readonly string[];
  separator: string;
  factor: string;
  leaveOut: boolean;
}

/** Edits by column. */
export type Edits = Readonly<Record<string, Edit | undefined>>;

export const NO_EDIT: Edit = { from: [], separator: ' ', factor: '', leaveOut: false };

/** What is sent of the edits: those that say something. Pure. */
export function changeInputs(edits: Edits): RepairChangeInput[] {
  return Object.entries(edits).flatMap(([column, edit]): RepairChangeInput[] => {
    if (!edit || (!edit.leaveOut && edit.from.length === 0)) return [];
    if (edit.leaveOut) return [{ column, leaveOut: true, from: null, separator: null, factor: null, values: null }];
    const factor = Number(edit.factor);
    return [
      {
        column,
        from: [...edit.from],
        separator: edit.from.length > 1 ? edit.separator : null,
        factor: edit.factor.trim() !== '' && Number.isFinite(factor) && factor !== 1 ? factor : null,
        values: null,
        leaveOut: false,
      },
    ];
  });
}
