import { createContext, use, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { Provider } from 'urql';
import { createGraphClient } from './client.ts';
import { createLiveSocket } from './live-socket.ts';
import type { LiveSocket } from './live-socket.ts';
import { createSessionFetch } from './session-fetch.ts';
import { createSessionKeeper } from './session-keeper.ts';
import type { SessionKeeper } from './session-keeper.ts';
import { writeSession } from './session-store.ts';

/** Loaded when it is first needed, minutes after the page. */
const keeper = createSessionKeeper(async (session) => (await import('./exchange-session.ts')).exchangeSession(session));

interface SessionValue extends Pick<SessionKeeper, 'open' | 'close' | 'fresh' | 'hold'> {
  /** Forgets the session and loads an address that needs none, whole: nothing on the way may send one to the log-in page first. */
  leave: (address: string) => void;
  /** Names the session, through all its refreshes; null when nobody is logged in. */
  session: string | null;
  /** True when a session ended by itself, so that the log-in screen can say so. */
  expired: boolean;
  /** Calls back with every new token of this session. Returns how to stop. */
  onRefresh: (refreshed: () => void) => () => void;
  /** The socket that brings this session's events. */
  live: LiveSocket;
}

function leave(address: string): void {
  writeSession(null);
  window.location.assign(address);
}

function onRefresh(refreshed: () => void): () => void {
  let last = keeper.current();
  return keeper.watch(() => {
    const now = keeper.current();
    if (now && now.key === last?.key && now.token !== last.token) refreshed();
    last = now;
  });
}

const SessionContext = createContext<SessionValue | null>(null);

/** Holds who is logged in in this browser and gives the tree a graph client of that session. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const session = useSyncExternalStore(keeper.watch, () => keeper.current()?.key ?? null);
  const expired = useSyncExternalStore(keeper.watch, keeper.ended);

  // Another session, another workspace: nothing of the former one goes on. A refresh is the same session.
  const { client, live } = useMemo(() => {
    const socket = createLiveSocket(keeper);
    return { client: createGraphClient(createSessionFetch(keeper, session), socket), live: socket };
  }, [session]);
  useEffect(() => () => live.close(), [live]);
  const value = useMemo(
    () => ({ session, expired, open: keeper.open, close: keeper.close, fresh: keeper.fresh, hold: keeper.hold, onRefresh, leave, live }),
    [session, expired, live],
  );

  return (
    <SessionContext value={value}>
      <Provider value={client}>{children}</Provider>
    </SessionContext>
  );
}

/** The session of the nearest provider. */
export function useSession(): SessionValue {
  const value = use(SessionContext);
  if (!value) throw new Error('useSession is used outside of SessionProvider');
  return value;
}
