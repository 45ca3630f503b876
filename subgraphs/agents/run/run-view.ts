import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { DurableRunRow } from '../../kernel/runs/durable-run.entity.ts';
import { DurableStepRow } from '../../kernel/runs/durable-step.entity.ts';
import { pilotIdOf } from '../agent/pilots.ts';
import { RunRow } from './run.entity.ts';
import type { Run, RunStep } from './run.type.ts';

/** Durable runs with their steps and what the agents know of them, in the order of the rows. */
export async function viewRuns({ em, tenantId }: UnitOfWork, rows: readonly DurableRunRow[]): Promise<Run[]> {
  const ids = rows.map(({ id }) => id);
  const steps = await em.find(DurableStepRow, { tenantId, runId: { $in: ids } }, { orderBy: { runId: 'asc', position: 'asc' } });
  const facets = await em.find(RunRow, { tenantId, id: { $in: ids } });
  const stepsOf = Map.groupBy(steps, ({ runId }) => runId);
  const facetOf = new Map(facets.map((facet) => [facet.id, facet]));
  return rows.map((row) => view(row, stepsOf.get(row.id) ?? [], facetOf.get(row.id)));
}

function view(row: DurableRunRow, steps: readonly DurableStepRow[], facet: RunRow | undefined): Run {
  const ended = row.finishedAt != null;
  return {
    id: row.id,
    workflow: row.workflow,
    title: row.title,
    status: row.status,
    progress: Number(row.progress),
    estimatedFinishAt: row.estimatedFinishAt ?? null,
    attempt: row.attempt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt ?? null,
    problem: row.problem?.message ?? null,
    canCancel: !ended && row.cancelRequestedAt == null,
    canResume: canResume(row, steps),
    steps: steps.map(viewStep),
    // Whatever is not another agent's is the DataOps pilot's: it keeps the data flowing.
    agentId: facet?.agentId ?? pilotIdOf(row.tenantId, 'DATAOPS'),
    connectionId: row.subject['connectionId'] ?? null,
    approvalId: facet?.approvalId ?? null,
  };
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
  };
}
