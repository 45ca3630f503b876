import { inOneTab } from './one-tab.ts';
import { randomId } from './random-id.ts';
import { isUsable, readEnded, readSession, watchSession, writeEnded, writeSession } from './session-store.ts';
import type { OpenedSession, StoredSession } from './session-store.ts';

/** A token is exchanged this long before it ends, or at half of what is left when that is less. */
const AHEAD_MS = 60_000;
/** After a refresh that did not get through. */
const AGAIN_AFTER_MS = 15_000;
/** Never sooner after the last one, whatever the clock of this machine says. */
const LEAST_BETWEEN_MS = 5_000;
/** Timers take no longer waits than this. */
const MOST_MS = 2_000_000_000;

export type Renewed = { state: 'renewed'; session: OpenedSession } | { state: 'refused' } | { state: 'unreachable' };

/** Who is logged in in this browser, kept alive. */
export interface SessionKeeper {
  current: () => StoredSession | null;
  /** The session that ended by itself and that nobody has taken up again or left since; null when there is none. */
  ended: () => string | null;
  /** Calls `changed` whenever the session does, in this tab or another. Returns how to stop. */
  watch: (changed: () => void) => () => void;
  open: (session: OpenedSession) => void;
  /** Goes on with the session that ended by itself, with the tokens of a new log-in of the same person in the same workspace. */
  takeUp: (session: OpenedSession) => void;
  /** Forgets the session; `byItself` when nobody asked for that. */
  close: (byItself?: boolean) => void;
  /** Until what this gives is called, a session that the server ends stays as it is here: a reply that it ended by is still to be read. */
  hold: () => () => void;
  /** The token to send: exchanged first when it is about to end. Null when nobody is logged in. */
  fresh: () => Promise<string | null>;
  /** The server has refused `token`: the one to send instead; null when there is none. */
  renew: (token: string) => Promise<string | null>;
}

/** What is kept of a session that was opened under `key`. */
export function storedAs(key: string, { token, expiresAt, refreshToken = null, refreshExpiresAt = null }: OpenedSession): StoredSession {
  return { key, token, expiresAt, refreshToken, refreshExpiresAt };
}

/** When a session's token is to be exchanged, in milliseconds from `now`. */
export function renewalIn({ expiresAt }: Pick<StoredSession, 'expiresAt'>, now: Date): number {
  const left = new Date(expiresAt).getTime() - now.getTime();
  return Math.max(0, left - Math.min(AHEAD_MS, left / 2));
}

/** Keeps the session of this browser; `exchange` asks the server for the next token. */
export function createSessionKeeper(exchange: (session: StoredSession) => Promise<Renewed>): SessionKeeper {
  let session = readSession(new Date());
  let ended: string | null = null;
  let timer = 0;
  let lastTry = 0;
  let underWay: Promise<string | null> | null = null;
  const watchers = new Set<() => void>();

  const take = (next: StoredSession | null) => {
    session = next;
    schedule();
    for (const changed of watchers) changed();
  };
  const schedule = (atLeast = LEAST_BETWEEN_MS) => {
    window.clearTimeout(timer);
    if (!session || session.refreshToken === null) return;
    const { token } = session;
    timer = window.setTimeout(() => void renew(token), Math.min(MOST_MS, Math.max(atLeast, renewalIn(session, new Date()))));
  };
  const close = (byItself = false) => {
    ended = byItself ? (session?.key ?? ended) : null;
    if (byItself && session) writeEnded(session.key);
    writeSession(null);
    take(null);
  };

  const opened = (key: string, next: OpenedSession) => {
    const stored = storedAs(key, next);
    ended = null;
    writeSession(stored);
    take(stored);
  };

  let holds = 0;
  const over = (): null => {
    if (holds === 0) close(true);
    return null;
  };

  const exchanged = (used: string) =>
    inOneTab(async () => {
      // Another tab may have been first.
      const latest = readSession(new Date()) ?? session;
      if (!session || !latest) return null;
      if (latest.token !== used) {
        if (latest.token !== session.token) take(latest);
        return latest.key === session.key ? latest.token : null;
      }
      if (latest.refreshToken === null) return over();
      lastTry = Date.now();
      const outcome = await exchange(latest);
      // Somebody logged out, or in, in the meantime.
      if (session?.key !== latest.key) return null;
      if (outcome.state === 'refused') return over();
      if (outcome.state === 'unreachable') {
        schedule(AGAIN_AFTER_MS);
        return null;
      }
      const next = storedAs(latest.key, outcome.session);
      writeSession(next);
      take(next);
      return next.token;
    });
  const renew = (used: string): Promise<string | null> => {
    underWay ??= exchanged(used).finally(() => {
      underWay = null;
    });
    return underWay;
  };

  watchSession(() => {
    const next = readSession(new Date());
    if (next?.token === session?.token) return;
    ended = !next && session && readEnded() === session.key ? session.key : null;
    take(next);
  });
  schedule();

  return {
    current: () => session,
    ended: () => ended,
    watch(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    open: (next) => opened(randomId(), next),
    takeUp: (next) => opened(ended ?? randomId(), next),
    close,
    hold() {
      holds += 1;
      return () => {
        holds -= 1;
      };
    },
    renew,
    async fresh() {
      if (!session) return null;
      const now = new Date();
      if (!isUsable(session, now)) return over();
      const due = session.refreshToken !== null && new Date(session.expiresAt).getTime() - now.getTime() < LEAST_BETWEEN_MS;
      // A clock that is wrong must not make a refresh of every request.
      if (due && (underWay || Date.now() - lastTry > LEAST_BETWEEN_MS)) await renew(session.token);
      return session?.token ?? null;
    },
  };
}
