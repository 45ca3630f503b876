import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of working with what pilots found. */
export const findingErrors = defineErrors('agents', {
  FINDING_NOT_OPEN: {
    message: (d: { status: string }) => `The finding is ${d.status.toLowerCase()}.`,
    todo: 'Read it again: what is proposed is decided in the approvals; only what is open or refused can be proposed, only what is open dismissed.',
    retry: false,
    status: 409,
  },
  FINDING_WITHOUT_PROPOSAL: {
    message: () => 'There is nothing an agent could do about this finding.',
    todo: 'Follow its links; a decision may wait for you there.',
    retry: false,
    status: 409,
  },
  FINDINGS_NOT_OF_AGENT: {
    message: (d: { analysis: string }) => `${d.analysis} is not an analysis of this agent.`,
    todo: 'Let the pilot whose analysis it is keep what it found.',
    retry: false,
    status: 422,
  },
});
