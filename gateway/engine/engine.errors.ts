import { defineErrors } from '../../subgraphs/kernel/errors/domain-error.ts';

/** Failures of the engine itself: of documents it cannot plan and of values it may not pass on. */
export const engineErrors = defineErrors('gateway', {
  OPERATION_TOO_COMPLEX: {
    message: () => 'This operation could be answered in so many ways that finding one takes too long.',
    todo: 'Ask for less at once: fewer alternatives of types and fewer nested lists.',
    retry: false,
    status: 400,
  },
  PLANNER_BUSY: {
    message: () => 'Too many new operations are being prepared at once.',
    todo: 'Send the request again in a moment.',
    retry: true,
    status: 429,
  },
  RESPONSE_TOO_LARGE: {
    message: (d: { megabytes: number }) => `The response would be larger than ${d.megabytes} MB.`,
    todo: 'Ask for less: shorter lists and fewer lists within lists.',
    retry: false,
    status: 400,
  },
  MISSING_VALUE: {
    message: (d: { field: string }) => `\`${d.field}\` has no value, although its type does not allow that.`,
    todo: 'Leave the field out, or tell the operator which entity it is.',
    retry: false,
    status: 502,
  },
  INVALID_VALUE: {
    message: (d: { field: string; type: string }) => `The value of \`${d.field}\` is not of the type ${d.type}.`,
    todo: 'Leave the field out, or tell the operator which entity it is.',
    retry: false,
    status: 502,
  },
  SUBGRAPH_REPLY_INVALID: {
    message: (d: { subgraph: string }) => `The ${d.subgraph} service gave a reply that does not fit what it was asked.`,
    todo: 'Tell the operator the request id.',
    retry: false,
    status: 502,
  },
});
