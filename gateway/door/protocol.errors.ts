import { defineErrors } from '../../subgraphs/kernel/errors/domain-error.ts';

interface Details {
  reason: string;
}
const reason = (d: Details): string => d.reason;

/** What is wrong with a request in itself, by the codes that GraphQL servers have for it; the sentence says where. */
export const protocolErrors = defineErrors('gateway', {
  GRAPHQL_PARSE_FAILED: { message: reason, todo: 'Correct the syntax at the place named.', retry: false, status: 400 },
  GRAPHQL_VALIDATION_FAILED: {
    message: reason,
    todo: 'Check the operation against the schema; the playground and schema/api.graphql show it.',
    retry: false,
    status: 400,
  },
  BAD_USER_INPUT: { message: reason, todo: 'Check the variables against the operation’s declarations.', retry: false, status: 400 },
  BAD_REQUEST: {
    message: reason,
    todo: 'Send a POST with a JSON body {"query", "variables", "operationName"} and content-type application/json.',
    retry: false,
    status: 400,
  },
  OPERATION_RESOLUTION_FAILURE: {
    message: reason,
    todo: 'Name one of the operations of the document in `operationName`.',
    retry: false,
    status: 400,
  },
  INTERNAL: {
    message: () => 'Something went wrong on our side.',
    todo: 'Try again; if it goes on, tell the operator the request id.',
    retry: true,
    status: 500,
  },
});
