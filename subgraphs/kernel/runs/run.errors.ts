import { DomainError, defineErrors } from '../errors/domain-error.ts';
import type { StoredProblem } from './run-status.ts';

/** Why a run can fail for reasons that are not its step's own. */
export const runErrors = defineErrors('kernel', {
  RUN_STEP_ERROR: {
    message: () => 'Something unexpected went wrong.',
    todo: 'See the server’s log for the reason, then resume the run.',
    retry: true,
    status: 500,
  },
  RUN_STEP_FAILED: {
    message: () => 'A step failed without giving a reason.',
    todo: 'Look at what the step is about, then resume the run.',
    retry: false,
    status: 409,
  },
  RUN_STEP_UNKNOWN: {
    message: () => 'This version of the product does not know the step the run is at.',
    todo: 'Start the work again, or resume the run with a version that knows it.',
    retry: false,
    status: 409,
  },
  RUN_KEEPS_LOSING_WORKERS: {
    message: (d: { times: number }) => `${d.times} processes in a row ended while they worked on this step.`,
    todo: 'Look into the server’s log and memory, then resume the run.',
    retry: false,
    status: 500,
  },
});

/** An error as a run keeps it. What we did not foresee is not shown; the log has it. */
export function toProblem(error: unknown): StoredProblem {
  const shown = error instanceof DomainError ? error : runErrors.RUN_STEP_ERROR({});
  return { code: shown.code, message: shown.message, todo: shown.extensions.todo };
}
