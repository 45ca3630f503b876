import type { RunFieldsFragment } from '../../gql/graphql.ts';
import { ProblemNote } from '../../ui/states.tsx';

/** What can be done about a run that failed. */
function todoOf({ canResume, mode }: RunFieldsFragment): string {
  if (canResume) return 'Let it go on once the cause is gone; nothing done before is done again.';
  if (mode === null) return 'Mend the cause and begin it anew.';
  return 'Choose the step that failed: “Again from here” begins a new run at it, and what was done before is not done again.';
}

/** Why a run stopped; of a sync also what to do about it. */
export function RunProblem({ run }: { run: RunFieldsFragment }) {
  if (run.problem === null) return null;
  const sync = run.connection?.latestSync;
  const known = sync?.id === run.id ? sync.problem : null;
  const problem = known ?? {
    code: 'RUN_FAILED',
    message: run.problem,
    todo: todoOf(run),
  };
  return <ProblemNote problem={{ ...problem, retry: false }} />;
}
