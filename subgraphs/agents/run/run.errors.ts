import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of following and changing runs. */
export const runErrors = defineErrors('agents', {
  RUN_NOT_FOUND: {
    message: () => 'There is no such run.',
    todo: 'Check the id; it may belong to another tenant or have been removed.',
    retry: false,
    status: 404,
  },
  RUN_NOT_CANCELLABLE: {
    message: (d: { status: string }) => `The run is ${d.status.toLowerCase()}, so there is nothing to cancel.`,
    todo: 'Read the run again; it ended before you.',
    retry: false,
    status: 409,
  },
  JOB_NOT_FAILED: {
    message: (d: { status: string }) => `The run is ${d.status.toLowerCase()}: only what failed can be put away.`,
    todo: 'Read the failed jobs again; it went on before you.',
    retry: false,
    status: 409,
  },
  RUN_NOT_RESUMABLE: {
    message: () => 'The run did not end in a way from which it could go on.',
    todo: 'Only a run whose own work failed or was cancelled can be resumed; otherwise start it again.',
    retry: false,
    status: 409,
  },
});
