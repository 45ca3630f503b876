import type { StepDefinition, WorkflowDefinition } from '../definition/definition.ts';

/** A definition made ready for running: who waits for whom, by number. Made once for each version. */
export interface Program {
  definition: WorkflowDefinition;
  root: ListProgram;
}

export interface ListProgram {
  steps: readonly StepProgram[];
  indexOf: ReadonlyMap<string, number>;
}

export interface StepProgram {
  step: StepDefinition;
  /** Steps of the same list that it waits for, and that wait for it. */
  needs: readonly number[];
  neededBy: readonly number[];
  /** The lists within it: of every item or round, or one for each branch. */
  inner: readonly ListProgram[];
}

/** @throws Error when steps depend on what is not there; checkDefinition tells such things beforehand */
export function compile(definition: WorkflowDefinition): Program {
  return { definition, root: compileList(definition.steps) };
}

function compileList(steps: readonly StepDefinition[]): ListProgram {
  const indexOf = new Map(steps.map(({ id }, index) => [id, index]));
  const needs = steps.map((step) =>
    [...new Set(step.dependsOn)].map((id) => {
      const index = indexOf.get(id);
      if (index === undefined) throw new Error(`${step.id} depends on ${id}, which is not there`);
      return index;
    }),
  );
  const neededBy = steps.map((): number[] => []);
  for (const [index, each] of needs.entries()) for (const need of each) neededBy[need]?.push(index);
  return {
    indexOf,
    steps: steps.map((step, index) => ({
      step,
      needs: needs[index] ?? [],
      neededBy: neededBy[index] ?? [],
      inner: innerSteps(step).map(compileList),
    })),
  };
}

function innerSteps(step: StepDefinition): readonly (readonly StepDefinition[])[] {
  if (step.kind === 'MAP' || step.kind === 'REPEAT') return [step.steps];
  return step.kind === 'PARALLEL' ? step.branches.map(({ steps }) => steps) : [];
}
