import type { UnitOfWork } from '../../../kernel/database/unit-of-work.ts';
import type { RunActivity } from '../../live/tell-run-event.ts';
import type { Cost } from '../../tools/tool.ts';
import type { Json } from '../json.ts';
import type { FlowProblem } from '../machine/flow-state.ts';
import type { StepFailure } from './step-problems.ts';

/** What a call, a model's answer or an undoing came to. */
export type Outcome =
  | { kind: 'DONE'; output: Json }
  | { kind: 'FAILED'; problem: FlowProblem; again: boolean }
  | { kind: 'STOPPED' }
  | { kind: 'PARKED'; waitsFor: WaitsFor };

/** A person's leave, word of an effect in doubt, or the end of a run of its own. */
export type WaitsFor = 'APPROVAL' | 'EFFECT' | 'CHILD';

/** An outcome with what is kept of it beside the flow. */
export interface Settled {
  outcome: Outcome;
  /** What it was really called with. */
  input?: Json;
  cost?: Cost;
  /** Told to those who follow the run. */
  told?: readonly RunActivity[];
  /** What has to be written in the same transaction. */
  work?: (unit: UnitOfWork) => Promise<void>;
}

export const FREE: Cost = { tokens: 0, micros: 0 };

export function costs({ tokens, micros }: Cost): boolean {
  return tokens > 0 || micros > 0;
}

/** A step that comes to nothing. */
export function failed({ problem, again }: StepFailure): Settled {
  return { outcome: { kind: 'FAILED', problem, again } };
}
