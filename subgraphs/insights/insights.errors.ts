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
  DASHBOARD_NOT_FOUND: {
    message: () => 'There is no such dashboard.',
    todo: 'Check the id; somebody may have deleted it. To save it as a new one, leave the id out.',
    retry: false,
    status: 404,
  },
  DASHBOARD_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the named part and save again.',
    retry: false,
    status: 400,
  },
  TOO_MANY_DASHBOARDS: {
    message: (d: { max: number }) => `${d.max} dashboards are saved already; that is the most there can be.`,
    todo: 'Delete one that is no longer needed.',
    retry: false,
    status: 409,
  },
  PLAN_INVALID: {
    message: (d: { reason: string }) => d.reason,
    todo: 'Correct the named part of the plan; entityTypes tells which attributes and relations there are.',
    retry: false,
    status: 400,
  },
  PLAN_NOT_COMPUTABLE: {
    message: () => 'The database cannot compute this plan: a number in it becomes too large, or values are not what they are taken for.',
    todo: 'Use smaller numbers, or other attributes.',
    retry: false,
    status: 400,
  },
});
