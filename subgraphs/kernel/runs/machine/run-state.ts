import type { DurableRunStatus, RunPhase, StepStatus, StoredProblem } from '../run-status.ts';

/** One step as the machine sees it. */
export interface StepState {
  readonly kind: 'WORK' | 'WAIT';
  readonly name: string;
  readonly title: string;
  readonly weight: number;
  readonly status: StepStatus;
  /** How often a worker began it. */
  readonly attempts: number;
  /** Errors since it last got further; what retries are counted by. */
  readonly failures: number;
  /** Workers that died at it since it last committed anything. */
  readonly losses: number;
  /** Of this step, 0…1; the furthest it ever got. */
  readonly progress: number;
  readonly detail: string | null;
  readonly problem: StoredProblem | null;
}

/** Whose turn it is, with what only that turn knows. */
export type Turn =
  | { readonly phase: 'QUEUED' }
  | { readonly phase: 'HELD'; readonly worker: string; readonly cancelling: boolean }
  | { readonly phase: 'RESTING' }
  | { readonly phase: 'OUTSIDE' }
  | { readonly phase: 'ENDED'; readonly outcome: Outcome };

export type Outcome =
  | { readonly status: 'SUCCEEDED' }
  | { readonly status: 'FAILED'; readonly problem: StoredProblem }
  | { readonly status: 'CANCELLED' };

/** A run between two events. */
export interface RunState {
  readonly turn: Turn;
  /** Position of the step it is at, or ended at. */
  readonly at: number;
  readonly steps: readonly StepState[];
  readonly epoch: number;
  readonly segment: number;
  readonly attempt: number;
}

const PHASES = { QUEUED: false, HELD: false, RESTING: false, OUTSIDE: false, ENDED: true } satisfies Record<RunPhase, boolean>;
const FINAL_STEPS: ReadonlySet<StepStatus> = new Set(['SUCCEEDED', 'SKIPPED', 'FAILED', 'CANCELLED']);

export function hasEnded(run: RunState): boolean {
  return PHASES[run.turn.phase];
}

export function isFinal(step: StepState): boolean {
  return FINAL_STEPS.has(step.status);
}

/** Work that let go of its worker and waits. */
export function isParked({ kind, status }: StepState): boolean {
  return kind === 'WORK' && status === 'WAITING';
}

/** The step the run is at. */
export function currentStep(run: RunState): StepState {
  const step = run.steps[run.at];
  if (step === undefined) throw new Error(`there is no step ${run.at}`);
  return step;
}

export function statusOf(run: RunState): DurableRunStatus {
  if (run.turn.phase === 'ENDED') return run.turn.outcome.status;
  return currentStep(run).status === 'WAITING' ? 'WAITING' : 'RUNNING';
}

/** 0…1 over all steps, by their weights. */
export function progressOf(run: RunState): number {
  const total = run.steps.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return hasEnded(run) ? 1 : 0;
  const done = run.steps.reduce((sum, step) => sum + step.weight * doneShare(step), 0);
  return Math.min(1, done / total);
}

function doneShare(step: StepState): number {
  return step.status === 'SUCCEEDED' || step.status === 'SKIPPED' ? 1 : step.progress;
}

/** The run with its step at `position` changed. */
export function withStep(run: RunState, position: number, change: Partial<StepState>): RunState {
  return { ...run, steps: run.steps.map((step, index) => (index === position ? { ...step, ...change } : step)) };
}
