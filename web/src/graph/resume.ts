/** How many cursors are remembered to drop an event that comes twice. */
const REMEMBERED_CURSORS = 1_000;

/** A subscription as it is sent; streams take the cursor to go on after as `after`. */
export interface StreamRequest {
  query: string;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
  /** Names the document where the server runs those it knows only. */
  documentId?: string | undefined;
}

/** The cursor of an event: what its only root field says. Null when it has none. */
export function cursorOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null) return null;
  const [event] = Object.values(data as Record<string, unknown>);
  const { cursor } = (event ?? {}) as { cursor?: unknown };
  return typeof cursor === 'string' ? cursor : null;
}

/**
 * A subscription that may be sent several times: after each break its `after` is the cursor of the last event that came.
 * `admit` notes an event and says whether it is new.
 */
export function resumable(request: StreamRequest): { payload: StreamRequest; admit: (data: unknown) => boolean } {
  let last: string | null = null;
  const seen = new Set<string>();
  return {
    payload: {
      ...request,
      get variables() {
        return last === null ? request.variables : { ...request.variables, after: last };
      },
    },
    admit(data) {
      const cursor = cursorOf(data);
      if (cursor === null) return true;
      if (seen.has(cursor)) return false;
      seen.add(cursor);
      const [oldest] = seen;
      if (seen.size > REMEMBERED_CURSORS && oldest !== undefined) seen.delete(oldest);
      last = cursor;
      return true;
    },
  };
}
