import { useEffect, useRef } from 'react';
import { press } from './keyboard.ts';
import type { Command, KeyState } from './keyboard.ts';

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
}

/** Listens to the keyboard and runs the commands of ./keyboard.ts. */
export function useShortcuts(run: (command: Command) => void): void {
  const state = useRef<KeyState>('idle');
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const inDialog = document.querySelector('[role=dialog]') !== null;
      const outcome = press(state.current, {
        key: event.key,
        command: event.metaKey || event.ctrlKey,
        alt: event.altKey,
        typing: isTyping(event.target) || inDialog,
      });
      state.current = outcome.state;
      if (!outcome.command) return;
      event.preventDefault();
      run(outcome.command);
    };
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [run]);
}
