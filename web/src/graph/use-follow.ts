import { useEffect, useRef } from 'react';
import { useClient } from 'urql';
import type { TypedDocumentString } from '../gql/graphql.ts';
import { backoff, waitOrOnline } from './backoff.ts';
import { STREAM_ENDED } from './live-socket.ts';
import { problemOf } from './problem.ts';
import { cursorOf } from './resume.ts';

/** Codes that say: this cursor leads nowhere any more. */
const LOST_CURSOR = ['CURSOR_EXPIRED', 'CURSOR_OF_ANOTHER_STREAM', 'BAD_CURSOR'];

interface Follow<Data> {
  /** Wait: what came before is not known yet. */
  pause?: boolean;
  /** Every event once, in order. */
  onEvent: (data: Data) => void;
  /** Events may be missing: look at what stands now. */
  onGap: () => void;
  /** Whether an event was the last one; streams that never end leave it out. */
  isLast?: (data: Data) => boolean;
  /** The server has ended the stream: whether that was all. Otherwise, and where it is left out, the stream is asked for again. */
  isOver?: () => boolean;
}

/**
 * Follows a stream of events after `variables.after`. A broken socket is resumed at the last cursor; a stream that the server
 * ends early, or refuses, is asked for again after a calm wait; a cursor that is too old starts anew from now, and `onGap` hears it.
 */
export function useFollow<Data, Variables extends { after?: string | null }>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { pause = false, ...handlers }: Follow<Data>,
): void {
  const client = useClient();
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const text = JSON.stringify(variables);
  /** Where the stream of these variables is; `lost` when it can only start anew. */
  const place = useRef<{ of: string; at: string | null; lost: boolean }>({ of: text, at: null, lost: false });

  useEffect(() => {
    if (pause) return undefined;
    const asked = JSON.parse(text) as Variables;
    if (place.current.of !== text) place.current = { of: text, at: null, lost: false };
    let stopped = false;
    let failures = 0;
    let stop = () => {};

    const start = () => {
      const after = place.current.at ?? (place.current.lost ? null : (asked.after ?? null));
      let ended = false;
      const source = client.subscription<Data>(document.toString(), { ...asked, after });
      const subscription = source.subscribe(({ data, error }) => {
        if (stopped || ended) return;
        if (data) {
          failures = 0;
          place.current.at = cursorOf(data) ?? place.current.at;
          latest.current.onEvent(data);
          ended = latest.current.isLast?.(data) ?? false;
        }
        if (!error || ended) return;
        ended = true;
        const { code } = problemOf(error);
        if (code === STREAM_ENDED && latest.current.isOver?.()) return;
        if (LOST_CURSOR.includes(code)) place.current = { of: text, at: null, lost: true };
        if (code !== STREAM_ENDED) latest.current.onGap();
        void again();
      });
      stop = () => subscription.unsubscribe();
    };
    const again = async () => {
      await waitOrOnline(backoff(failures, Math.random()));
      failures += 1;
      if (stopped) return;
      stop();
      start();
    };
    start();
    return () => {
      stopped = true;
      stop();
    };
  }, [client, document, text, pause]);
}
