import type { Json } from '../json.ts';

/**
 * PENDING: waits for others. READY: may begin, waits for a free place. RUNNING: is being done (for steps with inner steps: some of them are).
 * PARKED: its call waits for a person or a probe. WAITING: for a time, an event, a decision or a run of its own. RETRYING: rests before the
 * next try. STOPPING: was told to stop and has not answered. UNDOING, UNDO_WAITING, UNDONE, NOT_UNDONE: its compensation.
 */
export type StepStatus =
  | 'PENDING'
  | 'READY'
  | 'RUNNING'
  | 'PARKED'
  | 'WAITING'
  | 'RETRYING'
  | 'STOPPING'
  | 'DONE'
  | 'SKIPPED'
  | 'FAILED'
  | 'CANCELLED'
  | 'UNDOING'
  | 'UNDO_WAITING'
  | 'UNDONE'
  | 'NOT_UNDONE';

/** What a step came to that went wrong. */
export interface FlowProblem {
  code: string;
  message: string;
}

/** What is kept of a step; a row of its own for whoever stores flows. Plain JSON. */
export interface StepFacts {
  status: StepStatus;
  /** Why it was skipped: its own condition, or a branch that was not taken. */
  skipped: 'WHEN' | 'BRANCH' | null;
  /** Tries begun. */
  tries: number;
  /** Tries of its compensation begun. */
  undoTries: number;
  output: Json;
  problem: FlowProblem | null;
  /** When its timer is due, in ms of the epoch. */
  dueMs: number | null;
  /** Counts with everything that happens in the flow: when it got ready, then when it ended; null for what was let go. */
  order: number | null;
  /** Of a map: what it goes over. */
  items: readonly Json[] | null;
  /** Of a parallel step with join ANY: which branch came first. */
  winner: number | null;
  /** Done by the flow this one was forked from; never undone by this one. */
  carried: boolean;
}

/** A step with what follows from the facts of it and its neighbours. */
export interface StepState extends StepFacts {
  /** Steps it depends on that have not ended. */
  waitsFor: number;
  /** Inner steps: one list for each item, branch or round that was begun. */
  lists: readonly ListState[];
  /** Inner lists that have ended. */
  ended: number;
}

export interface ListState {
  /** In the order of the definition. */
  steps: readonly StepState[];
  /** Steps that have not ended. */
  left: number;
  /** Nothing more begins in it. */
  stopped: boolean;
}

/** What never changes of a flow. */
export interface FlowGiven {
  runId: string;
  startedAtMs: number;
  input: Readonly<Record<string, Json>>;
  /** Calls side by side. */
  maxActive: number;
  /** Tries of calls, models and child runs in all. */
  maxCalls: number;
}

/** What changes with nearly every event; small. */
export interface FlowHead {
  phase: 'GOING' | 'UNDOING' | 'ENDED';
  paused: boolean;
  /** Why somebody cancelled it. */
  cancelled: string | null;
  /** The clock when they did; null: nobody has, or it was cancelled before this was kept. */
  cancelledAt: number | null;
  /** Fails the flow, whatever the steps say. */
  problem: FlowProblem | null;
  /** Things that happened. */
  clock: number;
  /** Tries of calls, models and child runs so far. */
  calls: number;
  /** Steps and rounds begun so far, of any kind. */
  begun: number;
  outcome: FlowOutcome | null;
}

/** A run of a workflow, as far as it has got. Plain JSON. */
export interface FlowState extends FlowHead {
  given: FlowGiven;
  root: ListState;
  /** Paths of READY steps, in order. */
  queue: readonly string[];
  /** Calls that are on their way. */
  active: number;
  /** Paths still to be undone, next first. */
  undo: readonly string[];
}

export interface FlowOutcome {
  status: 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  output: Json;
  problem: FlowProblem | null;
  /** Addresses of what could not be undone. */
  notUndone: readonly string[];
}
