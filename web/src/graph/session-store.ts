/** The bearer token of this browser. It survives a reload and is shared by the tabs of one browser. */
export interface StoredSession {
  token: string;
  expiresAt: string;
}

const KEY = 'autonomos.session';

/** The stored session; null when there is none, when it has expired at `now`, or when storage is forbidden. */
export function readSession(now: Date): StoredSession | null {
  try {
    const parsed: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null');
    if (typeof parsed !== 'object' || parsed === null) return null;
    const { token, expiresAt } = parsed as Partial<Record<keyof StoredSession, unknown>>;
    if (typeof token !== 'string' || typeof expiresAt !== 'string') return null;
    return new Date(expiresAt) > now ? { token, expiresAt } : null;
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

/** Calls `changed` when another tab logs in or out. Returns how to stop. */
export function watchSession(changed: () => void): () => void {
  const listener = (event: StorageEvent) => {
    if (event.key === KEY || event.key === null) changed();
  };
  window.addEventListener('storage', listener);
  return () => window.removeEventListener('storage', listener);
}
