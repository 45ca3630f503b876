import { Funnel, X } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '../../ui/button.tsx';
import type { DraftWidget } from './draft.ts';
import type { CrossFilter } from './use-cross-filter.ts';

/** What was picked, with a way to let go of each; Escape lets go of all. */
export function PickedChips({ filter, widgets }: { filter: CrossFilter; widgets: readonly DraftWidget[] }) {
  const { picks, said, clear } = filter;
  const any = picks.length > 0;
  useEffect(() => {
    if (!any) return undefined;
    const onKey = (event: KeyboardEvent) => {
      // Menus, sheets and boxes have an Escape of their own.
      const inside = event.target instanceof Element && event.target.closest('[role=dialog], [role=menu], input, textarea');
      if (event.key === 'Escape' && !event.defaultPrevented && !inside) clear();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [any, clear]);
  return (
    <div role="status" className={any ? 'flex flex-wrap items-center gap-2' : 'sr-only'} data-picked={picks.length}>
      {any ? (
        <>
          <Funnel aria-hidden size={15} className="text-accent" />
          {picks.map((pick) => (
            <button
              key={pick.widget}
              type="button"
              className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full bg-accent-soft px-3 text-sm hover:bg-raised"
              title={`Picked in ${widgets.find(({ id }) => id === pick.widget)?.title ?? 'a widget'}; press to let go`}
              onClick={() => clear(pick)}
            >
              <span className="sr-only">Only </span>
              <span className="truncate font-medium" dir="auto">
                {pick.value}
              </span>
              <X aria-hidden size={13} className="shrink-0 text-muted" />
              <span className="sr-only">, let go</span>
            </button>
          ))}
          <span className="text-sm text-muted">{said ?? 'Asking the other widgets…'}</span>
          <Button look="quiet" className="ml-auto min-h-8" onClick={() => clear()}>
            Clear <kbd className="text-xs text-muted">Esc</kbd>
          </Button>
        </>
      ) : null}
    </div>
  );
}
