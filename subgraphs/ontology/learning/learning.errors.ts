import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of the policy about mappings and of imported pairs that were foreseen. */
export const learningErrors = defineErrors('ontology', {
  MAPPING_THRESHOLDS_INVALID: {
    message: () => 'Thresholds lie between 0 and 1, and what is accepted alone is at least as sure as what is shown.',
    todo: 'Send 0 ≤ review ≤ auto ≤ 1; the shipped ones are 0.5 and 0.9.',
    retry: false,
    status: 400,
  },
  MAPPING_PAIR_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct this pair and send all of them again; nothing of the call was kept.',
    retry: false,
    status: 400,
  },
  MAPPING_PAIRS_TOO_MANY: {
    message: (d: { most: number }) => `More than ${d.most} pairs at once, or none.`,
    todo: 'Send them in several calls; pairs of earlier calls are kept.',
    retry: false,
    status: 400,
  },
});
