import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Why something does not go to a tool, or does not come from one. */
export const trustErrors = defineErrors('agents', {
  AGENT_INPUT_SUSPECT: {
    message: (d: { place: string; why: string }) => `What the tool would be given${d.place} looks like orders to agents. ${d.why}`,
    todo: 'Look at where the text comes from, and start again without it.',
    retry: false,
    status: 422,
  },
  AGENT_LOOPS: {
    message: (d: { action: string; times: number }) =>
      `The agent has called ${d.action} in the very same way from ${d.times} steps of one run.`,
    todo: 'Look at what the workflow repeats: it gets nowhere.',
    retry: false,
    status: 409,
  },
  AGENT_ACTION_FORBIDDEN: {
    message: (d: { action: string }) => `The agent never does ${d.action}.`,
    todo: 'Let another agent do it, or change what this one is forbidden.',
    retry: false,
    status: 403,
  },
  AGENT_OUTPUT_INVALID: {
    message: (d: { action: string; why: string }) => `What ${d.action} came to is not what it should be. ${d.why}`,
    todo: 'Look at what the tool or model gave, and try again.',
    retry: true,
    status: 422,
  },
  AGENT_VALUE_TOO_LARGE: {
    message: (d: { action: string }) => `What goes to or comes from ${d.action} is too large, or too deep, to be screened.`,
    todo: 'Ask for less at once.',
    retry: false,
    status: 413,
  },
  AGENT_SCREENING_FAILED: {
    message: () => 'What the tool would be given, or gave, could not be screened, so it is not used.',
    todo: 'Try again in a moment.',
    retry: true,
    status: 503,
  },
});
