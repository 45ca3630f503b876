import { useEffect, useState } from 'react';

const SECOND_MS = 1_000;

/** The time, moved on every second while `active`; it stands still in a tab that nobody sees. */
export function useTick(active: boolean): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    if (!active) return undefined;
    const move = () => {
      if (document.visibilityState === 'visible') setNow(new Date());
    };
    move();
    const timer = window.setInterval(move, SECOND_MS);
    document.addEventListener('visibilitychange', move);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', move);
    };
  }, [active]);
  return now;
}
