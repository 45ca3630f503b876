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

interface SessionValue extends Pick<SessionKeeper, 'open' | 'takeUp' | 'close' | 'fresh' | 'hold'> {
  /** Forgets the session and loads an address that needs none, whole: nothing on the way may send one to the log-in page first. */
  leave: (address: string) => void;
  /** Names the session, through all its refreshes; null when nobody is logged in. */
  session: string | null;
  /** The session that ended by itself: it can be taken up again, and the log-in screen can say so. Null when none did. */
  ended: string | null;
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

const WAYS = { open: keeper.open, takeUp: keeper.takeUp, close: keeper.close, fresh: keeper.fresh, hold: keeper.hold, onRefresh, leave };

const SessionContext = createContext<SessionValue | null>(null);

/** Holds who is logged in in this browser and gives the tree a graph client of that session. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const session = useSyncExternalStore(keeper.watch, () => keeper.current()?.key ?? null);
  const ended = useSyncExternalStore(keeper.watch, keeper.ended);

  // Another session, another workspace: nothing of the former one goes on. A refresh is the same session, and so is one that is taken up again.
  const key = session ?? ended;
  const { client, live } = useMemo(() => {
    const socket = createLiveSocket(keeper);
    return { client: createGraphClient(createSessionFetch(keeper, key), socket), live: socket };
  }, [key]);
  useEffect(() => () => live.close(), [live]);
  const value = useMemo(() => ({ ...WAYS, session, ended, live }), [session, ended, live]);

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
