import type { Workflow } from '../../../kernel/runs/workflow.ts';
import type { System } from '../../../kernel/system.ts';
import { certifyStep } from './certify-step.ts';
import { findStep } from './find-step.ts';
import { forgetStep, settleStep, suppressStep } from './forget-step.ts';

export const ERASURE_WORKFLOW = 'accounts.erasure';

/** The way from a request to its certificate. Between looking and forgetting it waits for a person. */
export function createErasureWorkflow(system: System): Workflow {
  return {
    name: ERASURE_WORKFLOW,
    title: 'Forget a person',
    steps: [
      { kind: 'WORK', name: 'FIND', title: 'Find', weight: 30, run: (context) => findStep(system, context) },
      { kind: 'WAIT', name: 'CONFIRM', title: 'Wait for a second person', weight: 1 },
      { kind: 'WORK', name: 'SUPPRESS', title: 'Keep from coming back', weight: 1, run: (context) => suppressStep(system, context) },
      { kind: 'WORK', name: 'FORGET', title: 'Forget', weight: 40, run: (context) => forgetStep(system, context) },
      { kind: 'WORK', name: 'SETTLE', title: 'Bring up to date', weight: 10, run: (context) => settleStep(system, context) },
      { kind: 'WORK', name: 'CERTIFY', title: 'Verify and certify', weight: 20, run: (context) => certifyStep(system, context) },
    ],
  };
}
