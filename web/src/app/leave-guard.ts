import { use, useCallback, useEffect, useRef, useState } from 'react';
import { UNSAFE_NavigationContext } from 'react-router';
import { holdNavigation } from './hold-navigation.ts';
import type { Go } from './hold-navigation.ts';

export interface LeaveGuard {
  /** True while a way out waits for a decision. */
  asking: boolean;
  stay: () => void;
  leave: () => void;
  /** Lets a navigation of the client's own pass, after a save. */
  pass: (go: Go) => void;
}

/**
 * Asks before unsaved changes are left, while `active`.
 * @param looks parameters of the address that say how the same thing is looked at, and leave nothing; always the same list
 */
export function useLeaveGuard(active: boolean, looks: readonly string[]): LeaveGuard {
  const { navigator } = use(UNSAFE_NavigationContext);
  const [held, setHeld] = useState<{ go: Go } | null>(null);
  const open = useRef(false);

  useEffect(() => {
    if (!active) return undefined;
    open.current = false;
    return holdNavigation(navigator, { hold: (go) => setHeld({ go }), isOpen: () => open.current, looks });
  }, [active, navigator, looks]);

  const pass = useCallback((go: Go) => {
    open.current = true;
    setHeld(null);
    go();
  }, []);
  return {
    asking: held !== null,
    stay: () => setHeld(null),
    leave: () => (held ? pass(held.go) : undefined),
    pass,
  };
}
