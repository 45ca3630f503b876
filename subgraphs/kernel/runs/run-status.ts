/** How a run stands. WAITING: a person has to decide, or something else to happen, before it goes on. */
export const DurableRunStatus = {
  RUNNING: 'RUNNING',
  WAITING: 'WAITING',
  SUCCEEDED: 'SUCCEEDED',
  FAILED: 'FAILED',
  CANCELLED: 'CANCELLED',
} as const;
export type DurableRunStatus = (typeof DurableRunStatus)[keyof typeof DurableRunStatus];

/** How a step stands. */
export const StepStatus = {
  PENDING: 'PENDING',
  RUNNING: 'RUNNING',
  WAITING: 'WAITING',
  SUCCEEDED: 'SUCCEEDED',
  FAILED: 'FAILED',
  SKIPPED: 'SKIPPED',
  CANCELLED: 'CANCELLED',
} as const;
export type StepStatus = (typeof StepStatus)[keyof typeof StepStatus];

/**
 * Whose turn it is. QUEUED: a segment waits for a worker. HELD: a worker is at it. RESTING: a timer will queue it again. OUTSIDE: its step
 * is somebody else's work, or waits to be woken. ENDED: nobody's.
 */
export type RunPhase = 'QUEUED' | 'HELD' | 'RESTING' | 'OUTSIDE' | 'ENDED';

/** Why something failed, as callers are told. */
export interface StoredProblem {
  code: string;
  message: string;
  /** What to do next. */
  todo: string;
}
