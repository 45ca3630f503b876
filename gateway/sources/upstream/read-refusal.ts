import { GraphQLError } from 'graphql';
import { isFormattedError } from '../read-result.ts';

/** Why a subgraph ended a subscription, as an `error` message says it; null when it is no such message, but a lost connection. */
export function readRefusal(sent: unknown): GraphQLError | null {
  const [first] = Array.isArray(sent) ? (sent as unknown[]) : [];
  if (!isFormattedError(first)) return null;
  return new GraphQLError(first.message, first.extensions === undefined ? {} : { extensions: first.extensions });
}
