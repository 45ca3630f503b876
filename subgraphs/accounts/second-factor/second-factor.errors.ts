import { defineErrors } from '../../kernel/errors/domain-error.ts';

export const secondFactorErrors = defineErrors('accounts', {
  SECOND_FACTOR_REFUSED: {
    message: () => 'The code is not right, or was used before.',
    todo: 'Enter the code that the authenticator shows now, or one of the recovery codes.',
    retry: false,
    status: 401,
  },
  SECOND_FACTOR_ON: {
    message: () => 'There is a second factor already.',
    todo: 'Remove it first to set up another one.',
    retry: false,
    status: 409,
  },
  SECOND_FACTOR_OFF: {
    message: () => 'There is no second factor to confirm or to remove.',
    todo: 'Begin with startSecondFactor.',
    retry: false,
    status: 409,
  },
});
