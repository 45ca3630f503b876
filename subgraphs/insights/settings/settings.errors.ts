import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of setting how time and money are counted that were foreseen. */
export const settingsErrors = defineErrors('insights', {
  FISCAL_MONTH_INVALID: {
    message: () => 'A fiscal year starts in a month from 1 to 12.',
    todo: 'Send the number of the month: 1 is January.',
    retry: false,
    status: 400,
  },
  REPORTING_CURRENCY_INVALID: {
    message: () => 'A currency is told by its three capital letters.',
    todo: 'Send a code such as EUR, or null to leave amounts as they are.',
    retry: false,
    status: 400,
  },
});
