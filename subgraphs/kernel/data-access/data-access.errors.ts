import { defineErrors } from '../errors/domain-error.ts';

export const dataAccessErrors = defineErrors('data-access', {
  DATA_RULES_UNREADABLE: {
    message: () => 'What you may see could not be found out, so nothing is shown.',
    todo: 'Try again in a moment.',
    retry: true,
    status: 503,
  },
  DATA_RESTRICTED: {
    message: () => 'This takes out all data as it is, and rules leave you only a part of it.',
    todo: 'Ask somebody whom no rule about data restricts.',
    retry: false,
    status: 403,
  },
});
