import { useCallback, useState } from 'react';

const SHOWN_MS = 1_600;

/** Copies a text, and says for a moment that it was. */
export function useCopied(): readonly [copied: boolean, copy: (text: string) => Promise<void>] {
  const [copied, setCopied] = useState(false);
  const copy = useCallback(async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      window.setTimeout(() => setCopied(false), SHOWN_MS);
    } catch {
      window.prompt('The browser refused to copy. Copy the address by hand:', text);
    }
  }, []);
  return [copied, copy];
}
