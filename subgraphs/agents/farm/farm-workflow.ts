import { sql } from 'kysely';
import { commonErrors } from '../../kernel/errors/common.errors.ts';
import type { StepContext, Workflow } from '../../kernel/runs/workflow.ts';
import type { System } from '../../kernel/system.ts';
import { FarmRunRow } from './farm-run.entity.ts';
import { foretell, inOrderOf, reportOn, rehearse, type FarmCase, type FarmRunner } from './run-farm.ts';

export const FARM_WORKFLOW = 'agents.farm';
/** Workflows between two looks at whether the run is still ours. */
const BETWEEN_COMMITS = 5;

/** Carries out a stress test. What it does is the same each time, so it simply begins anew when its process dies. @param onExecutor null: there are rehearsals only */
export function farmWorkflow({ database, clock }: System, onExecutor: FarmRunner | null): Workflow {
  const run = async (context: StepContext): Promise<void> => {
    const { tenantId, runId, signal } = context;
    const row = await database.unitOfWork(tenantId, ({ em }) =>
      em.findOne(FarmRunRow, { tenantId, id: runId }, { disableIdentityMap: true }),
    );
    if (row === null) throw commonErrors.NOT_FOUND({ what: 'stress test' });
    const { scenario } = row;
    const foretold = foretell(scenario);
    const cases: FarmCase[] = [];
    const runner = scenario.form === 'EXECUTOR' ? (onExecutor ?? rehearse) : rehearse;
    for await (const each of runner(scenario, foretold, signal)) {
      signal.throwIfAborted();
      cases.push(each);
      if (cases.length % BETWEEN_COMMITS !== 0) continue;
      await context.commit(async (unit, step) => {
        await sql`update farm_run set done = ${cases.length} where id = ${runId} and tenant_id = ${tenantId}`.execute(unit.sql);
        step.progress(cases.length / foretold.length, `${cases.length} of ${foretold.length} workflows`);
      });
    }
    const report = JSON.stringify(reportOn(scenario, foretold, inOrderOf(scenario, cases)));
    await context.commit(async (unit, step) => {
      await sql`update farm_run set done = total, report = ${report}::jsonb, finished_at = ${clock()}
        where id = ${runId} and tenant_id = ${tenantId}`.execute(unit.sql);
      step.progress(1, `${foretold.length} workflows`);
    });
  };
  return { name: FARM_WORKFLOW, title: 'Stress test', steps: [{ kind: 'WORK', name: 'RUN', title: 'Run the scenario', weight: 1, run }] };
}
