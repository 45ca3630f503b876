import { defineErrors } from '../errors/domain-error.ts';

export const dataAccessErrors = defineErrors('data-access', {
  DATA_RULES_UNREADABLE: {
    message: () => 'What you may see could not be found out, so nothing is shown.',
    todo: 'Try again in a moment.',
    retry: true,
    status: 503,
  },
});
