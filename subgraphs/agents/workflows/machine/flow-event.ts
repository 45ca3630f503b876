import type { ModelStep, WaitStep } from '../definition/definition.ts';
import type { Json } from '../json.ts';
import type { FlowOutcome, FlowProblem, FlowState } from './flow-state.ts';

/** What happened in the world; `atMs` is when, in ms of the epoch. What does not fit the flow is not accepted and changes nothing. */
export type FlowEvent = { atMs: number } & (
  | CallEvent
  | { kind: 'TIMER'; path: string }
  | { kind: 'ARRIVED'; path: string; event: Json }
  | { kind: 'DECIDED'; path: string; decision: Decision }
  | { kind: 'PAUSE' }
  | { kind: 'RESUME' }
  /** `hard` waits for nothing and undoes nothing. */
  | { kind: 'CANCEL'; reason: string; hard: boolean }
);

/** Of a CALL, MODEL, UNDO or START_CHILD, under the try it was asked with. */
export type CallEvent = { path: string; attempt: number } & (
  | { kind: 'DONE'; output: Json }
  /** `again`: another try may help. */
  | { kind: 'FAILED'; problem: FlowProblem; again: boolean }
  /** It came to nothing because of STOP. */
  | { kind: 'STOPPED' }
  /** It waits for a person or a probe and holds no place meanwhile. */
  | { kind: 'PARKED' }
  /** What it was parked for is there: the same try is asked for once more. */
  | { kind: 'WOKEN' }
);

/** What a person decided about an approval step; its output. */
export interface Decision {
  decision: 'APPROVED' | 'EDITED' | 'RESPONDED' | 'REJECTED' | 'EXPIRED';
  comment: string | null;
  payload: Json;
  decidedBy: string | null;
}

/** What is to be done now. Each is answered by events of the same path; after a crash `outstanding` tells those that are not answered. */
export type FlowCommand =
  | { kind: 'CALL'; path: string; attempt: number; tool: string; input: Json }
  | { kind: 'MODEL'; path: string; attempt: number; step: ModelStep; instructions: string; text: string }
  | { kind: 'UNDO'; path: string; attempt: number; tool: string; input: Json }
  | { kind: 'START_CHILD'; path: string; attempt: number; workflow: string; version: number | null; input: Readonly<Record<string, Json>> }
  | { kind: 'ASK'; path: string; intent: string; evidence: Json; payload: Json }
  /** One for each path; a later one takes its place. */
  | { kind: 'TIMER'; path: string; atMs: number }
  | { kind: 'AWAIT_EVENT'; path: string; topic: NonNullable<WaitStep['event']>['topic']; match: Readonly<Record<string, Json>> }
  /** What is on its way ought to stop: answered by STOPPED, or by DONE or FAILED when it was too late. */
  | { kind: 'STOP'; path: string; attempt: number }
  /** The timer, event or decision of the path is no longer waited for. Not answered. */
  | { kind: 'WITHDRAW'; path: string }
  /** Last of all. */
  | { kind: 'END'; outcome: FlowOutcome };

export interface FlowTransition {
  flow: FlowState;
  commands: readonly FlowCommand[];
  /** Addresses of the steps whose facts changed. */
  changed: readonly string[];
  accepted: boolean;
}
