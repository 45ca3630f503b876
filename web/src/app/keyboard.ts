import { DESTINATIONS } from './navigation.ts';

/** A key press, as far as shortcuts care. */
export interface KeyPress {
  key: string;
  /** Cmd on a Mac, Ctrl elsewhere. */
  command: boolean;
  alt: boolean;
  /** The caret is in a text field: plain letters belong to it. */
  typing: boolean;
}

export type Command =
  | { kind: 'palette' }
  | { kind: 'shortcuts' }
  | { kind: 'notifications' }
  | { kind: 'theme' }
  | { kind: 'ask' }
  | { kind: 'go'; path: string };

/** Waiting for the key after "g", or for anything. */
export type KeyState = 'idle' | 'going';

/** What a key press does: the next state, and a command when the press completed one. Pure. */
export function press(state: KeyState, event: KeyPress): { state: KeyState; command: Command | null } {
  const key = event.key.toLowerCase();
  if (event.command && !event.alt) return { state: 'idle', command: key === 'k' ? { kind: 'palette' } : null };
  if (event.typing || event.command || event.alt) return { state: 'idle', command: null };
  if (state === 'going') {
    const target = DESTINATIONS.find((each) => each.key === key);
    return { state: 'idle', command: target ? { kind: 'go', path: target.path } : null };
  }
  if (key === 'g') return { state: 'going', command: null };
  if (key === '?') return { state: 'idle', command: { kind: 'shortcuts' } };
  if (key === '/') return { state: 'idle', command: { kind: 'ask' } };
  if (key === 'n') return { state: 'idle', command: { kind: 'notifications' } };
  if (key === 't') return { state: 'idle', command: { kind: 'theme' } };
  return { state: 'idle', command: null };
}
