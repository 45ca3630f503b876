import type { StepDefinition, Workflow } from '../../kernel/runs/workflow.ts';

const STEPS = [
  { kind: 'WAIT', name: 'MAP', title: 'Map', weight: 10 },
  { kind: 'WAIT', name: 'RESOLVE', title: 'Resolve', weight: 25 },
  { kind: 'WAIT', name: 'METRICS', title: 'Publish metrics', weight: 5 },
] as const satisfies StepDefinition[];

/** A mapping that was proposed without a sync, on its way to the numbers made of it: the last steps of a sync, all of them somebody else's work. */
export const MAP_WORKFLOW: Workflow = { name: 'ontology.map', title: 'Unify', steps: STEPS };

/** Whether a step is one that the unifying agent tells of. */
export function isUnifyStep(name: string): boolean {
  return STEPS.some((step) => step.name === name);
}
