import { useEffect, useState } from 'react';
import type { Hit } from '../features/help/search.ts';

const SHOWN = 4;
/** Fewer letters fit everything. */
const LEAST_LETTERS = 3;

/** What Help says about a text, the best first. Its index is loaded with the first search. */
export function useHelpHits(text: string): readonly Hit[] {
  const [hits, setHits] = useState<{ of: string; found: readonly Hit[] }>({ of: '', found: [] });
  const wanted = text.length >= LEAST_LETTERS;
  useEffect(() => {
    if (!wanted) return undefined;
    let stopped = false;
    const look = async () => {
      const [{ loadIndex }, { search }] = await Promise.all([
        import('../features/help/search-index.ts'),
        import('../features/help/search.ts'),
      ]);
      const entries = (await loadIndex()).filter(({ kind }) => kind === 'Guide' || kind === 'Error');
      if (!stopped) setHits({ of: text, found: search(entries, text).slice(0, SHOWN) });
    };
    look().catch(() => null);
    return () => {
      stopped = true;
    };
  }, [text, wanted]);
  return wanted && hits.of === text ? hits.found : [];
}
