import type { UnitOfWork } from '../database/unit-of-work.ts';
import type { StepStatus, StoredProblem } from './run-status.ts';

/** A run to be started. */
export interface NewRun {
  /** Chosen by the caller; starting the same id again changes nothing. */
  id: string;
  /** Name of a registered workflow. */
  workflow: string;
  title: string;
  /** What it is about: `connectionId`, `syncId` … Shown in every event of the run. */
  subject: Readonly<Record<string, string>>;
  /** The person who asked for it. */
  startedBy: string | null;
}

/** What happened in a step that is somebody else's work. */
export interface StepNews {
  step: string;
  status: Exclude<StepStatus, 'PENDING' | 'CANCELLED'>;
  detail: string | null;
  /** Of this step, 0…1; left as it is when left out. */
  progress?: number;
  /** Why it failed. */
  problem?: StoredProblem | null;
}

/** Durable runs, each change in the caller's transaction. */
export interface Runs {
  /** Starts a run. @throws Error when no such workflow is registered */
  start(unit: UnitOfWork, run: NewRun): Promise<void>;
  /** Tells what happened in a WAIT step; also of one that is still to come. Repeated or late news changes nothing, nor does news of an unknown run. */
  tell(unit: UnitOfWork, runId: string, news: StepNews): Promise<void>;
  /** What a parked step waits for has come: it goes on. @returns false when the run is not parked; a worker at it sees what has come by itself */
  wake(unit: UnitOfWork, runId: string): Promise<boolean>;
  /** Ends the run: at once when no worker holds it, else at the worker's next commit. @returns false when it has ended, or there is none */
  cancel(unit: UnitOfWork, runId: string): Promise<boolean>;
  /** FAILED or CANCELLED → RUNNING again, at the step that ended, from its checkpoint. @returns false when it has not ended so */
  resume(unit: UnitOfWork, runId: string): Promise<boolean>;
}
