import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Why feedback cannot be undone. */
export const feedbackErrors = defineErrors('insights', {
  FEEDBACK_UNKNOWN: {
    message: () => 'There is no such feedback.',
    todo: 'Read the list of feedback again; it may have been undone.',
    retry: false,
    status: 404,
  },
});
