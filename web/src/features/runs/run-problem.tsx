import type { RunFieldsFragment } from '../../gql/graphql.ts';
import { ProblemNote } from '../../ui/states.tsx';

/** Why a run stopped; of a sync also what to do about it. */
export function RunProblem({ run }: { run: RunFieldsFragment }) {
  if (run.problem === null) return null;
  const sync = run.connection?.latestSync;
  const known = sync?.id === run.id ? sync.problem : null;
  const problem = known ?? {
    code: 'RUN_FAILED',
    message: run.problem,
    todo: 'Let it go on once the cause is gone; nothing done before is done again.',
  };
  return <ProblemNote problem={{ ...problem, retry: false }} />;
}
