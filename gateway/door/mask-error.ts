import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';

/** Apollo Server's own codes for requests that are wrong in themselves, with what to do about each. */
const PROTOCOL_ADVICE: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: 'Correct the syntax at the place named.',
  GRAPHQL_VALIDATION_FAILED: 'Check the operation against the schema; the playground and schema/api.graphql show it.',
  BAD_USER_INPUT: 'Check the variables against the operation’s declarations.',
  BAD_REQUEST: 'Send a POST with a JSON body {"query", "variables", "operationName"}.',
  OPERATION_RESOLUTION_FAILURE: 'Name one of the operations of the document in `operationName`.',
  PERSISTED_QUERY_NOT_FOUND: 'Send the query text together with its hash once.',
  PERSISTED_QUERY_NOT_SUPPORTED: 'Send the query text.',
};

/**
 * What a caller is shown of an error: foreseen ones as they are, protocol errors with advice, and of anything else only that it
 * happened, under the request id with which the log has the rest.
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown, logger: Logger): GraphQLFormattedError {
  const { code, todo, retry } = formatted.extensions ?? {};
  const place = {
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
  };
  if (typeof code === 'string' && typeof todo === 'string')
    return { message: formatted.message, ...place, extensions: { code, todo, retry: retry === true } };
  const advice = typeof code === 'string' ? PROTOCOL_ADVICE[code] : undefined;
  if (advice !== undefined) return { message: formatted.message, ...place, extensions: { code, todo: advice, retry: false } };
  logger.error({ err: error, path: formatted.path }, 'an unforeseen error was masked');
  return {
    message: 'Something went wrong on our side.',
    ...place,
    extensions: { code: 'INTERNAL', todo: 'Try again; if it goes on, tell the operator the request id.', retry: true },
  };
}
