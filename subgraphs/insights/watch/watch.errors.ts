import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Why a metric cannot be watched so. */
export const watchErrors = defineErrors('insights', {
  METRIC_WATCH_UNKNOWN: {
    message: () => 'There is no such watch.',
    todo: 'Read the list of watches again; somebody may have removed it.',
    retry: false,
    status: 404,
  },
  METRIC_WATCH_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the named part and save again.',
    retry: false,
    status: 400,
  },
});
