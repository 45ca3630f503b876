import { createContext, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Provider } from 'urql';
import { createGraphClient } from './client.ts';
import { createLiveSocket } from './live-socket.ts';
import type { LiveSocket } from './live-socket.ts';
import { readSession, watchSession, writeSession } from './session-store.ts';
import type { StoredSession } from './session-store.ts';

interface SessionValue {
  token: string | null;
  /** True when a session ended by itself, so that the log-in screen can say so. */
  expired: boolean;
  open: (session: StoredSession) => void;
  close: () => void;
  /** The socket that brings this session's events. */
  live: LiveSocket;
}

const SessionContext = createContext<SessionValue | null>(null);

/** Holds who is logged in in this browser and gives the tree a graph client of that session. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState(() => readSession(new Date()));
  const [expired, setExpired] = useState(false);

  useEffect(() => watchSession(() => setSession(readSession(new Date()))), []);

  const open = useCallback((next: StoredSession) => {
    writeSession(next);
    setExpired(false);
    setSession(next);
  }, []);
  const close = useCallback(() => {
    writeSession(null);
    setSession(null);
  }, []);

  const token = session?.token ?? null;
  const { client, live } = useMemo(() => {
    const loggedOut = () => {
      setExpired(true);
      close();
    };
    const socket = createLiveSocket(token, loggedOut);
    return { client: createGraphClient(token, socket, loggedOut), live: socket };
  }, [token, close]);
  // Another session, another workspace: nothing of the former one goes on.
  useEffect(() => () => live.close(), [live]);
  const value = useMemo(() => ({ token, expired, open, close, live }), [token, expired, open, close, live]);

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
