import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const featureFlagErrors = defineErrors('accounts', {
  FLAG_UNKNOWN: {
    message: () => 'There is no such feature flag.',
    todo: 'Choose one of `featureFlags`.',
    retry: false,
    status: 404,
  },
  FLAG_REASON_INVALID: {
    message: (d: { maximum: number }) => `A reason has 1 to ${d.maximum} characters.`,
    todo: 'Say in a sentence why it is switched; it is kept in the audit trail.',
    retry: false,
    status: 400,
  },
});
