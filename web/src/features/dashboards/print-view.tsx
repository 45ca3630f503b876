import { ArrowLeft, Printer } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { GAP_PX } from './arrange.ts';
import { useBoard } from './board-context.ts';
import { pagesOf } from './board-page.ts';
import type { Draft, DraftWidget } from './draft.ts';
import { PageGrid } from './page-grid.tsx';

/** Rows that fit on a sheet of A4 (or Letter) lying, below its head. */
const ROWS_ON_A_SHEET = 11;
const ROW_PX = 56;

interface PrintViewProps {
  draft: Draft;
  shownAs: ReadonlyMap<string, DraftWidget>;
  filters: string;
  onClose: () => void;
}

/** The board as it comes out of a printer: white, sheet by sheet, no widget cut. It prints itself once all of it is there. */
export default function PrintView({ draft, shownAs, filters, onClose }: PrintViewProps) {
  const { asking } = useBoard();
  const { wanted, ready, failed } = useSyncExternalStore(asking.watch, asking.counts);
  const [now] = useState(() => new Date().toISOString());
  const sheets = pagesOf(draft.widgets, ROWS_ON_A_SHEET);
  const whole = wanted >= draft.widgets.length && ready + failed >= wanted;
  useEffect(() => {
    document.documentElement.classList.add('printing');
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    window.addEventListener('keydown', onKey);
    return () => {
      document.documentElement.classList.remove('printing');
      window.removeEventListener('keydown', onKey);
    };
  }, [onClose]);
  return createPortal(
    <div
      role="dialog"
      aria-modal
      aria-label={`${draft.title} on paper`}
      data-theme="light"
      data-print={whole ? 'ready' : 'filling'}
      className="print-view"
    >
      <div className="print-bar">
        <Button onClick={onClose}>
          <ArrowLeft aria-hidden size={15} /> Back
        </Button>
        <p role="status" className="text-sm text-muted">
          {whole
            ? `${sheets.length} ${sheets.length === 1 ? 'sheet' : 'sheets'}`
            : `Filling in: ${ready + failed} of ${draft.widgets.length}`}
        </p>
        <Button look="primary" disabled={!whole} onClick={() => window.print()}>
          <Printer aria-hidden size={15} /> Print
        </Button>
      </div>
      {sheets.map((sheet, index) => (
        <section key={sheet.widgets[0]?.id ?? index} className="print-sheet" aria-label={`Sheet ${index + 1}`}>
          <header className="flex items-baseline justify-between gap-6 border-b border-line pb-2">
            <h2 className="min-w-0 truncate text-md font-semibold" dir="auto">
              {draft.title}
            </h2>
            <p className="shrink-0 text-xs text-muted">
              {filters ? `${filters} · ` : ''}
              {formatMoment(now)} · {index + 1} of {sheets.length}
            </p>
          </header>
          <div style={{ height: sheet.rows * ROW_PX + (sheet.rows - 1) * GAP_PX }}>
            <PageGrid page={sheet} shownAs={shownAs} rowPx={ROW_PX} />
          </div>
        </section>
      ))}
    </div>,
    document.body,
  );
}
