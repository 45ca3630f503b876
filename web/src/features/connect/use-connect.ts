import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import { ConnectFilesDocument } from '../../gql/graphql.ts';
import type { ConnectFilesInput } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import type { Problem } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';

/** Starts a connection and goes to where its progress is shown. Resolves with the problem when it is refused, else null. */
export function useConnect(): (input: ConnectFilesInput) => Promise<Problem | null> {
  const run = useRun();
  const navigate = useNavigate();
  return useCallback(
    async (input) => {
      const outcome = await run(ConnectFilesDocument, { input });
      if (!outcome.ok) return outcome.problem;
      const result = outcome.data.connectFiles;
      if (result.__typename === 'InputRefused') return problemOfRefusal(result.problems);
      await navigate(`/connections/${result.connection.id}?new`);
      return null;
    },
    [run, navigate],
  );
}
