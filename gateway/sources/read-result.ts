import type { GraphQLFormattedError } from 'graphql';
import type { FetchResult } from './source.ts';

const NONE: readonly GraphQLFormattedError[] = [];

/** A result of GraphQL as JSON brought it, looked at by hand: this runs for every fetch. Null when it is none. */
export function readResult(sent: unknown): FetchResult | null {
  if (!isRecord(sent) || !('data' in sent || 'errors' in sent)) return null;
  const { data = null, errors = null } = sent as { data?: unknown; errors?: unknown };
  if (data !== null && !isRecord(data)) return null;
  if (errors === null) return { data, errors: NONE };
  return Array.isArray(errors) && errors.every(isFormattedError) ? { data, errors } : null;
}

/** Whether it is an error of GraphQL as JSON carries it. */
export function isFormattedError(error: unknown): error is GraphQLFormattedError {
  return isRecord(error) && typeof error['message'] === 'string';
}

/** Whether it is an object, and not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
