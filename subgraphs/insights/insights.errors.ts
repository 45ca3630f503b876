import { defineErrors } from '../kernel/errors/domain-error.ts';

/** Failures of asking that were foreseen; what a question can be refused for is a `Declined`, not an error. */
export const insightsErrors = defineErrors('insights', {
  ANSWER_ID_INVALID: {
    message: () => 'This is not the id of an answer.',
    todo: 'Take the id from an answer, or ask the question again.',
    retry: false,
    status: 400,
  },
  ONTOLOGY_CHANGING: {
    message: () => 'The ontology is being changed at this moment.',
    todo: 'Ask again in a moment.',
    retry: true,
    status: 503,
  },
});
