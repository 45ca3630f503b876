import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { FetchResult } from '../source.ts';

const NONE: readonly GraphQLFormattedError[] = [];

/** What a subgraph sent as one payload of a subscription. Null when it is no result of GraphQL. */
export function readPayload(payload: unknown): FetchResult | null {
  if (!isRecord(payload) || !('data' in payload || 'errors' in payload)) return null;
  const { data = null, errors = NONE } = payload as { data?: unknown; errors?: unknown };
  if ((data !== null && !isRecord(data)) || !Array.isArray(errors) || !errors.every(isError)) return null;
  return { data, errors };
}

/** Why a subgraph ended a subscription, as an `error` message says it; null when it is no such message, but a lost connection. */
export function readRefusal(payload: unknown): GraphQLError | null {
  const [first] = Array.isArray(payload) ? (payload as unknown[]) : [];
  if (!isError(first)) return null;
  return new GraphQLError(first.message, first.extensions === undefined ? {} : { extensions: first.extensions });
}

function isError(error: unknown): error is GraphQLFormattedError {
  return isRecord(error) && typeof error['message'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
