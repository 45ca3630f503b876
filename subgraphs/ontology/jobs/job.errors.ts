import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of mapping jobs that were foreseen. */
export const jobErrors = defineErrors('ontology', {
  JOB_UNFIT: {
    message: (d: { reason: string }) => `The job cannot be started so: ${d.reason}`,
    todo: 'Correct what it says and start it again.',
    retry: false,
    status: 400,
  },
  JOB_CONNECTION_UNKNOWN: {
    message: () => 'One of the connections has no known tables.',
    todo: 'Take ids from `connections`, and sync each once before it is mapped.',
    retry: false,
    status: 400,
  },
});
