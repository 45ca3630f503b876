import { useEffect, useRef } from 'react';

/** Does something every so often, in milliseconds, while somebody looks: a tab that nobody sees rests. */
export function useEvery(ms: number, work: () => void): void {
  const latest = useRef(work);
  useEffect(() => {
    latest.current = work;
  });
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') latest.current();
    }, ms);
    return () => window.clearInterval(timer);
  }, [ms]);
}
