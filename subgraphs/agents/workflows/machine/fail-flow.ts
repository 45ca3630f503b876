import { ROOT, type Address } from './address.ts';
import type { Draft } from './draft.ts';
import type { FlowProblem } from './flow-state.ts';
import { settle, stopList } from './settle.ts';

/** Steps and rounds that a run may begin, of any kind; more is a loop that nobody meant. */
export const MAX_BEGUN = 20_000;

/** A step went past what the whole run may do: the run fails, whatever the step and those around it say about errors. */
export function failFlow(draft: Draft, step: Address, problem: FlowProblem): void {
  draft.flow.problem ??= problem;
  settle(draft, step, { status: 'FAILED', problem });
  stopList(draft, ROOT);
}
