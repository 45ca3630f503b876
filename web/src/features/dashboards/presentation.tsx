import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '../../ui/button.tsx';
import { useSize } from '../../ui/use-size.ts';
import { pagesOf } from './board-page.ts';
import type { Draft, DraftWidget } from './draft.ts';
import { PageGrid } from './page-grid.tsx';
import { flowed } from './tidy.ts';
import { readingOrder } from './arrange.ts';
import { useWakeLock } from './use-wake-lock.ts';

/** A row is at least this high, so that what stands in it can be read. */
const LEAST_ROW_PX = 62;
const HEAD_PX = 84;
const ONE_COLUMN_BELOW_PX = 720;

interface PresentationProps {
  draft: Draft;
  shownAs: ReadonlyMap<string, DraftWidget>;
  /** What was picked, in words; empty when nothing was. */
  filters: string;
  onClose: () => void;
}

/** The board alone on the whole screen, page by page: arrows turn, Escape leaves. */
export default function Presentation({ draft, shownAs, filters, onClose }: PresentationProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  const [turned, setTurned] = useState(0);
  const narrow = size !== null && size.width < ONE_COLUMN_BELOW_PX;
  const most = Math.max(2, Math.floor(((size?.height ?? 900) - HEAD_PX) / LEAST_ROW_PX));
  const pages = narrow ? phonePages(draft.widgets) : pagesOf(draft.widgets, most);
  const at = Math.min(turned, pages.length - 1);
  const page = pages[at];
  const last = pages.length - 1;
  useWakeLock();

  const latest = useRef({ onClose, last });
  useEffect(() => {
    latest.current = { onClose, last };
  });
  useEffect(() => {
    const before = document.activeElement;
    frame.current?.focus();
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    const onKey = (event: KeyboardEvent) => {
      const by = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[event.key];
      if (event.key === 'Escape') latest.current.onClose();
      else if (event.key === 'Home') setTurned(0);
      else if (event.key === 'End') setTurned(latest.current.last);
      else if (by !== undefined && !(event.target instanceof HTMLButtonElement && event.key === ' '))
        setTurned((now) => Math.min(latest.current.last, Math.max(0, Math.min(now, latest.current.last) + by)));
      else return;
      event.preventDefault();
    };
    // Leaving the full screen in the browser's own way leaves the presentation.
    let full = false;
    const onFull = () => {
      if (full && !document.fullscreenElement) latest.current.onClose();
      full = document.fullscreenElement !== null;
    };
    window.addEventListener('keydown', onKey);
    document.addEventListener('fullscreenchange', onFull);
    return () => {
      window.removeEventListener('keydown', onKey);
      document.removeEventListener('fullscreenchange', onFull);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
      if (before instanceof HTMLElement) before.focus();
    };
  }, [frame]);

  return createPortal(
    <div
      ref={frame}
      role="dialog"
      aria-modal
      aria-label={`${draft.title}, presented`}
      tabIndex={-1}
      className="fixed inset-0 z-50 flex flex-col gap-4 bg-bg p-4 outline-none sm:p-6"
      data-presentation={at + 1}
    >
      <header className="flex items-center justify-between gap-4">
        <div className="min-w-0">
          <h2 className="truncate text-lg font-semibold tracking-tight" dir="auto">
            {draft.title}
          </h2>
          {filters ? <p className="truncate text-sm text-muted">{filters}</p> : null}
        </div>
        <div className="flex shrink-0 items-center gap-1">
          <IconButton label="Page before" disabled={at === 0} onClick={() => setTurned(at - 1)}>
            <ChevronLeft aria-hidden size={18} />
          </IconButton>
          <span role="status" className="min-w-14 text-center text-sm text-muted">
            {at + 1} of {Math.max(1, pages.length)}
          </span>
          <IconButton label="Next page" disabled={at >= last} onClick={() => setTurned(at + 1)}>
            <ChevronRight aria-hidden size={18} />
          </IconButton>
          <IconButton label="Leave the presentation (Escape)" onClick={onClose}>
            <X aria-hidden size={18} />
          </IconButton>
        </div>
      </header>
      <div className="min-h-0 flex-1">{page ? <PageGrid key={at} page={page} shownAs={shownAs} /> : null}</div>
    </div>,
    document.body,
  );
}

/** On a phone a chart is a page of its own; numbers come three at a time. */
function phonePages(widgets: readonly DraftWidget[]) {
  const whole = readingOrder(widgets).map((each) => ({ ...each, layout: { ...each.layout, x: 0, w: 12, h: each.kind === 'KPI' ? 2 : 6 } }));
  const places = flowed(whole);
  return pagesOf(
    whole.map((each) => ({ ...each, layout: places.get(each.id) ?? each.layout })),
    6,
  );
}
