import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import type { SubscriptionPhase } from '../context.ts';
import { ResponseData } from '../engine/response/response-data.ts';
import { replyText } from '../http/reply-text.ts';
import { ShownError, shown } from './shown-error.ts';
import { socketErrors } from './socket.errors.ts';

/** What subscribers are told of one event; serialised once, whatever their number. */
export interface Payload {
  /** The result as JSON, and behind it the brace that ends its message: UTF-8. */
  tail: Buffer;
  /** Why this is the end: the subscriber may not be told this, or the graph does not know the operation any more. Null: it goes on. */
  ending: ShownError | null;
}

/** Codes with which the door or a subgraph of ours ends what is followed. */
const ENDING_CODES = new Set<unknown>(['UNAUTHENTICATED', 'FORBIDDEN']);
/** Codes with which an operation that was valid when it was opened shows that the graph is another one now. */
const OUTDATED_CODES = new Set<unknown>(['GRAPHQL_VALIDATION_FAILED', 'OPERATION_RESOLUTION_FAILURE', 'BAD_USER_INPUT']);

/** What came of executing an event, as subscribers are told it. */
export function payloadOf(result: FormattedExecutionResult, phase: SubscriptionPhase['kind']): Payload {
  const [error] = result.errors ?? [];
  // What a partner's subgraph sends goes on even when it sends nothing but an error; ours says by it that this is the end.
  const refused = error !== undefined && (phase === 'EVENT' ? isNothing(result.data) : result.data === undefined);
  return { tail: tailOf(result), ending: refused ? endingOf(error) : null };
}

/** The message of a result from its payload on, UTF-8. */
export function tailOf(result: FormattedExecutionResult): Buffer {
  return Buffer.from(`${replyText(result)}}`);
}

/** The payload's result, as it was before. */
export function resultIn({ tail }: Payload): FormattedExecutionResult<Record<string, unknown>, Record<string, unknown>> {
  return JSON.parse(tail.toString('utf8', 0, tail.length - 1)) as FormattedExecutionResult<
    Record<string, unknown>,
    Record<string, unknown>
  >;
}

/** The error that tells subscribers that the graph has changed, when it is one by which that is known. */
export function outdated(error: ShownError): ShownError {
  return OUTDATED_CODES.has(error.code) ? shown(socketErrors.SUBSCRIPTION_OUTDATED({})) : error;
}

function endingOf(error: GraphQLFormattedError): ShownError | null {
  const code = error.extensions?.['code'];
  if (ENDING_CODES.has(code)) return new ShownError(error);
  return OUTDATED_CODES.has(code) ? outdated(new ShownError(error)) : null;
}

function isNothing(data: FormattedExecutionResult['data']): boolean {
  const read: unknown = data instanceof ResponseData ? data.toJSON() : (data ?? null);
  return read === null || Object.values(read as object).every((value) => value === null);
}
