import { useEffect, useState } from 'react';
import { BACK } from './back.ts';
import { backoff, waitOrOnline } from './backoff.ts';
import { serverAnswers } from './server-answers.ts';
import { useLive } from './use-live.ts';

/** How the line to the server is: it works; this machine is offline; the server does not answer; it has just come back. */
export type Connection = 'fine' | 'offline' | 'away' | 'back';

/** A break that is over sooner is nobody's business. */
const PATIENCE_MS = 2_000;
/** How long somebody reads that all is well again. */
const BACK_MS = 3_000;

/** Whether this machine says that it has no network. */
function useOnline(): boolean {
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return online;
}

/** Follows the line to the server. The socket of events tells first; before anybody is told, the server itself is asked. */
export function useConnection(): Connection {
  const online = useOnline();
  const live = useLive();
  const broken = !online || live === 'reconnecting' || live === 'unavailable';
  const [state, setState] = useState<'fine' | 'away' | 'back'>('fine');
  const lost = state === 'away';

  useEffect(() => {
    if (!broken) return undefined;
    let stopped = false;
    const watch = async () => {
      await waitOrOnline(PATIENCE_MS);
      for (let attempt = 0; !stopped && !(await serverAnswers()); attempt += 1) {
        if (!stopped) setState('away');
        await waitOrOnline(backoff(attempt, Math.random()));
      }
      if (!stopped) setState((now) => (now === 'away' ? 'back' : now));
    };
    void watch();
    return () => {
      stopped = true;
    };
  }, [broken]);
  useEffect(() => {
    if (!broken && lost) setState('back');
  }, [broken, lost]);
  useEffect(() => {
    if (state !== 'back') return undefined;
    window.dispatchEvent(new Event(BACK));
    const timer = window.setTimeout(() => setState('fine'), BACK_MS);
    return () => window.clearTimeout(timer);
  }, [state]);
  return online ? state : 'offline';
}
