import { useSyncExternalStore } from 'react';

type Theme = 'dark' | 'light';
type Choice = Theme | 'system';

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

function chosen(): Choice {
  const found = stored();
  return found === 'dark' || found === 'light' ? found : 'system';
}

function ofSystem(): Theme {
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function show(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme;
  window.dispatchEvent(new Event(CHANGED));
}

function watch(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => {
    if (stored() === null) show(ofSystem());
  };
  window.addEventListener(CHANGED, changed);
  system.addEventListener('change', follow);
  return () => {
    window.removeEventListener(CHANGED, changed);
    system.removeEventListener('change', follow);
  };
}

function choose(choice: Choice): void {
  try {
    if (choice === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, choice);
  } catch {
    // The choice lasts as long as the page.
  }
  show(choice === 'system' ? ofSystem() : choice);
}

function toggle(): void {
  choose(current() === 'dark' ? 'light' : 'dark');
}

interface ThemeInUse {
  theme: Theme;
  /** What somebody chose; `system` until they did. */
  choice: Choice;
  choose: (choice: Choice) => void;
  toggle: () => void;
}

/** The theme on screen and how to change it. Until somebody chooses, it follows the system; a choice is kept. */
export function useTheme(): ThemeInUse {
  const theme = useSyncExternalStore(watch, current);
  const choice = useSyncExternalStore(watch, chosen);
  return { theme, choice, choose, toggle };
}
