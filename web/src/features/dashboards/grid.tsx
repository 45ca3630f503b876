import { useState } from 'react';
import type { Ref } from 'react';
import { GridLayout, useContainerWidth } from 'react-grid-layout';
import type { Persona } from '../../gql/graphql.ts';
import { COLUMNS, GAP_PX, gridItems, placesOf, readingOrder, ROW_PX } from './arrange.ts';
import type { Places } from './arrange.ts';
import './dashboards.css';
import type { DraftWidget } from './editing.ts';
import { WidgetCard } from './widget-card.tsx';
import type { WidgetActions } from './widget-card.tsx';

/** Narrower than this, widgets stand in one column. */
const ONE_COLUMN_BELOW_PX = 720;
/** Least rows in one column, so that charts have room. */
const LEAST_ROWS = { KPI: 2, LINE: 4, BAR: 4, TABLE: 4, TEXT: 2 } as const;

const GRID = { cols: COLUMNS, rowHeight: ROW_PX, margin: [GAP_PX, GAP_PX], containerPadding: [0, 0] } as const;
const DRAG = { handle: '.widget-handle', threshold: 3 } as const;
const RESIZE = {
  handles: ['se'],
  handleComponent: (_axis: string, ref: Ref<HTMLElement>) => <span ref={ref} aria-hidden className="widget-corner" />,
} as const;

interface GridProps {
  widgets: readonly DraftWidget[];
  persona: Persona | null;
  actions: WidgetActions;
  onArrange: (places: Places) => void;
}

/** The widgets on their grid of twelve columns; drawn once the width is known, so that nothing jumps. */
export function Grid({ widgets, persona, actions, onArrange }: GridProps) {
  const { width, mounted, containerRef } = useContainerWidth();
  // Measured while nothing is laid out, a width of 0 means nothing.
  const narrow = mounted && width > 0 && width < ONE_COLUMN_BELOW_PX;
  const [ordered, putInOrder] = useReadingOrder(widgets);
  return (
    <div
      ref={containerRef}
      data-grid={narrow ? 'one-column' : 'columns'}
      onBlur={(event) => (event.currentTarget.contains(event.relatedTarget) ? undefined : putInOrder())}
    >
      {mounted && narrow ? (
        <div className="grid gap-4">
          {ordered.map((widget) => (
            <div key={widget.id} style={{ height: heightOf(Math.max(widget.layout.h, LEAST_ROWS[widget.kind])) }}>
              <WidgetCard widget={widget} persona={persona} movable={false} actions={actions} />
            </div>
          ))}
        </div>
      ) : null}
      {mounted && !narrow ? (
        <GridLayout
          width={width}
          layout={gridItems(widgets)}
          gridConfig={GRID}
          dragConfig={DRAG}
          resizeConfig={RESIZE}
          onDragStop={(layout) => onArrange(placesOf(layout))}
          onResizeStop={(layout) => onArrange(placesOf(layout))}
        >
          {ordered.map((widget) => (
            <div key={widget.id}>
              <WidgetCard widget={widget} persona={persona} movable actions={actions} />
            </div>
          ))}
        </GridLayout>
      ) : null}
    </div>
  );
}

/** The height of so many rows with the gaps between them, in pixels. */
function heightOf(rows: number): number {
  return rows * ROW_PX + (rows - 1) * GAP_PX;
}

const idsInOrder = (widgets: readonly DraftWidget[]) => readingOrder(widgets).map((each) => each.id);

/**
 * The widgets in reading order, for Tab and for screen readers, and how to put them in that order anew. It stays as it is
 * while the focus is among them: an element that moves in the document would lose the focus with every arrow key.
 */
function useReadingOrder(widgets: readonly DraftWidget[]): [DraftWidget[], () => void] {
  const [ids, setIds] = useState(() => idsInOrder(widgets));
  const place = new Map(ids.map((id, index) => [id, index]));
  const ordered = widgets.toSorted((a, b) => (place.get(a.id) ?? ids.length) - (place.get(b.id) ?? ids.length));
  return [ordered, () => setIds(idsInOrder(widgets))];
}
