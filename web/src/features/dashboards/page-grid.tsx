import { COLUMNS } from './arrange.ts';
import type { BoardPage } from './board-page.ts';
import type { DraftWidget } from './draft.ts';
import { WidgetCard } from './widget-card.tsx';

interface PageGridProps {
  page: BoardPage<DraftWidget>;
  shownAs: ReadonlyMap<string, DraftWidget>;
  /** Height of a row; left out, the rows share the height of the box. */
  rowPx?: number;
}

/** A page of a board that stands still: for a wall or for paper. */
export function PageGrid({ page: { widgets, rows }, shownAs, rowPx }: PageGridProps) {
  return (
    <div
      className="grid h-full gap-4"
      style={{
        gridTemplateColumns: `repeat(${COLUMNS}, minmax(0, 1fr))`,
        gridTemplateRows: `repeat(${rows}, ${rowPx === undefined ? 'minmax(0, 1fr)' : `${rowPx}px`})`,
      }}
    >
      {widgets.map((widget) => {
        const { x, y, w, h } = widget.layout;
        return (
          <div key={widget.id} className="min-h-0 min-w-0" style={{ gridColumn: `${x + 1} / span ${w}`, gridRow: `${y + 1} / span ${h}` }}>
            <WidgetCard widget={widget} shown={shownAs.get(widget.id) ?? widget} moves="none" actions={null} />
          </div>
        );
      })}
    </div>
  );
}
