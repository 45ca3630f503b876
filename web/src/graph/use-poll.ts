import { useEffect, useRef, useState } from 'react';

/** Waits between looks grow from the first to the last so that long work is not asked about ten times a second. */
const FIRST_WAIT_MS = 400;
const LAST_WAIT_MS = 3_000;
const GROWTH = 1.3;
const MAX_LOOKS = 400;

/** The wait before look number `look` (0-based), in milliseconds. */
export function pollWait(look: number): number {
  return Math.min(LAST_WAIT_MS, Math.round(FIRST_WAIT_MS * GROWTH ** look));
}

/**
 * Calls `look` again and again while `active`, one call at a time. Returns true once it has given up
 * (about twenty minutes), so that the page can offer to look again.
 */
export function usePoll(active: boolean, look: () => Promise<unknown> | void): boolean {
  const [gaveUp, setGaveUp] = useState(false);
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  });
  useEffect(() => {
    if (!active) return undefined;
    let looks = 0;
    let timer = 0;
    let stopped = false;
    const once = async () => {
      try {
        await latest.current();
      } finally {
        next();
      }
    };
    const next = () => {
      if (stopped) return;
      if (looks >= MAX_LOOKS) {
        setGaveUp(true);
        return;
      }
      timer = window.setTimeout(() => void once(), pollWait(looks));
      looks += 1;
    };
    setGaveUp(false);
    next();
    return () => {
      stopped = true;
      window.clearTimeout(timer);
    };
  }, [active]);
  return gaveUp;
}
