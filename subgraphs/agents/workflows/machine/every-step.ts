import type { ListState, StepState } from './flow-state.ts';
import type { ListProgram, StepProgram } from './program.ts';

/** Every step of a list that is there, with those within it, in the order of the definition. */
export function* everyStep(
  list: ListState,
  program: ListProgram,
  within = '',
): Generator<{ path: string; state: StepState; of: StepProgram }> {
  for (const [index, state] of list.steps.entries()) {
    const of = program.steps[index];
    if (of === undefined) continue;
    const path = `${within}${of.step.id}`;
    yield { path, state, of };
    for (const [nth, inner] of state.lists.entries()) {
      const isBranch = of.step.kind === 'PARALLEL';
      const programOf = of.inner[isBranch ? nth : 0];
      const name = of.step.kind === 'PARALLEL' ? `.${of.step.branches[nth]?.id ?? ''}` : `[${nth}]`;
      if (programOf !== undefined) yield* everyStep(inner, programOf, `${path}${name}.`);
    }
  }
}
