import { useEffect, useState } from 'react';

const WAIT_MS = 300;

/** What somebody types, a moment after the last letter. `text` is compared as it is: hand in texts, or what JSON makes of more. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(text), WAIT_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  return settled;
}
