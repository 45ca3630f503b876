import type { DurableRunStatus, StoredProblem } from '../run-status.ts';
import type { StepNews } from '../runs.ts';
import type { EventPayload } from '../../../../schema/events/events.ts';
import type { RunState } from './run-state.ts';

/** What can happen to a run. Events of a worker carry the epoch it holds the run under; any other epoch is late, and changes nothing. */
export type RunEvent =
  /** A worker begins this segment. */
  | { readonly type: 'CLAIMED'; readonly segment: number; readonly worker: string }
  /** The worker committed part of the step. */
  | {
      readonly type: 'COMMITTED';
      readonly epoch: number;
      readonly progress: { readonly fraction: number; readonly detail: string | null } | null;
    }
  | { readonly type: 'STEP_DONE'; readonly epoch: number }
  /** @prop retryInMs how long to rest before the next try, by how many tries failed; null: no more tries */
  | {
      readonly type: 'STEP_FAILED';
      readonly epoch: number;
      readonly problem: StoredProblem;
      readonly retryInMs: (failures: number) => number | null;
    }
  /** The step lets go of its worker and stays where it is: until it is woken, or, where a time is said, until then at the latest. */
  | { readonly type: 'PARKED'; readonly epoch: number; readonly forMs: number | null; readonly detail: string | null }
  /** The worker lets go in good order, because its process stops or it saw the cancellation. */
  | { readonly type: 'RELEASED'; readonly epoch: number }
  /** The worker's lease ran out, or its process is known to be dead. */
  | { readonly type: 'WORKER_LOST'; readonly epoch: number }
  /** The carrier has lost this segment before a worker began it. */
  | { readonly type: 'SEGMENT_LOST'; readonly segment: number }
  | { readonly type: 'RESTED' }
  /** What a parked step waits for has come. */
  | { readonly type: 'WOKEN' }
  | { readonly type: 'TOLD'; readonly news: StepNews }
  | { readonly type: 'CANCEL' }
  | { readonly type: 'RESUME' };

export type RunEventKind = EventPayload<'runs.changed'>['kind'];

/** What is to be done, in the transaction that decides it. */
export type RunCommand =
  /** Ask the carrier for the run's segment. `instead`: the one before was lost and is not to be carried any more. */
  | { readonly type: 'ENQUEUE'; readonly instead: boolean }
  | { readonly type: 'REST'; readonly forMs: number }
  | { readonly type: 'WAKE' }
  /** Tell the world. */
  | {
      readonly type: 'TELL';
      readonly kind: RunEventKind;
      readonly step: string | null;
      readonly status: DurableRunStatus;
      readonly message: string;
    };

/** What an event led to. `accepted` is false when it came too late or made no sense: then nothing changed. */
export interface Transition {
  readonly run: RunState;
  readonly commands: readonly RunCommand[];
  readonly accepted: boolean;
}
