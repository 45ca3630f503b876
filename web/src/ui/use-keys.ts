import { useEffect, useRef } from 'react';

/** Whether a key belongs to what has the focus: a text field, a choice, an open dialog or menu. */
function taken(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return (
    target.closest(
      'input:not([type="radio"]):not([type="checkbox"]), textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"]',
    ) !== null
  );
}

/** Keys of one page, by what they are called: `j`, `Enter`. Those with Ctrl, Alt or ⌘ are left alone, as are all while somebody types. */
export function useKeys(keys: Readonly<Record<string, () => void>>, active = true): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!active) return undefined;
    // "g" begins a way to another place: the key after it belongs to that.
    let going = false;
    const press = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || taken(event.target)) return;
      const skip = going;
      going = event.key === 'g';
      if (skip) return;
      const act = latest.current[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [active]);
}
