import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import { DurableStepRow } from '../../kernel/runs/durable-step.entity.ts';
import type { System } from '../../kernel/system.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { outcomeOf } from '../unify/outcome.ts';
import type { RunFacts } from '../unify/run-facts.ts';
import { tellDurableRun } from '../unify/tell-durable-run.ts';
import { isUnifyStep } from '../unify/workflow.ts';
import type { RunRow } from './run.entity.ts';
import { runErrors } from './run.errors.ts';
import type { Run } from './run.type.ts';
import { canResume, viewRuns } from './run-view.ts';
import { lockRuns, tellRun } from './run-writer.ts';

/** Ends runs and has them go on, as people ask for it. */
export class RunChangeService {
  private readonly system: System;

  constructor(system: System) {
    this.system = system;
  }

  /**
   * Ends a run: at once, or at the next safe place of whoever works on it. A decision it waits for is withdrawn; one that is asked for while
   * its own work goes on stays, for the run can be resumed.
   * @throws RUN_NOT_FOUND, RUN_NOT_CANCELLABLE
   */
  cancel(viewer: UserViewer, id: string): Promise<Run> {
    return this.change(viewer, id, async (unit, row) => {
      // The facet is locked first, as everywhere: events and people never wait for each other in a circle.
      const [facet] = await lockRuns(unit, { id });
      if (!(await this.system.runs.cancel(unit, id))) throw runErrors.RUN_NOT_CANCELLABLE({ status: row.status });
      const now = this.system.clock();
      const abandoned = { fact: 'abandoned' as const, order: now.getTime(), at: now.toISOString(), reason: 'CANCELLED' as const };
      if (facet !== undefined && isUnifyStep(row.step)) await tellRun(unit, this.system.runs, facet, abandoned);
    });
  }

  /** Has a run go on where its own work failed or was cancelled. @throws RUN_NOT_FOUND, RUN_NOT_RESUMABLE */
  resume(viewer: UserViewer, id: string): Promise<Run> {
    return this.change(viewer, id, async (unit, row) => {
      const [facet] = await lockRuns(unit, { id });
      const steps = await unit.em.find(DurableStepRow, { tenantId: unit.tenantId, runId: id });
      if (!canResume(row, steps) || !(await this.system.runs.resume(unit, id))) throw runErrors.RUN_NOT_RESUMABLE({});
      if (facet === undefined) return;
      goOn(facet);
      await tellDurableRun(unit, this.system.runs, facet);
    });
  }

  private change(viewer: UserViewer, id: string, work: (unit: UnitOfWork, row: DurableRunRow) => Promise<void>): Promise<Run> {
    if (!z.uuid().safeParse(id).success) throw runErrors.RUN_NOT_FOUND({});
    return this.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const { em, tenantId } = unit;
      const row = await em.findOne(DurableRunRow, { tenantId, id }, { disableIdentityMap: true });
      if (row === null) throw runErrors.RUN_NOT_FOUND({});
      await work(unit, row);
      await em.flush();
      const [run] = await viewRuns(unit, await em.find(DurableRunRow, { tenantId, id }, { refresh: true }));
      if (run === undefined) throw runErrors.RUN_NOT_FOUND({});
      return run;
    });
  }
}

/** How its own work ended counts no more; what was proposed, decided and published meanwhile does. */
function goOn(facet: RunRow): void {
  const { synced: _ended, ...facts }: RunFacts = facet.facts;
  Object.assign(facet, { facts, status: outcomeOf(facts).status, problem: null, finishedAt: null });
}
