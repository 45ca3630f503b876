import type { FlowState, ListState, StepState } from './flow-state.ts';
import { hasEnded } from './known.ts';
import type { Program, StepProgram } from './program.ts';

/** How far a flow has got, 0…1. Never falls; a fork begins with what it carries over. */
export function progressOf({ root }: Program, flow: FlowState): number {
  if (flow.outcome?.status === 'SUCCEEDED') return 1;
  const { steps } = flow.root;
  const done = steps.reduce((sum, state, index) => sum + ofStep(root.steps[index], state), 0);
  return steps.length === 0 ? 0 : Math.min(done / steps.length, 1);
}

function ofStep(program: StepProgram | undefined, state: StepState): number {
  if (hasEnded(state)) return 1;
  switch (program?.step.kind) {
    case 'MAP':
      return state.ended / Math.max(state.items?.length ?? 1, 1);
    case 'REPEAT':
      return state.ended / program.step.maxRounds;
    case 'PARALLEL':
      return state.lists.reduce((sum, list) => sum + ofList(list), 0) / program.step.branches.length;
    case 'TOOL':
    case 'MODEL':
    case 'CONDITION':
    case 'WAIT':
    case 'APPROVAL':
    case 'WORKFLOW':
    case undefined:
    default:
      return 0;
  }
}

function ofList({ left, steps }: ListState): number {
  return 1 - left / Math.max(steps.length, 1);
}
