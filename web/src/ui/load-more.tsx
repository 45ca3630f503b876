import { Button } from './button.tsx';
import { formatCount } from './format.ts';

/** The most that one list shows; the server gives no longer pages. */
export const MOST_SHOWN = 500;

interface LoadMoreProps {
  shown: number;
  total: number;
  busy: boolean;
  onMore: () => void;
}

/** Says how much of a list is shown and offers more of it; nothing when all of it is. */
export function LoadMore({ shown, total, busy, onMore }: LoadMoreProps) {
  if (shown >= total) return null;
  return (
    <div className="flex flex-wrap items-center justify-center gap-4">
      <p className="text-sm text-muted">
        {formatCount(shown)} of {formatCount(total)}
      </p>
      {shown < MOST_SHOWN ? (
        <Button busy={busy} onClick={onMore} data-load-more>
          {busy ? 'Loading…' : 'Show more'}
        </Button>
      ) : null}
    </div>
  );
}
