import type { FlowProblem } from './flow-state.ts';

/** What goes wrong within the machine itself, in words for people. */
export const flowProblems = {
  template: (message: string): FlowProblem => ({ code: 'TEMPLATE_FAILED', message }),
  notAList: (): FlowProblem => ({ code: 'NOT_A_LIST', message: 'What it goes over is not a list.' }),
  tooManyItems: (count: number, max: number): FlowProblem => ({
    code: 'TOO_MANY_ITEMS',
    message: `There are ${count} items; at most ${max} are allowed.`,
  }),
  notATime: (text: string): FlowProblem => ({ code: 'NOT_A_TIME', message: `“${text.slice(0, 60)}” is not a time.` }),
  tooManyCalls: (max: number): FlowProblem => ({ code: 'STEP_LIMIT', message: `The run may take ${max} steps; it needs more.` }),
  tooMuch: (max: number): FlowProblem => ({ code: 'RUN_TOO_LONG', message: `A run ends after ${max} steps and rounds.` }),
  timedOut: (ms: number): FlowProblem => ({ code: 'STEP_TIMED_OUT', message: `It did not end within ${ms} ms.` }),
  stopped: (): FlowProblem => ({ code: 'STEP_STOPPED', message: 'It was ended by somebody else.' }),
  rejected: (comment: string | null): FlowProblem => ({
    code: 'APPROVAL_REJECTED',
    message: comment === null || comment === '' ? 'It was rejected.' : `It was rejected: ${comment}`,
  }),
  expired: (): FlowProblem => ({ code: 'APPROVAL_EXPIRED', message: 'Nobody decided in time.' }),
};
