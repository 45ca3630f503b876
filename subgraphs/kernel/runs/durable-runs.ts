import type { AuditNote } from '../audit/audit-note.ts';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { begin } from './machine/machine.ts';
import type { RunEvent } from './machine/run-event.ts';
import type { NewRun, Runs, StepNews } from './runs.ts';
import { applyEvent, runCommands } from './store/apply-event.ts';
import { insertRun, lockRun } from './store/run-store.ts';
import { WorkflowRegistry } from './workflow-registry.ts';

/** The durable runs of a process: the workflows it knows, and every change of a run but a worker's own. */
export class DurableRuns implements Runs {
  readonly workflows = new WorkflowRegistry();

  async start(unit: UnitOfWork, run: NewRun): Promise<void> {
    const workflow = this.workflows.get(run.workflow);
    if (workflow === null) throw new Error(`there is no workflow ${run.workflow}`);
    const steps = workflow.steps.map(({ kind, name, title, weight }) => ({ kind, name, title, weight }));
    const { run: state, commands } = begin(run.title, steps);
    const placed = { ...run, lane: workflow.lane ?? ('HEAVY' as const) };
    if (!(await insertRun(unit, placed, state))) return;
    unit.audit({ ...noteOf(run.id, 'started'), after: { workflow: run.workflow, startedBy: run.startedBy, ...run.subject } });
    await runCommands(unit, placed, state, commands);
  }

  async tell(unit: UnitOfWork, runId: string, news: StepNews): Promise<void> {
    await this.#apply(unit, runId, { type: 'TOLD', news });
  }

  wake(unit: UnitOfWork, runId: string): Promise<boolean> {
    return this.#apply(unit, runId, { type: 'WOKEN' });
  }

  async cancel(unit: UnitOfWork, runId: string): Promise<boolean> {
    const accepted = await this.#apply(unit, runId, { type: 'CANCEL' });
    if (accepted) unit.audit(noteOf(runId, 'cancelled'));
    return accepted;
  }

  async resume(unit: UnitOfWork, runId: string): Promise<boolean> {
    const accepted = await this.#apply(unit, runId, { type: 'RESUME' });
    if (accepted) unit.audit(noteOf(runId, 'resumed'));
    return accepted;
  }

  async #apply(unit: UnitOfWork, runId: string, event: RunEvent): Promise<boolean> {
    const stored = await lockRun(unit, runId);
    if (stored === null) return false;
    return (await applyEvent(unit, stored, event)).accepted;
  }
}

/** What people did to a run; what it does by itself is its history. */
function noteOf(id: string, what: 'started' | 'cancelled' | 'resumed'): AuditNote {
  return { action: `run.${what}`, subject: { type: 'Run', id }, before: null, after: null };
}
