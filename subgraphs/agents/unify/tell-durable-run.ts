import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import type { StoredProblem } from '../../kernel/runs/run-status.ts';
import type { Runs } from '../../kernel/runs/runs.ts';
import type { RunRow } from '../run/run.entity.ts';
import { newsOf } from './news.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { unifyErrors } from './unify.errors.ts';
import { isUnifyStep } from './workflow.ts';

/** Tells the durable run what the agent knows of it: the facts decide, the run shows. Telling it again does nothing. */
export async function tellDurableRun(unit: UnitOfWork, runs: Runs, { id, facts }: RunRow): Promise<void> {
  const outcome = outcomeOf(facts);
  if (outcome.status !== 'FAILED') await reopen(unit, runs, id);
  for (const news of newsOf(facts)) {
    await runs.tell(unit, id, { ...news, problem: news.status === 'FAILED' ? problemOf(outcome) : null });
  }
}

/** What failed a run can be overtaken, such as a publication that is tried again: then the run goes on where it was told to have failed. */
async function reopen(unit: UnitOfWork, runs: Runs, id: string): Promise<void> {
  const run = await unit.em.findOne(DurableRunRow, { tenantId: unit.tenantId, id }, { disableIdentityMap: true });
  if (run?.status === 'FAILED' && isUnifyStep(run.step)) await runs.resume(unit, id);
}

function problemOf(outcome: Outcome): StoredProblem | null {
  if (outcome.status !== 'FAILED') return null;
  const { code, message } = outcome;
  if (code === 'SYNC_FAILED' || code === 'PUBLISHING_FAILED')
    return { code, message: message ?? 'It failed.', todo: 'Correct what the reason names, then accept the mapping again.' };
  const error = unifyErrors[code]({});
  return { code: error.code, message: error.message, todo: error.extensions.todo };
}
