import type { StepDefinition, WorkflowDefinition } from './definition.ts';

/** A list of steps and where it stands. */
export interface StepList {
  steps: readonly StepDefinition[];
  /** In the document: `steps[2].branches[0].steps`. */
  path: string;
  /** 1 for the steps of the definition itself. */
  depth: number;
  /** The list and step it is within. */
  within: { list: StepList; step: StepDefinition; index: number } | null;
}

/** Every list of a definition, outer ones first. */
export function stepLists(definition: WorkflowDefinition): readonly StepList[] {
  const lists: StepList[] = [{ steps: definition.steps, path: 'steps', depth: 1, within: null }];
  for (const list of lists)
    for (const [index, step] of list.steps.entries())
      for (const inner of innerLists(step))
        lists.push({
          steps: inner.steps,
          path: `${list.path}[${index}].${inner.path}`,
          depth: list.depth + 1,
          within: { list, step, index },
        });
  return lists;
}

function innerLists(step: StepDefinition): readonly { steps: readonly StepDefinition[]; path: string }[] {
  if (step.kind === 'MAP' || step.kind === 'REPEAT') return [{ steps: step.steps, path: 'steps' }];
  if (step.kind === 'PARALLEL') return step.branches.map(({ steps }, index) => ({ steps, path: `branches[${index}].steps` }));
  return [];
}
