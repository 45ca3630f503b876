import type { FlowProblem } from '../workflows/machine/flow-state.ts';
import type { FaultKind } from './scenario/scenario.ts';

/** What a run of a workflow came to, on whatever it ran. */
export interface RunRecord {
  status: 'SUCCEEDED' | 'FAILED' | 'CANCELLED' | 'STUCK';
  problem: FlowProblem | null;
  /** Addresses of the calls that were done, in this order; and of those that were undone. */
  done: readonly string[];
  undone: readonly string[];
  /** Addresses of the calls that were ended while they were under way: whether they were done is nobody's promise. */
  cut: readonly string[];
  approvals: number;
  costMicros: number;
  /** Of the farm's own time in a rehearsal, else of everybody's. */
  tookMs: number;
  workersLost: number;
  /** Faults that were really done, by address. */
  faults: ReadonlyMap<string, FaultKind>;
  /** Keys of what was done and stands at the end. */
  standing: readonly string[];
}

/** Under which a call has its effect: the same for every try of it. */
export function keyOf(runId: string, path: string, kind: 'CALL' | 'UNDO'): string {
  return kind === 'CALL' ? `${runId}:${path}` : `${runId}:${path}#undo`;
}
