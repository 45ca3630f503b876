import { useCallback } from 'react';
import { DecideApprovalDocument } from '../../gql/graphql.ts';
import type { Decision } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import type { Problem } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';

/** Takes a decision; it is on screen at once, and taken back when the server refuses it. Resolves with what went wrong, null when nothing did. */
export function useDecide(): (id: string, decision: Decision, comment: string, payload?: unknown) => Promise<Problem | null> {
  const run = useRun();
  return useCallback(
    async (id, decision, comment, payload) => {
      const outcome = await run(DecideApprovalDocument, {
        id,
        decision,
        comment: comment.trim() || null,
        ...(payload === undefined ? {} : { payload }),
      });
      if (!outcome.ok) return outcome.problem;
      const result = outcome.data.decideApproval;
      return result.__typename === 'InputRefused' ? problemOfRefusal(result.problems) : null;
    },
    [run],
  );
}
