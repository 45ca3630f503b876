import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

export type BoardMode = 'edit' | 'present' | 'print';
const MODE = 'as';

/** How the board is shown, in the address, so that a link opens it in the same way. */
export function useBoardMode(): [BoardMode, (mode: BoardMode) => void] {
  const [search, setSearch] = useSearchParams();
  const said = search.get(MODE);
  const set = useCallback(
    (mode: BoardMode) =>
      setSearch(
        (now) => {
          const made = new URLSearchParams(now);
          if (mode === 'edit') made.delete(MODE);
          else made.set(MODE, mode);
          return made;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setSearch],
  );
  return [said === 'present' || said === 'print' ? said : 'edit', set];
}
