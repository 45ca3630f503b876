import { useCallback } from 'react';
import { UndoResolutionDocument } from '../../gql/graphql.ts';
import type { ChangeFieldsFragment } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import type { Outcome } from '../../graph/use-graph.ts';
import { notify } from '../../ui/notify.ts';
import type { Refusal } from '../connect/use-form-problems.ts';

export type Done =
  | { __typename: 'ResolutionDone'; change: ChangeFieldsFragment }
  | { __typename: 'InputRefused'; problems: readonly Refusal[] };

/** How a change of golden records ended: what was changed, or why nothing was. */
export type Ended = { change: ChangeFieldsFragment } | { problem: Problem };

/** Reads how a change of golden records ended. */
export function ended<Data>(outcome: Outcome<Data>, pick: (data: Data) => Done): Ended {
  if (!outcome.ok) return { problem: outcome.problem };
  const result = pick(outcome.data);
  return result.__typename === 'InputRefused' ? { problem: problemOfRefusal(result.problems) } : { change: result.change };
}

/** Takes a change back and says how that ended. */
export function useUndo(refresh: () => void): (id: string) => Promise<Problem | null> {
  const run = useRun();
  return useCallback(
    async (id) => {
      const result = ended(await run(UndoResolutionDocument, { id }), (data) => data.undoResolution);
      refresh();
      if ('problem' in result) {
        notify('error', result.problem.message, result.problem.todo);
        return result.problem;
      }
      notify('success', 'Taken back', 'The records are as they were before.');
      return null;
    },
    [run, refresh],
  );
}
