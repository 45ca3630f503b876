import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

/**
 * What a page is set to, kept in its address; empty values leave it. Typing replaces the step in the history. The address follows a moment
 * after a key press, so what was set last holds until it has: no letter is lost.
 */
export function useSearchState<Name extends string>(
  names: readonly Name[],
): [Record<Name, string>, (next: Partial<Record<Name, string>>) => void] {
  const [search, setSearch] = useSearchParams();
  const [ahead, setAhead] = useState<Partial<Record<string, string>>>({});
  useEffect(() => {
    setAhead((now) => {
      const waiting = Object.entries(now).filter(([name, value]) => (search.get(name) ?? '') !== value);
      return waiting.length === Object.keys(now).length ? now : Object.fromEntries(waiting);
    });
  }, [search]);
  const values = Object.fromEntries(names.map((name) => [name, ahead[name] ?? search.get(name) ?? ''])) as Record<Name, string>;
  const set = useCallback(
    (next: Partial<Record<Name, string>>) => {
      setAhead((now) => ({ ...now, ...next }));
      setSearch(
        (now) => {
          const made = new URLSearchParams(now);
          for (const [name, value] of Object.entries<string | undefined>(next)) {
            if (value === undefined || value === '') made.delete(name);
            else made.set(name, value);
          }
          return made;
        },
        { replace: true },
      );
    },
    [setSearch],
  );
  return [values, set];
}
