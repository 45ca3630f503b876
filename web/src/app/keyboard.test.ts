import { describe, expect, test } from 'vitest';
import { press } from './keyboard.ts';
import type { KeyPress } from './keyboard.ts';
import { DESTINATIONS } from './navigation.ts';

const key = (text: string, more: Partial<KeyPress> = {}): KeyPress => ({ key: text, command: false, alt: false, typing: false, ...more });

describe('the keyboard', () => {
  test('g and a letter go to every place', () => {
    for (const { key: letter, path } of DESTINATIONS) {
      const going = press('idle', key('g'));
      expect(press(going.state, key(letter)).command).toEqual({ kind: 'go', path });
    }
  });
  test('letters belong to the text field one types in; the palette opens all the same', () => {
    expect(press('idle', key('?', { typing: true })).command).toBeNull();
    expect(press('idle', key('k', { typing: true, command: true })).command).toEqual({ kind: 'palette' });
  });
  test('the browser keeps its own shortcuts', () => {
    expect(press('idle', key('t', { command: true })).command).toBeNull();
    expect(press('idle', key('?', { alt: true })).command).toBeNull();
  });
  test('an unknown second key ends the sequence', () => {
    expect(press('going', key('z'))).toEqual({ state: 'idle', command: null });
  });
});
