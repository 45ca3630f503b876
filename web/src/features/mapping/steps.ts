import type { StepFieldsFragment, TransformStepInput } from '../../gql/graphql.ts';

/** Steps that are in force or suggested, as the graph takes them: without what they do not say. */
export function stepInputs(steps: readonly StepFieldsFragment[]): TransformStepInput[] {
  return steps.map(({ step }) => {
    const { cases, ...rest } = step;
    const told = Object.entries(rest).filter(([name, value]) => value !== null && name !== '__typename');
    return {
      ...(Object.fromEntries(told) as unknown as TransformStepInput),
      ...(cases ? { cases: cases.map(({ from, to }) => ({ from, to })) } : {}),
    };
  });
}

/** Whether two lists of steps do the same. */
export function sameSteps(one: readonly TransformStepInput[], other: readonly TransformStepInput[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
