import { vi } from 'vitest';

/** A browser's storage and timers, as far as sessions need them; one for each test. */
export function standInBrowser(): { storage: Map<string, string>; storedElsewhere: (text: string | null) => void } {
  const storage = new Map<string, string>();
  const listeners = new Set<(event: { key: string | null }) => void>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => storage.get(key) ?? null,
    setItem: (key: string, value: string) => storage.set(key, value),
    removeItem: (key: string) => storage.delete(key),
  });
  vi.stubGlobal('window', {
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
    clearTimeout,
    addEventListener: (_name: string, listener: (event: { key: string | null }) => void) => listeners.add(listener),
    removeEventListener: () => {},
  });
  return {
    storage,
    storedElsewhere(text) {
      if (text === null) storage.delete('autonomos.session');
      else storage.set('autonomos.session', text);
      for (const listener of listeners) listener({ key: 'autonomos.session' });
    },
  };
}
