import { type Kysely, sql } from 'kysely';
import type { UnitOfWork } from '../../database/unit-of-work.ts';
import { currentTraceParent } from '../../telemetry/span.ts';
import { estimateSeconds } from '../estimate.ts';
import { currentStep, progressOf, statusOf, type RunState } from '../machine/run-state.ts';
import type { NewRun } from '../runs.ts';
import type { Lane } from '../workflow.ts';
import { toStoredRun, type StoredRun } from './run-rows.ts';

/** How long a worker holds a run without a sign of life. */
export const LEASE_SECONDS = 12;

/**
 * Reads a run and locks it until the transaction ends; null when the tenant has none with this id.
 * @param whose OWN: by the worker that holds it, beside whose other transactions it may go on; ANY: it may change hands, and waits for those
 */
export async function lockRun(unit: UnitOfWork, runId: string, whose: 'OWN' | 'ANY' = 'ANY'): Promise<StoredRun | null> {
  const run = await sql`
    select id, tenant_id, workflow, lane, title, subject, trace_parent, status, phase, step, problem, epoch, segment, attempt, worker,
           cancel_requested_at is not null as cancelling
    from durable_run where id = ${runId} and tenant_id = ${unit.tenantId}
    ${whose === 'OWN' ? sql`for no key update` : sql`for update`}`.execute(unit.sql);
  if (run.rows.length === 0) return null;
  const steps = await sql`
    select position, kind, name, title, weight, status, attempts, failures, losses, progress, detail, problem,
           extract(epoch from clock_timestamp() - started_at)::float8 as elapsed_seconds
    from durable_step where run_id = ${runId} and tenant_id = ${unit.tenantId} order by position`.execute(unit.sql);
  return toStoredRun(run.rows[0], steps.rows);
}

/**
 * Keeps a run in its worker's hands until the transaction ends, in which nothing of the run is written. Several at once may.
 * @returns false when it is not the worker's any more, or is to be cancelled
 */
export async function shareRun(db: Kysely<Record<string, never>>, { tenantId, runId, epoch }: RunHold): Promise<boolean> {
  const { rows } =
    await sql`select 1 from durable_run where id = ${runId} and tenant_id = ${tenantId} and phase = 'HELD' and epoch = ${epoch}
    and cancel_requested_at is null for key share`.execute(db);
  return rows.length > 0;
}

/** A worker's hold of a run. */
interface RunHold {
  tenantId: string;
  runId: string;
  epoch: number;
}

/** What a step kept at its last commit. */
export async function readCheckpoint(unit: UnitOfWork, runId: string, position: number): Promise<unknown> {
  const { rows } = await sql<{ checkpoint: unknown }>`
    select checkpoint from durable_step where run_id = ${runId} and position = ${position} and tenant_id = ${unit.tenantId}`.execute(
    unit.sql,
  );
  return rows[0]?.checkpoint ?? null;
}

/** @returns false when there is a run with this id already */
export async function insertRun(unit: UnitOfWork, run: NewRun & { lane: Lane }, state: RunState): Promise<boolean> {
  const inserted = await sql`
    insert into durable_run (id, tenant_id, workflow, lane, title, subject, trace_parent, status, phase, step, segment, started_by, started_at)
    values (${run.id}, ${unit.tenantId}, ${run.workflow}, ${run.lane}, ${run.title}, ${JSON.stringify(run.subject)}::jsonb,
            ${currentTraceParent()}, ${statusOf(state)},
            ${state.turn.phase}, ${currentStep(state).name}, ${state.segment}, ${run.startedBy}, now())
    on conflict (id) do nothing returning id`.execute(unit.sql);
  if (inserted.rows.length === 0) return false;
  const steps = state.steps.map((step, position) => ({ position, ...step }));
  await sql`
    insert into durable_step (run_id, position, tenant_id, kind, name, title, weight, status, attempts, started_at)
    select ${run.id}, step.position, ${unit.tenantId}, step.kind, step.name, step.title, step.weight, step.status, step.attempts,
           case when step.status <> 'PENDING' then now() end
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
      as step(position int, kind text, name text, title text, weight float8, status text, attempts int)`.execute(unit.sql);
  return true;
}

/** Writes what changed; a worker that holds the run has its lease renewed by it. */
export async function saveRun(unit: UnitOfWork, stored: StoredRun, after: RunState): Promise<void> {
  const { turn } = after;
  const holder = turn.phase === 'HELD' ? turn : null;
  const problem = turn.phase === 'ENDED' && turn.outcome.status === 'FAILED' ? JSON.stringify(turn.outcome.problem) : null;
  const remaining = estimateSeconds(after, stored.elapsedSeconds[after.at] ?? null);
  await sql`
    update durable_run set
      status = ${statusOf(after)}, phase = ${turn.phase}, step = ${currentStep(after).name}, progress = ${progressOf(after)},
      estimated_finish_at = now() + make_interval(secs => ${remaining}::float8), problem = ${problem}::jsonb,
      epoch = ${after.epoch}, segment = ${after.segment}, attempt = ${after.attempt}, worker = ${holder?.worker ?? null},
      lease_until = case when ${holder !== null} then clock_timestamp() + make_interval(secs => ${LEASE_SECONDS}) end,
      cancel_requested_at = case when ${holder?.cancelling ?? false} then coalesce(cancel_requested_at, now()) end,
      finished_at = case when ${turn.phase === 'ENDED'} then coalesce(finished_at, now()) end
    where id = ${stored.id} and tenant_id = ${unit.tenantId}`.execute(unit.sql);
  for (const [position, step] of after.steps.entries()) {
    if (step === stored.state.steps[position]) continue;
    const final = ['SUCCEEDED', 'SKIPPED', 'FAILED', 'CANCELLED'].includes(step.status);
    await sql`
      update durable_step set
        status = ${step.status}, attempts = ${step.attempts}, failures = ${step.failures}, losses = ${step.losses},
        progress = ${step.progress}, detail = ${step.detail},
        problem = ${step.problem === null ? null : JSON.stringify(step.problem)}::jsonb,
        started_at = case when ${step.status === 'PENDING'} then null else coalesce(started_at, now()) end,
        finished_at = case when ${final} then coalesce(finished_at, now()) end
      where run_id = ${stored.id} and position = ${position} and tenant_id = ${unit.tenantId}`.execute(unit.sql);
  }
}

/** Keeps what a step will go on from. */
export async function saveCheckpoint(unit: UnitOfWork, runId: string, position: number, value: unknown): Promise<void> {
  await sql`
    update durable_step set checkpoint = ${JSON.stringify(value ?? null)}::jsonb
    where run_id = ${runId} and position = ${position} and tenant_id = ${unit.tenantId}`.execute(unit.sql);
}
