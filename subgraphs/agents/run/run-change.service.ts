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
import { workflowErrors } from '../workflows/workflow.errors.ts';
import type { NewWorkflowRun } from '../workflows/start-run.ts';
import { WorkflowRunRow } from '../workflows/store/workflow-run.entity.ts';
import type { WorkflowRunService } from '../workflows/runs/workflow-run.service.ts';
import type { RunRow } from './run.entity.ts';
import { runErrors } from './run.errors.ts';
import type { Run } from './run.type.ts';
import { canGoOn, canResume, viewRuns } from './run-view.ts';
import { lockRuns, tellRun } from './run-writer.ts';

/** Ends runs and has them go on, as people ask for it. */
export class RunChangeService {
  private readonly system: System;
  private readonly workflows: WorkflowRunService;

  constructor(system: System, workflows: WorkflowRunService) {
    this.system = system;
    this.workflows = workflows;
  }

  /**
   * Starts a run of a workflow as the viewer; the same id again is the same run.
   * @throws WORKFLOW_NOT_FOUND, WORKFLOW_INPUT_INVALID, AGENT_NOT_FOUND, AGENT_DISABLED, RUN_ID_TAKEN
   */
  start(viewer: UserViewer, run: Omit<NewWorkflowRun, 'cause'>): Promise<Run> {
    const { database } = this.system;
    return database.unitOfWork(viewer.tenantId, async (unit) => {
      await this.workflows.start(unit, { ...run, cause: { kind: 'PERSON', userId: viewer.userId } });
      return viewOf(unit, run.id);
    });
  }

  /** A run of its own that goes on from a step of another one, without doing again what was done before it. @throws RUN_NOT_FOUND, RUN_NOT_OF_A_WORKFLOW, RUN_NOT_FORKABLE */
  fork(viewer: UserViewer, id: string, path: string, as: string): Promise<Run> {
    if (!z.uuid().safeParse(id).success) throw runErrors.RUN_NOT_FOUND({});
    return this.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      await this.workflows.fork(unit, { id: as, from: id, path, userId: viewer.userId });
      return viewOf(unit, as);
    });
  }

  /** Has a run of a workflow begin nothing more until it is resumed; what is under way may end. @throws RUN_NOT_FOUND, RUN_NOT_OF_A_WORKFLOW, RUN_NOT_PAUSABLE */
  pause(viewer: UserViewer, id: string): Promise<Run> {
    return this.change(viewer, id, async (unit, row) => {
      if (!(await isOfWorkflow(unit, id))) throw workflowErrors.RUN_NOT_OF_A_WORKFLOW({});
      if (row.finishedAt != null || !(await this.workflows.wish(unit, id, 'PAUSE')))
        throw workflowErrors.RUN_NOT_PAUSABLE({ status: row.status });
      unit.audit({ action: 'run.paused', subject: { type: 'Run', id }, before: null, after: null });
    });
  }

  /**
   * Ends a run: at once, or at the next safe place of whoever works on it. A decision it waits for is withdrawn; one that is asked for while
   * its own work goes on stays, for the run can be resumed.
   * A run of a workflow first undoes what it has to; asked again, or `hard`, it ends as it is.
   * @throws RUN_NOT_FOUND, RUN_NOT_CANCELLABLE
   */
  cancel(viewer: UserViewer, id: string, hard: boolean): Promise<Run> {
    return this.change(viewer, id, async (unit, row) => {
      if (!hard && row.finishedAt == null && (await this.workflows.wish(unit, id, 'CANCEL'))) {
        unit.audit({ action: 'run.cancelled', subject: { type: 'Run', id }, before: null, after: null });
        return;
      }
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
      const flow = await unit.em.findOne(WorkflowRunRow, { tenantId: unit.tenantId, id });
      if (flow !== null) return this.goOn(unit, row, flow);
      const [facet] = await lockRuns(unit, { id });
      const steps = await unit.em.find(DurableStepRow, { tenantId: unit.tenantId, runId: id });
      if (!canResume(row, steps) || !(await this.system.runs.resume(unit, id))) throw runErrors.RUN_NOT_RESUMABLE({});
      if (facet === undefined) return;
      goOn(facet);
      await tellDurableRun(unit, this.system.runs, facet);
    });
  }

  private async goOn(unit: UnitOfWork, row: DurableRunRow, flow: WorkflowRunRow): Promise<void> {
    if (!canGoOn(row, flow)) throw runErrors.RUN_NOT_RESUMABLE({});
    await this.workflows.unwish(unit, row.id);
    const goesOn = row.finishedAt == null ? this.system.runs.wake(unit, row.id) : this.system.runs.resume(unit, row.id);
    if (!(await goesOn) && row.finishedAt != null) throw runErrors.RUN_NOT_RESUMABLE({});
    if (row.finishedAt == null) unit.audit({ action: 'run.resumed', subject: { type: 'Run', id: row.id }, before: null, after: null });
  }

  private change(viewer: UserViewer, id: string, work: (unit: UnitOfWork, row: DurableRunRow) => Promise<void>): Promise<Run> {
    if (!z.uuid().safeParse(id).success) throw runErrors.RUN_NOT_FOUND({});
    return this.system.database.unitOfWork(viewer.tenantId, async (unit) => {
      const { em, tenantId } = unit;
      const row = await em.findOne(DurableRunRow, { tenantId, id }, { disableIdentityMap: true });
      if (row === null) throw runErrors.RUN_NOT_FOUND({});
      await work(unit, row);
      await em.flush();
      return viewOf(unit, id);
    });
  }
}

async function viewOf(unit: UnitOfWork, id: string): Promise<Run> {
  const { em, tenantId } = unit;
  // Written with SQL since they may have been read.
  em.clear();
  const [run] = await viewRuns(unit, await em.find(DurableRunRow, { tenantId, id }));
  if (run === undefined) throw runErrors.RUN_NOT_FOUND({});
  return run;
}

async function isOfWorkflow({ em, tenantId }: UnitOfWork, id: string): Promise<boolean> {
  return (await em.count(WorkflowRunRow, { tenantId, id })) > 0;
}

/** How its own work ended counts no more; what was proposed, decided and published meanwhile does. */
function goOn(facet: RunRow): void {
  const { synced: _ended, ...facts }: RunFacts = facet.facts;
  Object.assign(facet, { facts, status: outcomeOf(facts).status, problem: null, finishedAt: null });
}
