import { useCallback, useSyncExternalStore } from 'react';

export type Theme = 'dark' | 'light';

const KEY = 'autonomos.theme';
const CHANGED = 'autonomos:theme';

function current(): Theme {
  return document.documentElement.dataset['theme'] === 'light' ? 'light' : 'dark';
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function show(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  window.dispatchEvent(new Event(CHANGED));
}

function watch(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    if (stored() === null) show(system.matches ? 'dark' : 'light');
  };
  window.addEventListener(CHANGED, changed);
  system.addEventListener('change', follow);
  return () => {
    window.removeEventListener(CHANGED, changed);
    system.removeEventListener('change', follow);
  };
}

/** The theme on screen and how to change it. Until somebody chooses, it follows the system; a choice is kept. */
export function useTheme(): { theme: Theme; toggle: () => void } {
  const theme = useSyncExternalStore(watch, current);
  const toggle = useCallback(() => {
    const next: Theme = current() === 'dark' ? 'light' : 'dark';
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // The choice lasts as long as the page.
    }
    show(next);
  }, []);
  return { theme, toggle };
}
