import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const policyErrors = defineErrors('assets', {
  DISCOVERY_POLICY_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the named field; `discoveryPolicy` shows one that is right.',
    retry: false,
    status: 400,
  },
  DISCOVERY_POLICY_CHANGED: {
    message: (d: { version: number }) => `Somebody saved version ${d.version} meanwhile.`,
    todo: 'Read `discoveryPolicy` again, repeat your change and save with its version.',
    retry: false,
    status: 409,
  },
  DISCOVERY_POLICY_NOT_FOUND: {
    message: () => 'There is no such version of the policy.',
    todo: 'List them with `discoveryPolicyVersions`.',
    retry: false,
    status: 404,
  },
});
