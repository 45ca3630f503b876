import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const governanceErrors = defineErrors('agents', {
  ACTION_POLICY_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct it and save again.',
    retry: false,
    status: 400,
  },
  ACTION_POLICY_NOT_FOUND: {
    message: () => 'There is no such policy.',
    todo: 'Read the list of policies again: somebody may have removed it.',
    retry: false,
    status: 404,
  },
  ACTION_POLICIES_CHANGED: {
    message: () => 'These are not all policies there are, each once.',
    todo: 'Read the list of policies again and send the ids of all of them in their new order.',
    retry: false,
    status: 409,
  },
  TOO_MANY_ACTION_POLICIES: {
    message: (d: { max: number }) => `A tenant has at most ${d.max} policies for actions.`,
    todo: 'Remove policies that are no longer needed.',
    retry: false,
    status: 409,
  },
  POLICY_TEMPLATE_NOT_FOUND: {
    message: () => 'There is no such template.',
    todo: 'Take the key from the list of templates.',
    retry: false,
    status: 404,
  },
});
