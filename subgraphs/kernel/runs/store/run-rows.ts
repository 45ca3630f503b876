import { z } from 'zod';
import { StepStatus, type StoredProblem } from '../run-status.ts';
import type { Lane } from '../workflow.ts';
import type { RunState, StepState, Turn } from '../machine/run-state.ts';

const problemSchema: z.ZodType<StoredProblem> = z.object({ code: z.string(), message: z.string(), todo: z.string() });

export const runRowSchema = z.object({
  id: z.uuid(),
  tenant_id: z.uuid(),
  workflow: z.string(),
  lane: z.enum(['HEAVY', 'LIGHT']),
  title: z.string(),
  subject: z.record(z.string(), z.string()),
  trace_parent: z.string().nullable(),
  status: z.enum(['RUNNING', 'WAITING', 'SUCCEEDED', 'FAILED', 'CANCELLED']),
  phase: z.enum(['QUEUED', 'HELD', 'RESTING', 'OUTSIDE', 'ENDED']),
  step: z.string(),
  problem: problemSchema.nullable(),
  epoch: z.int(),
  segment: z.int(),
  attempt: z.int(),
  worker: z.string().nullable(),
  cancelling: z.boolean(),
});
type RunRecord = z.infer<typeof runRowSchema>;

export const stepRowSchema = z.object({
  position: z.int(),
  kind: z.enum(['WORK', 'WAIT']),
  name: z.string(),
  title: z.string(),
  weight: z.number(),
  status: z.enum(StepStatus),
  attempts: z.int(),
  failures: z.int(),
  losses: z.int(),
  progress: z.number(),
  detail: z.string().nullable(),
  problem: problemSchema.nullable(),
  /** Seconds since it began; null when it has not. */
  elapsed_seconds: z.number().nullable(),
});

/** A run as it is stored, locked for the rest of the transaction. */
export interface StoredRun {
  id: string;
  tenantId: string;
  workflow: string;
  lane: Lane;
  title: string;
  subject: Readonly<Record<string, string>>;
  /** Where in a trace it was started; null while nothing was traced. */
  traceParent: string | null;
  state: RunState;
  /** Of each step, seconds since it began. */
  elapsedSeconds: readonly (number | null)[];
}

/** @throws ZodError when a row is not what we write */
export function toStoredRun(runRow: unknown, stepRows: readonly unknown[]): StoredRun {
  const run = runRowSchema.parse(runRow);
  const rows = stepRows.map((row) => stepRowSchema.parse(row));
  const steps = rows.map(({ position: _position, elapsed_seconds: _elapsed, ...step }): StepState => step);
  const at = steps.findIndex(({ name }) => name === run.step);
  const { epoch, segment, attempt } = run;
  return {
    id: run.id,
    tenantId: run.tenant_id,
    workflow: run.workflow,
    lane: run.lane,
    title: run.title,
    subject: run.subject,
    traceParent: run.trace_parent,
    state: { turn: turnOf(run), at, steps, epoch, segment, attempt },
    elapsedSeconds: rows.map((row) => row.elapsed_seconds),
  };
}

function turnOf({ phase, status, worker, cancelling, problem }: RunRecord): Turn {
  if (phase === 'HELD') return { phase, worker: worker ?? '', cancelling };
  if (phase !== 'ENDED') return { phase };
  if (status === 'FAILED' && problem !== null) return { phase, outcome: { status, problem } };
  return { phase, outcome: { status: status === 'SUCCEEDED' ? 'SUCCEEDED' : 'CANCELLED' } };
}
