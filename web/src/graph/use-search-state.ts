import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** What a page is set to, kept in its address; empty values leave it. Typing replaces the step in the history. */
export function useSearchState<Name extends string>(
  names: readonly Name[],
): [Record<Name, string>, (next: Partial<Record<Name, string>>) => void] {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Record<Name, string>;
  const set = useCallback(
    (next: Partial<Record<Name, string>>) =>
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
      ),
    [setSearch],
  );
  return [values, set];
}
