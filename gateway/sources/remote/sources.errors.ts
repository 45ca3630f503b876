import { defineErrors } from '../../../subgraphs/kernel/errors/domain-error.ts';

/** Failures of subgraphs that answer, but not with what may be passed on. One that does not answer is UNAVAILABLE. */
export const sourceErrors = defineErrors('gateway', {
  SUBGRAPH_ANSWER_UNREADABLE: {
    message: (d: { what: string }) => `${d.what} gave an answer that is not GraphQL.`,
    todo: 'Send the request again in a moment; if it goes on, tell the operator: the log of the gateway says what came.',
    retry: true,
    status: 502,
  },
  SUBGRAPH_ANSWER_TOO_LARGE: {
    message: (d: { what: string }) => `${d.what} gave an answer that is larger than the gateway reads.`,
    todo: 'Ask for less at once, such as a smaller page.',
    retry: false,
    status: 502,
  },
});
