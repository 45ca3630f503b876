import type { GraphQLFormattedError } from 'graphql';
import type { FetchResult } from '../source.ts';

/** What a subgraph said over HTTP. `stream`: what a subscription follows, as it was sent, when that was asked. */
export interface Answer extends FetchResult {
  stream: unknown;
}

const NONE: readonly GraphQLFormattedError[] = [];

/** Reads the envelope of an answer by hand: this runs for every fetch. Null when it is none. */
export function readAnswer(text: string): Answer | null {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(answer)) return null;
  const { data = null, errors = NONE, stream } = answer as { data?: unknown; errors?: unknown; stream?: unknown };
  if (data === null ? errors === NONE && stream === undefined && !Object.hasOwn(answer, 'data') : !isRecord(data)) return null;
  if (errors !== NONE && errors !== null && !(Array.isArray(errors) && errors.every(isError))) return null;
  return { data: data as Record<string, unknown> | null, errors: (errors ?? NONE) as readonly GraphQLFormattedError[], stream };
}

function isError(error: unknown): error is GraphQLFormattedError {
  return isRecord(error) && typeof error['message'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
