import { DomainError } from '../../../kernel/errors/domain-error.ts';
import type { StepContext, Workflow } from '../../../kernel/runs/workflow.ts';
import type { FlowOutcome } from '../machine/flow-state.ts';
import { AGENT_WORKFLOW, FLOW_STEP } from '../runs/agent-workflow.ts';
import type { WorkflowDeps } from './deps.ts';
import { FlowRunner } from './flow-runner.ts';
import { FlowWriter } from './flow-writer.ts';
import { loadRun, type LoadedRun } from './loaded-run.ts';

/** The durable run of every workflow of agents: one step, within which the flow's own machine says what is next. */
export function flowWorkflow(deps: WorkflowDeps): Workflow {
  const writer = new FlowWriter(deps.system.database);
  const carry = async (context: StepContext): Promise<void> => {
    const loaded = await loadRun(deps.system.database, deps.programs, context.tenantId, context.runId);
    const outcome = loaded.flow.outcome ?? (await new FlowRunner(deps, writer, context, loaded).carry(loaded));
    if (outcome !== null) await end(deps, context, loaded, outcome);
  };
  return {
    name: AGENT_WORKFLOW,
    title: 'Workflow',
    lane: 'LIGHT',
    steps: [{ kind: 'WORK', name: FLOW_STEP, title: 'Steps', weight: 1, run: carry }],
  };
}

/** Ends the run as its flow has ended. @throws DomainError when it failed, RunLost when it was cancelled */
async function end(deps: WorkflowDeps, context: StepContext, { row }: LoadedRun, { status, problem }: FlowOutcome): Promise<void> {
  const { database, runs } = deps.system;
  const { tenantId, runId } = context;
  await database.unitOfWork(tenantId, (unit) => deps.ports.approvals.withdraw(unit, runId, null));
  const { parentRunId } = row;
  // A transaction of its own: no two runs of a family are ever locked by one.
  if (parentRunId != null) await database.unitOfWork(tenantId, (unit) => runs.wake(unit, parentRunId));
  if (status === 'FAILED') throw failureOf(problem ?? { code: 'WORKFLOW_FAILED', message: 'A step failed.' });
  if (status === 'CANCELLED') {
    await database.unitOfWork(tenantId, (unit) => runs.cancel(unit, runId));
    // The kernel ends it with this commit.
    await context.commit(async () => undefined);
  }
}

/** A step's problem as the run's own. */
function failureOf({ code, message }: { code: string; message: string }): DomainError {
  return new DomainError(code, message, {
    todo: 'Look at the step that failed; start again, or fork the run before it.',
    retry: false,
    status: 409,
  });
}
