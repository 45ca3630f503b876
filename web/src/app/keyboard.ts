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

export interface ShortcutGroup {
  title: string;
  keys: readonly (readonly [keys: readonly string[], does: string])[];
}

/** Every shortcut, for the sheet and for Help. */
export const SHORTCUTS: readonly ShortcutGroup[] = [
  {
    title: 'Everywhere',
    keys: [
      [['⌘/Ctrl', 'K'], 'Command palette: go, ask, theme'],
      [['/'], 'Ask a question'],
      [['?'], 'This list of shortcuts'],
      [['n'], 'Notifications'],
      [['t'], 'Dark or light'],
      [['Esc'], 'Close what is open'],
    ],
  },
  { title: 'Go to', keys: DESTINATIONS.map((each) => [['g', each.key], each.code ? `${each.label} (${each.code})` : each.label] as const) },
  {
    title: 'In the ask box',
    keys: [
      [['↑', '↓'], 'Choose a suggestion'],
      [['Tab'], 'Take the suggestion'],
      [['Enter'], 'Ask'],
    ],
  },
  {
    title: 'In the galaxy and other graphs',
    keys: [
      [['←', '↑', '→', '↓'], 'To the next one in that direction'],
      [['Enter'], 'Choose it; a planet becomes the centre'],
      [['+', '−'], 'Zoom'],
      [['0'], 'See everything'],
      [['Home'], 'Back to the centre'],
    ],
  },
  {
    title: 'On a dashboard',
    keys: [
      [['←', '↑', '→', '↓'], 'Move the widget whose handle has the focus'],
      [['Shift', '←', '→'], 'Make it narrower or wider'],
      [['Shift', '↑', '↓'], 'Make it lower or higher'],
      [['⌘/Ctrl', 'Z'], 'Undo'],
      [['⌘/Ctrl', 'Shift', 'Z'], 'Redo'],
    ],
  },
  {
    title: 'Reviewing mappings and pairs',
    keys: [
      [['j', 'k'], 'Next, previous'],
      [['a'], 'Right; the same'],
      [['r'], 'None of these; different'],
      [['o'], 'Open a column'],
      [['1', '2', '3'], 'Take an alternative'],
      [['u'], 'Undo the last decision'],
    ],
  },
];
