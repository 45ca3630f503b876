import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const promptErrors = defineErrors('insights', {
  PROMPT_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the named part and ask again.',
    retry: false,
    status: 400,
  },
});
