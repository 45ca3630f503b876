import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Why a stress test is not started. */
export const farmErrors = defineErrors('agents', {
  FARM_SCENARIO_INVALID: {
    message: (d: { path: string; reason: string }) => (d.path === '' ? d.reason : `${d.path}: ${d.reason}`),
    todo: 'Correct this place of the scenario; its format is in docs/guides/farm.md.',
    retry: false,
    status: 400,
  },
  TOO_MANY_FARM_RUNS: {
    message: (d: { max: number }) => `${d.max} stress tests are running already.`,
    todo: 'Wait until one of them has ended, or end it by cancelRun.',
    retry: true,
    status: 429,
  },
});
