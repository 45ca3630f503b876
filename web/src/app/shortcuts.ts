import { DESTINATIONS } from './navigation.ts';

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
