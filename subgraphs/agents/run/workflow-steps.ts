import { assertNever } from '../../kernel/assert-never.ts';
import { ApprovalRow } from '../../kernel/approvals/approval.entity.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { StepStatus } from '../../kernel/runs/run-status.ts';
import type { Programs } from '../workflows/catalogue/programs.ts';
import type { StepDefinition } from '../workflows/definition/definition.ts';
import type { StepStatus as FlowStatus } from '../workflows/machine/flow-state.ts';
import { childRunId } from '../workflows/runs/child-run-id.ts';
import { stepOf } from '../workflows/machine/stored-flow.ts';
import { WorkflowRunRow } from '../workflows/store/workflow-run.entity.ts';
import { WorkflowStepRow } from '../workflows/store/workflow-step.entity.ts';
import type { RunStep, StepUndoing } from './run.type.ts';

/** Steps of one run that are shown at most: of maps over much, the first. */
const MAX_STEPS = 500;
const MICROS_PER_DOLLAR = 1_000_000;

/** The steps of each run of a workflow, also those to come; of other runs null. */
export async function workflowSteps(unit: UnitOfWork, programs: Programs, runIds: readonly string[]): Promise<(RunStep[] | null)[]> {
  const { em, tenantId } = unit;
  const runs = new Map((await em.find(WorkflowRunRow, { tenantId, id: { $in: [...runIds] } })).map((run) => [run.id, run]));
  const all: (RunStep[] | null)[] = [];
  for (const id of runIds) {
    const run = runs.get(id);
    all.push(run === undefined ? null : await stepsOf(unit, programs, run));
  }
  return all;
}

async function stepsOf(unit: UnitOfWork, programs: Programs, { id: runId, versionId }: WorkflowRunRow): Promise<RunStep[]> {
  const { em, tenantId } = unit;
  const program = await programs.of(unit, versionId);
  const rows = await em.find(WorkflowStepRow, { tenantId, runId }, { orderBy: { position: 'asc' }, limit: MAX_STEPS });
  const asked = await em.find(ApprovalRow, { tenantId, subject: { $like: `step:${runId}:%` } }, { fields: ['id', 'subject'] });
  const approvalOf = new Map(asked.map(({ id, subject }) => [subject.slice(`step:${runId}:`.length), id]));
  const shown = (row: WorkflowStepRow): RunStep[] => {
    const step = stepOf(program, row.path);
    return step === null ? [] : [viewStep(row, step, approvalOf)];
  };
  const within = Map.groupBy(rows, ({ path }) => path.split(/[.[]/u, 1)[0] ?? path);
  return program.definition.steps
    .flatMap((step) => {
      const begun = within.get(step.id) ?? [];
      return begun.some(({ path }) => path === step.id) ? begun.flatMap(shown) : [toCome(step), ...begun.flatMap(shown)];
    })
    .slice(0, MAX_STEPS);
}

function viewStep(row: WorkflowStepRow, step: StepDefinition, approvalOf: ReadonlyMap<string, string>): RunStep {
  const { path, state, startedAt, finishedAt } = row;
  const list = path.slice(0, path.lastIndexOf('.') + 1);
  const status = shownStatus(state.status);
  return {
    ...toCome(step),
    key: path,
    status,
    progress: status === 'PENDING' ? null : finishedAt == null ? 0 : 1,
    detail: detailOf(row),
    attempts: Math.max(state.tries, status === 'PENDING' ? 0 : 1),
    startedAt: startedAt ?? null,
    finishedAt: finishedAt ?? null,
    at: finishedAt ?? startedAt ?? null,
    dependsOn: step.dependsOn.map((id) => `${list}${id}`),
    input: row.input ?? null,
    output: state.output,
    problem: state.problem?.message ?? null,
    problemCode: state.problem?.code ?? null,
    costUsd: row.micros / MICROS_PER_DOLLAR,
    tokens: row.tokens,
    undoing: undoingOf(state.status),
    carried: state.carried,
    approvalId: approvalOf.get(path) ?? approvalOf.get(`${path}#undo`) ?? null,
    childRunId: step.kind === 'WORKFLOW' && !state.carried && state.tries > 0 ? childRunId(row.runId, path, state.tries) : null,
  };
}

function toCome({ id, title, kind, dependsOn }: StepDefinition): Pick<RunStep, keyof RunStep> {
  return {
    key: id, name: title, status: 'PENDING', progress: null, detail: null, attempts: 0, startedAt: null, finishedAt: null, at: null, kind,
    dependsOn: [...dependsOn], input: null, output: null, problem: null, problemCode: null, costUsd: 0, tokens: 0, undoing: null, carried: false,
    approvalId: null, childRunId: null,
  }; // prettier-ignore
}

/** How a step of a flow stands, as people are told. */
export function shownStatus(status: FlowStatus): StepStatus {
  switch (status) {
    case 'PENDING':
    case 'READY':
      return StepStatus.PENDING;
    case 'RUNNING':
    case 'RETRYING':
    case 'STOPPING':
      return StepStatus.RUNNING;
    case 'PARKED':
    case 'WAITING':
    case 'UNDO_WAITING':
      return StepStatus.WAITING;
    case 'DONE':
    case 'UNDOING':
    case 'UNDONE':
    case 'NOT_UNDONE':
      return StepStatus.SUCCEEDED;
    case 'SKIPPED':
    case 'FAILED':
    case 'CANCELLED':
      return status;
    default:
      return assertNever(status);
  }
}

function undoingOf(status: FlowStatus): StepUndoing | null {
  if (status === 'UNDOING' || status === 'UNDO_WAITING') return 'UNDOING';
  return status === 'UNDONE' || status === 'NOT_UNDONE' ? status : null;
}

function detailOf({ state, waitsFor }: WorkflowStepRow): string | null {
  if (state.status === 'PARKED' && waitsFor === 'APPROVAL') return 'waits for a decision';
  if (state.status === 'PARKED' && waitsFor === 'EFFECT') return 'nobody knows whether it was done';
  if (state.status === 'PARKED' && waitsFor === 'CHILD') return 'waits for a run of its own';
  if (state.items !== null) return `${state.items.length} items`;
  return state.problem?.message ?? null;
}
