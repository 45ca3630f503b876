import { defineErrors } from '../errors/domain-error.ts';

export const llmErrors = defineErrors('kernel', {
  MODEL_PROVIDER_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the named part and save again.',
    retry: false,
    status: 400,
  },
});
