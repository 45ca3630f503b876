import { defineErrors } from '../../subgraphs/kernel/errors/domain-error.ts';

/** Failures of judging what an operation may read. */
export const authorizationErrors = defineErrors('gateway', {
  OPERATION_TOO_TANGLED: {
    message: () => 'The fragments of this operation overlap in more ways than can be judged.',
    todo: 'Nest fragments on interfaces and unions less deeply, or ask in several operations.',
    retry: false,
    status: 400,
  },
});
