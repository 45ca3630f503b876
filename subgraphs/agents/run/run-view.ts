import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import { DurableStepRow } from '../../kernel/runs/durable-step.entity.ts';
import { pilotIdOf } from '../agent/pilots.ts';
import { WorkflowRunRow } from '../workflows/store/workflow-run.entity.ts';
import { RunRow } from './run.entity.ts';
import type { Run, RunStep } from './run.type.ts';

const MICROS_PER_DOLLAR = 1_000_000;
const NOT_OF_A_WORKFLOW = {
  kind: null, dependsOn: [], input: null, output: null, problem: null, problemCode: null, costUsd: null, tokens: null, undoing: null, carried: false,
  approvalId: null, childRunId: null,
}; // prettier-ignore

/** Durable runs with their steps and what the agents know of them, in the order of the rows. */
export async function viewRuns({ em, tenantId }: UnitOfWork, rows: readonly DurableRunRow[]): Promise<Run[]> {
  const ids = rows.map(({ id }) => id);
  const steps = await em.find(DurableStepRow, { tenantId, runId: { $in: ids } }, { orderBy: { runId: 'asc', position: 'asc' } });
  const facets = await em.find(RunRow, { tenantId, id: { $in: ids } });
  const workflows = await em.find(WorkflowRunRow, { tenantId, id: { $in: ids } });
  const workflowOf = new Map(workflows.map((row) => [row.id, row]));
  const stepsOf = Map.groupBy(steps, ({ runId }) => runId);
  const facetOf = new Map(facets.map((facet) => [facet.id, facet]));
  return rows.map((row) => view(row, stepsOf.get(row.id) ?? [], facetOf.get(row.id), workflowOf.get(row.id)));
}

function view(row: DurableRunRow, steps: readonly DurableStepRow[], facet: RunRow | undefined, flow: WorkflowRunRow | undefined): Run {
  const ended = row.finishedAt != null;
  return {
    id: row.id,
    workflow: flow?.workflow ?? row.workflow,
    title: row.title,
    status: row.status,
    progress: Number(row.progress),
    estimatedFinishAt: row.estimatedFinishAt ?? null,
    attempt: row.attempt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt ?? null,
    problem: row.problem?.message ?? null,
    canCancel: !ended && row.cancelRequestedAt == null,
    canResume: flow === undefined ? canResume(row, steps) : canGoOn(row, flow),
    ...viewWorkflow(row, flow),
    durableSteps: steps.map(viewStep),
    // Whatever is not another agent's is the DataOps pilot's: it keeps the data flowing.
    agentId: flow?.agentId ?? facet?.agentId ?? pilotIdOf(row.tenantId, 'DATAOPS'),
    connectionId: row.subject['connectionId'] ?? null,
    approvalId: facet?.approvalId ?? null,
  };
}

type OfWorkflow =
  | 'canPause'
  | 'paused'
  | 'mode'
  | 'cause'
  | 'input'
  | 'output'
  | 'costUsd'
  | 'tokens'
  | 'forkedPath'
  | 'versionId'
  | 'parentRunId'
  | 'forkedFromId';

function viewWorkflow(row: DurableRunRow, flow: WorkflowRunRow | undefined): Pick<Run, OfWorkflow> {
  const wanted = row.finishedAt == null ? (flow?.wanted ?? null) : null;
  return {
    canPause: flow !== undefined && row.finishedAt == null && wanted === null,
    paused: wanted === 'PAUSE',
    mode: flow?.mode ?? null,
    cause: flow?.cause.kind ?? null,
    input: flow?.input ?? null,
    output: flow?.flow?.outcome?.output ?? null,
    costUsd: flow === undefined ? null : flow.micros / MICROS_PER_DOLLAR,
    tokens: flow?.tokens ?? null,
    forkedPath: flow?.forkedPath ?? null,
    versionId: flow?.versionId ?? null,
    parentRunId: flow?.parentRunId ?? null,
    forkedFromId: flow?.forkedFrom ?? null,
  };
}

/** A paused run goes on, and one that ended for reasons that are not its steps' own. A step that failed is gone another way by a fork. */
export function canGoOn({ status, finishedAt }: DurableRunRow, { wanted, flow }: WorkflowRunRow): boolean {
  if (finishedAt == null) return wanted === 'PAUSE';
  return (status === 'FAILED' || status === 'CANCELLED') && flow?.outcome == null;
}

/** Work of ours can go on where it ended. What somebody else's decision or failure ended would only end again. */
export function canResume({ status, step }: DurableRunRow, steps: readonly DurableStepRow[]): boolean {
  return (status === 'FAILED' || status === 'CANCELLED') && steps.find(({ name }) => name === step)?.kind === 'WORK';
}

function viewStep(row: DurableStepRow): RunStep {
  const [startedAt, finishedAt] = [row.startedAt ?? null, row.finishedAt ?? null];
  return {
    key: row.name,
    name: row.title,
    status: row.status,
    progress: row.status === 'PENDING' ? null : Number(row.progress),
    detail: row.detail ?? null,
    attempts: row.attempts,
    startedAt,
    finishedAt,
    at: finishedAt ?? startedAt,
    ...NOT_OF_A_WORKFLOW,
  };
}
