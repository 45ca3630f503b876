import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Runs } from '../../kernel/runs/runs.ts';
import type { RunRow } from '../run/run.entity.ts';
import { lockRuns, tellRun } from '../run/run-writer.ts';

/** Ends the later runs of a connection that could only go on with the mapping which was refused. */
export async function abandonSiblings(unit: UnitOfWork, runs: Runs, refused: RunRow, now: Date): Promise<void> {
  if (refused.connectionId == null) return;
  const siblings = await lockRuns(unit, {
    connectionId: refused.connectionId,
    status: 'RUNNING',
    proposalId: null,
    id: { $ne: refused.id },
  });
  for (const run of siblings) {
    if (run.facts.synced === undefined) continue;
    await tellRun(unit, runs, run, { fact: 'abandoned', order: now.getTime(), at: now.toISOString(), reason: 'MAPPING_REFUSED' });
  }
}
