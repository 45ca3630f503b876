import { defineErrors } from '../../kernel/errors/domain-error.ts';

/** Failures of defining metrics that were foreseen. */
export const metricErrors = defineErrors('insights', {
  METRIC_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the named part of the definition; testMetric tells what it would come to.',
    retry: false,
    status: 400,
  },
  METRIC_NOT_COMPUTABLE: {
    message: (d: { missing: string }) => `Your data cannot compute it: ${d.missing} missing.`,
    todo: 'Name entity types and attributes as the ontology names them, or connect what is missing.',
    retry: false,
    status: 400,
  },
  METRIC_NOT_FOUND: {
    message: () => 'There is no metric of your own of this name and version.',
    todo: 'Take the name from the metrics whose origin is OWN, and the version from its versions.',
    retry: false,
    status: 404,
  },
  METRIC_CHANGED: {
    message: (d: { version: number }) => `Somebody saved version ${d.version} meanwhile; nothing was changed.`,
    todo: 'Read the metric again and save over its newest version.',
    retry: false,
    status: 409,
  },
  METRIC_IN_USE: {
    message: (d: { by: string }) => `It is part of ${d.by}.`,
    todo: 'Change or remove what uses it first.',
    retry: false,
    status: 409,
  },
  TOO_MANY_METRICS: {
    message: (d: { max: number }) => `${d.max} metrics are defined already; that is the most there can be.`,
    todo: 'Remove one that is no longer needed.',
    retry: false,
    status: 409,
  },
});
