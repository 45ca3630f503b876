import { defineErrors } from '../errors/domain-error.ts';
import type { Measure, QuotaPeriod } from './plans.ts';

const WORDS: Readonly<Record<Measure, string>> = {
  REQUESTS: 'operations',
  RECORDS: 'records',
  RUNS: 'durable runs',
  TOKENS: 'tokens of language models',
};

/** What a tenant's plan does not have room for. */
export const quotaErrors = defineErrors('kernel', {
  QUOTA_EXCEEDED: {
    message: (d: { plan: string; measure: Measure; maximum: number; period: QuotaPeriod }) =>
      `The plan ${d.plan} has ${d.maximum} ${WORDS[d.measure] ?? d.measure} a ${d.period === 'DAY' ? 'day' : 'month'}, and they are used up.`,
    todo: 'Wait for the next day or month (see `limits`), or ask whoever runs the server for a larger plan.',
    retry: false,
    status: 429,
  },
});
