import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const agentErrors = defineErrors('agents', {
  AGENT_NOT_FOUND: {
    message: () => 'There is no such agent.',
    todo: 'Take the id from the list of agents; it may have been removed.',
    retry: false,
    status: 404,
  },
  AGENT_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct it and save again.',
    retry: false,
    status: 400,
  },
  AGENT_NAME_TAKEN: {
    message: (d: { name: string }) => `There is an agent called \`${d.name}\` already.`,
    todo: 'Choose another name.',
    retry: false,
    status: 409,
  },
  AGENT_CHANGED_MEANWHILE: {
    message: (d: { version: number }) => `Somebody has changed the agent meanwhile; it is at version ${d.version}.`,
    todo: 'Read the agent again, see what has changed, and save with its version.',
    retry: false,
    status: 409,
  },
  AGENT_IS_PILOT: {
    message: () => 'Pilots belong to every tenant and cannot be removed.',
    todo: 'Disable it instead: a disabled agent does nothing.',
    retry: false,
    status: 409,
  },
  AGENT_DISABLED: {
    message: () => 'The agent is disabled, so it does nothing.',
    todo: 'Enable it first, or let another agent do it.',
    retry: false,
    status: 409,
  },
  TOO_MANY_AGENTS: {
    message: (d: { max: number }) => `A tenant has at most ${d.max} agents.`,
    todo: 'Remove agents that are no longer needed.',
    retry: false,
    status: 409,
  },
});
