import type { Client as SocketClient } from 'graphql-ws';
import type { ExecutionResult } from 'urql';
import { backoff, waitOrOnline } from './backoff.ts';
import { resumable } from './resume.ts';
import type { StreamRequest } from './resume.ts';
import type { SessionKeeper } from './session-keeper.ts';

/**
 * What can be said about events: nobody listens; the socket is being opened; events flow; it broke and is being opened again;
 * it cannot be had, so that pages look by themselves (attempts go on).
 */
export type LiveStatus = 'idle' | 'connecting' | 'live' | 'reconnecting' | 'unavailable';

interface LiveSink {
  next: (result: ExecutionResult) => void;
  error: (error: unknown) => void;
  complete: () => void;
}

/** The one WebSocket of a tab: opened with the first subscription, closed a moment after the last. */
export interface LiveSocket {
  status: () => LiveStatus;
  /** Calls `changed` whenever the status does. Returns how to stop. */
  watch: (changed: () => void) => () => void;
  subscribe: (request: StreamRequest, sink: LiveSink) => () => void;
  /** Ends every subscription: the session is another one now. */
  close: () => void;
}

/** The server ended a stream. It goes to whoever follows as an error, because only the follower knows whether that was the end. */
export const STREAM_ENDED = 'STREAM_ENDED';
const UNAUTHENTICATED_CODE = 4401;
/** What graphql-ws closes with when it is told to open anew. */
const TERMINATED_CODE = 4499;
const NORMAL_CODE = 1000;
/** Attempts in a row after which pages stop counting on the socket. */
const ATTEMPTS_UNTIL_UNAVAILABLE = 3;
const CLOSE_AFTER_LAST_MS = 3_000;
const PING_EVERY_MS = 12_000;
const PONG_WITHIN_MS = 5_000;

function address(): string {
  const url = new URL('/graphql', window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return url.href;
}

async function dispose(client: Promise<SocketClient> | null): Promise<void> {
  await (await client)?.dispose();
}

/**
 * A socket that speaks graphql-transport-ws as whoever is logged in. When the session is refreshed it is opened anew, before the server would
 * close it at the end of the old token; subscriptions go on behind their last event, and nobody hears of it.
 */
export function createLiveSocket(keeper: SessionKeeper): LiveSocket {
  let client: Promise<SocketClient> | null = null;
  /** The token that the server was shown. */
  let shown: string | null = null;
  let changing = false;
  let unwatch: (() => void) | null = null;
  let status: LiveStatus = 'idle';
  let failures = 0;
  let pongTimer = 0;
  const watchers = new Set<() => void>();
  const turn = (next: LiveStatus) => {
    if (next === status) return;
    status = next;
    for (const changed of watchers) changed();
  };

  /** Somebody has logged in again: no need to wait any longer. */
  const newToken = () =>
    new Promise<void>((resolve) => {
      const stop = keeper.watch(() => {
        if (!keeper.current()) return;
        stop();
        resolve();
      });
    });

  // Loaded with the first subscription: the first paint does not need it.
  const open = async (): Promise<SocketClient> => {
    const { createClient } = await import('graphql-ws');
    const socket = createClient({
      url: address,
      connectionParams: async () => {
        shown = await keeper.fresh();
        return shown ? { authorization: `Bearer ${shown}` } : {};
      },
      lazyCloseTimeout: CLOSE_AFTER_LAST_MS,
      keepAlive: PING_EVERY_MS,
      retryAttempts: Infinity,
      shouldRetry: () => true,
      retryWait: (attempt) => Promise.race([waitOrOnline(backoff(attempt, Math.random())), newToken()]),
      on: {
        connecting: (again) =>
          changing || turn(failures >= ATTEMPTS_UNTIL_UNAVAILABLE ? 'unavailable' : again ? 'reconnecting' : 'connecting'),
        connected: () => {
          failures = 0;
          changing = false;
          turn('live');
        },
        ping: (received) => {
          if (!received) pongTimer = window.setTimeout(() => socket.terminate(), PONG_WITHIN_MS);
        },
        pong: (received) => {
          if (received) window.clearTimeout(pongTimer);
        },
        closed: (event) => {
          window.clearTimeout(pongTimer);
          const { code } = event as CloseEvent;
          if (changing && code === TERMINATED_CODE) return undefined;
          changing = false;
          if (code === NORMAL_CODE) return turn('idle');
          failures += 1;
          turn(failures >= ATTEMPTS_UNTIL_UNAVAILABLE ? 'unavailable' : 'reconnecting');
          if (code === UNAUTHENTICATED_CODE && shown) void keeper.renew(shown);
        },
      },
    });
    unwatch ??= keeper.watch(() => {
      const token = keeper.current()?.token;
      if (status !== 'live' || !token || token === shown) return;
      changing = true;
      socket.terminate();
    });
    return socket;
  };

  return {
    status: () => status,
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    subscribe(request, sink) {
      const { payload, admit } = resumable(request);
      let stop: (() => void) | null = null;
      let stopped = false;
      const start = async () => {
        client ??= open();
        const socket = await client;
        if (stopped) return;
        stop = socket.subscribe(payload, {
          next: (result) => {
            if (admit(result.data)) sink.next(result as ExecutionResult);
          },
          error: (error) => sink.error(error),
          complete: () => {
            if (!stopped) sink.error([{ message: 'The stream has ended.', extensions: { code: STREAM_ENDED } }]);
          },
        });
      };
      start().catch((error: unknown) => sink.error(error));
      return () => {
        stopped = true;
        stop?.();
      };
    },
    close() {
      unwatch?.();
      unwatch = null;
      void dispose(client);
      client = null;
      failures = 0;
      turn('idle');
    },
  };
}
