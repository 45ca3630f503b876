import { useCallback } from 'react';
import { LogOutDocument } from '../../gql/graphql.ts';
import { useSession } from '../../graph/session.tsx';
import { useRun } from '../../graph/use-graph.ts';

/** Ends the session at the server and here; here also when the server cannot be reached. */
export function useLogOut(): () => Promise<void> {
  const run = useRun();
  const { close } = useSession();
  return useCallback(async () => {
    await run(LogOutDocument, {});
    close();
  }, [run, close]);
}
