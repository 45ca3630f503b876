import type { RunStatus } from './outcome.ts';
import type { RunFacts } from './run-facts.ts';

interface UnifyingRun {
  status: RunStatus;
  syncId?: string | null | undefined;
  proposalId?: string | null | undefined;
  startedAt: Date;
  facts: RunFacts;
}

/**
 * The runs of a connection whose records a change of its canonical records takes in: those it names, and those whose sync had landed
 * before. A publication takes in everything that has landed. A run that waits for a person is only ever meant when it is named.
 */
export function coveredBy<Run extends UnifyingRun>(
  change: { syncId: string | null; proposalId: string | null },
  runs: readonly Run[],
): Run[] {
  const named = (run: Run): boolean =>
    (change.syncId !== null && run.syncId === change.syncId) || (change.proposalId !== null && run.proposalId === change.proposalId);
  const ofPublication = runs.some((run) => change.proposalId !== null && run.proposalId === change.proposalId);
  const ofSync = runs.find((run) => change.syncId !== null && run.syncId === change.syncId);
  const until = ofPublication || change.syncId === null ? Infinity : (ofSync?.startedAt.getTime() ?? -Infinity);
  return runs.filter(
    (run) => named(run) || (run.status === 'RUNNING' && run.facts.synced !== undefined && run.startedAt.getTime() <= until),
  );
}
