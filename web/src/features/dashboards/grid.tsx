import { useEffect, useMemo, useState } from 'react';
import type { WidgetKind } from '../../gql/graphql.ts';
import { useSize } from '../../ui/use-size.ts';
import { COLUMNS, GAP_PX, readingOrder, ROW_PX } from './arrange.ts';
import type { Place, Places } from './arrange.ts';
import './dashboards.css';
import type { DraftWidget } from './draft.ts';
import { useGesture } from './use-gesture.ts';
import { useScreen } from './use-screen.ts';
import { WidgetCard } from './widget-card.tsx';
import type { CardActions } from './widget-card.tsx';

/** Narrower than this, widgets stand in one column. */
const ONE_COLUMN_BELOW_PX = 720;
/** Least rows in one column, so that charts have room. */
const LEAST_ROWS: Partial<Record<WidgetKind, number>> = { KPI: 2, TEXT: 2 };
const LEAST_CHART_ROWS = 4;
/** Boards with no more widgets than these are drawn whole. */
const FEW = 40;
const ROW_STEP_PX = ROW_PX + GAP_PX;

interface GridProps {
  widgets: readonly DraftWidget[];
  /** What is shown instead of a widget: the same with what was picked elsewhere. */
  shownAs: ReadonlyMap<string, DraftWidget>;
  actions: CardActions;
  onArrange: (places: Places, about: string) => void;
}

/** All in one column, in reading order, each as high as it has to be. */
function oneColumn(widgets: readonly DraftWidget[]): Places {
  let y = 0;
  const places = new Map<string, Place>();
  for (const { id, kind, layout } of readingOrder(widgets)) {
    const h = Math.max(layout.h, LEAST_ROWS[kind] ?? LEAST_CHART_ROWS);
    places.set(id, { x: 0, y, w: COLUMNS, h });
    y += h;
  }
  return places;
}

/** The widgets on their grid of twelve columns, in one column where it is narrow; of many only those near the screen are there. */
export function Grid({ widgets, shownAs, actions, onArrange }: GridProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const narrow = width > 0 && width < ONE_COLUMN_BELOW_PX;
  const columnPx = (width + GAP_PX) / COLUMNS;
  const gesture = useGesture({ frame, widgets, columnPx, rowPx: ROW_STEP_PX, onArrange, say: actions.say });
  const standing = useMemo(() => (narrow ? oneColumn(widgets) : new Map(widgets.map(({ id, layout }) => [id, layout]))), [narrow, widgets]);
  const places = narrow ? standing : (gesture.now?.places ?? standing);
  const ordered = useSteadyOrder(widgets, frame);
  const screen = useScreen(frame, widgets.length > FEW);
  const near = ({ y, h }: Place) => screen === null || ((y + h) * ROW_STEP_PX >= screen.from && y * ROW_STEP_PX <= screen.to);
  const rows = Math.max(0, ...Array.from(places.values(), ({ y, h }) => y + h));
  const boxOf = ({ x, y, w, h }: Place) => ({
    transform: `translate(${Math.round(x * columnPx)}px, ${y * ROW_STEP_PX}px)`,
    width: Math.round(w * columnPx) - GAP_PX,
    height: h * ROW_STEP_PX - GAP_PX,
  });
  const taken = narrow ? null : gesture.now;
  return (
    <div
      ref={frame}
      className="board-grid"
      data-grid={narrow ? 'one-column' : 'columns'}
      style={{ height: Math.max(0, rows * ROW_STEP_PX - GAP_PX) }}
      onPointerDown={narrow ? undefined : gesture.onPointerDown}
    >
      {width > 0
        ? ordered.map((widget) => {
            const { id } = widget;
            const place = places.get(id);
            const held = taken?.id === id;
            if (!place || !(held || near(place))) return null;
            return (
              <div
                key={id}
                className={held ? 'board-box held' : 'board-box'}
                data-box={id}
                style={held && taken ? taken.box : boxOf(place)}
              >
                <WidgetCard widget={widget} shown={shownAs.get(id) ?? widget} moves={narrow ? 'column' : 'grid'} actions={actions} />
                {narrow ? null : <span aria-hidden className="widget-corner" data-widget-corner={id} />}
              </div>
            );
          })
        : null}
      {taken ? <div className="board-gap" style={boxOf(places.get(taken.id) ?? { x: 0, y: 0, w: 1, h: 1 })} /> : null}
    </div>
  );
}

/**
 * The widgets in reading order, for Tab and for screen readers. It stays as it is while the focus is among them: an element that
 * moves in the document would lose the focus with every arrow key.
 */
function useSteadyOrder(widgets: readonly DraftWidget[], frame: { current: HTMLElement | null }): readonly DraftWidget[] {
  const [ids, setIds] = useState<readonly string[]>(() => readingOrder(widgets).map(({ id }) => id));
  useEffect(() => {
    const grid = frame.current;
    const putInOrder = () =>
      setIds((now) => {
        const next = readingOrder(widgets).map(({ id }) => id);
        return next.length === now.length && next.every((id, at) => id === now[at]) ? now : next;
      });
    const onLeave = (event: FocusEvent) => {
      if (!(event.relatedTarget instanceof Node && grid?.contains(event.relatedTarget))) putInOrder();
    };
    if (!grid?.contains(document.activeElement)) putInOrder();
    grid?.addEventListener('focusout', onLeave);
    return () => grid?.removeEventListener('focusout', onLeave);
  }, [widgets, frame]);
  return useMemo(() => {
    const place = new Map(ids.map((id, index) => [id, index]));
    return widgets.toSorted((a, b) => (place.get(a.id) ?? ids.length) - (place.get(b.id) ?? ids.length));
  }, [widgets, ids]);
}
