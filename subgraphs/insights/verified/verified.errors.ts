import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Why an answer cannot be verified, or its verification removed. */
export const verifiedErrors = defineErrors('insights', {
  NOT_AN_ANSWER: {
    message: (d: { reason: string }) => `There is no answer to keep: ${d.reason}`,
    todo: 'Ask the question, and take the id of the answer that you see.',
    retry: false,
    status: 400,
  },
  VERIFIED_ANSWER_UNKNOWN: {
    message: () => 'There is no such verified answer.',
    todo: 'Read the list of verified answers again; somebody may have removed it.',
    retry: false,
    status: 404,
  },
  TOO_MANY_KEPT: {
    message: (d: { what: string; max: number }) => `There are ${d.max} ${d.what} already; that is the most there can be.`,
    todo: 'Remove one that is no longer needed.',
    retry: false,
    status: 409,
  },
});
