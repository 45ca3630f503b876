import { isRecord, readResult } from '../read-result.ts';
import type { FetchResult } from '../source.ts';

/** What a subgraph said over HTTP. `stream`: what a subscription follows, as it was sent, when that was asked. */
export interface Answer extends FetchResult {
  stream: unknown;
}

/** Reads an answer. Null when it is none of GraphQL. */
export function readAnswer(text: string): Answer | null {
  let sent: unknown;
  try {
    sent = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(sent)) return null;
  const { stream } = sent;
  if (stream !== undefined && !('errors' in sent)) return { data: null, errors: [], stream };
  const result = readResult(sent);
  return result === null ? null : { data: result.data, errors: result.errors, stream };
}
