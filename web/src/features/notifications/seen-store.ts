const CHANGED = 'autonomos:seen';
const key = (userId: string) => `autonomos.seen.${userId}`;

/** Until when (ISO 8601) a person has read the notifications in this browser; null: never. */
export function readSeen(userId: string): string | null {
  try {
    const stored = localStorage.getItem(key(userId));
    return stored !== null && !Number.isNaN(Date.parse(stored)) ? stored : null;
  } catch {
    return null;
  }
}

export function writeSeen(userId: string, at: string): void {
  try {
    localStorage.setItem(key(userId), at);
  } catch {
    // Without storage everything is unread again after a reload.
  }
  window.dispatchEvent(new Event(CHANGED));
}

export function watchSeen(changed: () => void): () => void {
  window.addEventListener(CHANGED, changed);
  window.addEventListener('storage', changed);
  return () => {
    window.removeEventListener(CHANGED, changed);
    window.removeEventListener('storage', changed);
  };
}
