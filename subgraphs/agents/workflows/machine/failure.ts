import { listProgram, type Address } from './address.ts';
import type { Draft } from './draft.ts';
import type { FlowProblem, StepState } from './flow-state.ts';
import type { ListProgram } from './program.ts';

/** What a list failed of: the first of its steps that failed for good and is not done without. */
export function failureOf(draft: Draft, list: Address): FlowProblem | null {
  return failureAmong(listProgram(draft.program, list), draft.list(list).steps);
}

export function failureAmong({ steps: programs }: ListProgram, steps: readonly StepState[]): FlowProblem | null {
  let first: StepState | null = null;
  for (const [index, state] of steps.entries())
    if (
      state.status === 'FAILED' &&
      programs[index]?.step.onError === 'FAIL' &&
      (first === null || (state.order ?? 0) < (first.order ?? 0))
    )
      first = state;
  return first?.problem ?? null;
}
