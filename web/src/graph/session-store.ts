/** What a log-in gives; a browser that was logged in before sessions could be refreshed has the first two only. */
export interface OpenedSession {
  token: string;
  expiresAt: string;
  refreshToken?: string | null;
  refreshExpiresAt?: string | null;
}

/** The session of this browser. It survives a reload and is shared by the tabs of one browser. */
export interface StoredSession {
  /** Stays the same while the session is refreshed: another key is another session, perhaps another workspace. */
  key: string;
  /** Bearer token. */
  token: string;
  expiresAt: string;
  /** Exchanged for the next token, once; null when there is none. */
  refreshToken: string | null;
  refreshExpiresAt: string | null;
}

const KEY = 'autonomos.session';

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A session as it is stored; null when the text is none. */
export function parseSession(text: string | null): StoredSession | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
  if (typeof parsed !== 'object' || parsed === null) return null;
  const found = parsed as Partial<Record<keyof StoredSession, unknown>>;
  const token = textOf(found.token);
  const expiresAt = textOf(found.expiresAt);
  if (token === null || expiresAt === null) return null;
  const refreshToken = textOf(found.refreshToken);
  return { key: textOf(found.key) ?? token, token, expiresAt, refreshToken, refreshExpiresAt: textOf(found.refreshExpiresAt) };
}

/** Whether a session can still be used at `now`, by itself or by refreshing it. */
export function isUsable({ expiresAt, refreshToken, refreshExpiresAt }: StoredSession, now: Date): boolean {
  return new Date(expiresAt) > now || (refreshToken !== null && (refreshExpiresAt === null || new Date(refreshExpiresAt) > now));
}

/** The stored session; null when there is none, when it is over at `now`, or when storage is forbidden. */
export function readSession(now: Date): StoredSession | null {
  try {
    const session = parseSession(localStorage.getItem(KEY));
    return session && isUsable(session, now) ? session : null;
  } catch {
    return null;
  }
}

export function writeSession(session: StoredSession | null): void {
  try {
    if (session) localStorage.setItem(KEY, JSON.stringify(session));
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage the session lasts as long as the page.
  }
}

const ENDED_KEY = 'autonomos.session-ended';

/** Notes which session ended by itself, so that other tabs do not take it for somebody who logged out. */
export function writeEnded(key: string): void {
  try {
    localStorage.setItem(ENDED_KEY, key);
  } catch {
    // Tabs that share no storage share no session either.
  }
}

/** The session that ended by itself last; null when none did. */
export function readEnded(): string | null {
  try {
    return localStorage.getItem(ENDED_KEY);
  } catch {
    return null;
  }
}

/** Calls `changed` when another tab logs in or out, or refreshes. Returns how to stop. */
export function watchSession(changed: () => void): () => void {
  const listener = (event: StorageEvent) => {
    if (event.key === KEY || event.key === null) changed();
  };
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}
