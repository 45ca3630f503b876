import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** What of a supposition has to be corrected. */
export const analysisErrors = defineErrors('insights', {
  WHAT_IF_REFUSED: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Change what was named: drivers are what the metric is computed of.',
    retry: false,
    status: 400,
  },
});
