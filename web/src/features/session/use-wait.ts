import { useCallback, useState } from 'react';
import { useTick } from '../../ui/use-tick.ts';

/** Seconds in "… may be made in 42 s."; null when the sentence names none. */
export function secondsIn(message: string): number | null {
  const found = /\b(\d+) s\b/.exec(message)?.[1];
  return found === undefined ? null : Number(found);
}

interface Wait {
  /** Seconds until the next attempt; 0: none. */
  left: number;
  /** Whether a problem is a wait; then it begins. */
  take: (problem: { code: string; message: string }) => boolean;
}

/** The wait that the server asks for after too many attempts. */
export function useWait(): Wait {
  const [until, setUntil] = useState(0);
  const now = useTick(until > 0).getTime();
  const take = useCallback(({ code, message }: { code: string; message: string }) => {
    const seconds = code === 'TOO_MANY_ATTEMPTS' ? secondsIn(message) : null;
    if (seconds === null) return false;
    setUntil(Date.now() + seconds * 1_000);
    return true;
  }, []);
  return { left: Math.max(0, Math.ceil((until - now) / 1_000)), take };
}
