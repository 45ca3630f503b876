import type { WidgetKind } from '../widget.type.ts';
import { COLUMNS } from '../layout.ts';
import { evenWidths, isPlaced, MAX_HEIGHT, overlap, placedAnew, rowOf, settled, SIZES, withWidths } from './arrange.ts';
import { inOrder, type BoardWidget, type Place } from './board.ts';

const bottomOf = (widgets: readonly BoardWidget[]): number => Math.max(0, ...widgets.map(({ layout }) => layout.y + layout.h));

/** The first gap that holds a new widget of a kind at its usual size, else a row at the end. */
function gapFor(kind: WidgetKind, widgets: readonly BoardWidget[]): Place {
  const [w, h] = SIZES[kind].usual;
  const end = bottomOf(widgets);
  for (let y = 0; y < end; y += 1)
    for (let x = 0; x + w <= COLUMNS; x += 1) {
      const place = { x, y, w, h };
      if (!widgets.some(({ layout }) => overlap(layout, place))) return place;
    }
  return { x: 0, y: end, w, h };
}

/** One more widget: among its kind where the dashboard still stands as it was made, else where there is room. */
export function added(widgets: readonly BoardWidget[], widget: BoardWidget): BoardWidget[] {
  if (isPlaced(widgets)) return placedAnew([...inOrder(widgets), widget]);
  return settled([...widgets, { ...widget, layout: gapFor(widget.kind, widgets) }]);
}

/** Without these; those that stood beside them take their room. */
export function removed(widgets: readonly BoardWidget[], keys: readonly string[]): BoardWidget[] {
  if (isPlaced(widgets)) return placedAnew(inOrder(widgets).filter(({ key }) => !keys.includes(key)));
  let rest = [...widgets];
  for (const key of keys) {
    const row = rowOf(rest, key)?.filter((each) => each.key !== key) ?? [];
    rest = rest.filter((each) => each.key !== key);
    if (row.length > 0) rest = withWidths(rest, row, evenWidths(row.length));
  }
  return settled(rest);
}

/** Widgets after some have changed their kind: placed anew where the dashboard still stands as it was made. */
export function rekinded(before: readonly BoardWidget[], after: readonly BoardWidget[]): BoardWidget[] {
  if (isPlaced(before)) return placedAnew(inOrder(after));
  const grown = after.map((each) => {
    const [w, h] = SIZES[each.kind].least;
    return { ...each, layout: { ...each.layout, w: Math.max(w, each.layout.w), h: Math.max(h, each.layout.h) } };
  });
  return settled(grown);
}

/** How a size changes: by steps, or to a share of all columns. */
export interface Resize {
  width: 'more' | 'less' | 'full' | 'half' | 'third' | 'quarter' | 'keep';
  height: 'more' | 'less' | 'keep';
}
const SHARES = { full: COLUMNS, half: COLUMNS / 2, third: COLUMNS / 3, quarter: COLUMNS / 4 } as const;
/** Columns one step wider or narrower. */
const WIDTH_STEP = 3;

function wantedSize({ kind, layout }: BoardWidget, { width, height }: Resize): { w: number; h: number } {
  const [leastW, leastH] = SIZES[kind].least;
  const step = kind === 'KPI' ? 1 : 2;
  const w =
    width === 'keep' ? layout.w : width === 'more' ? layout.w + WIDTH_STEP : width === 'less' ? layout.w - WIDTH_STEP : SHARES[width];
  const h = height === 'keep' ? layout.h : height === 'more' ? layout.h + step : layout.h - step;
  return {
    w: Math.min(COLUMNS, Math.max(Math.min(leastW, layout.w), w)),
    h: Math.min(MAX_HEIGHT, Math.max(Math.min(leastH, layout.h), h)),
  };
}

/** Shares of a row's rest among the others, each as even as can be and never below its least; null when they do not fit. */
function shared(others: readonly BoardWidget[], rest: number): number[] | null {
  if (others.length === 0) return rest === 0 ? [] : null;
  const least = others.map(({ kind, layout }) => Math.min(SIZES[kind].least[0], layout.w));
  if (rest < least.reduce((sum, each) => sum + each, 0)) return null;
  const widths = others.map((_, at) => Math.floor(((at + 1) * rest) / others.length) - Math.floor((at * rest) / others.length));
  return widths.every((each, at) => each >= (least[at] ?? 1)) ? widths : null;
}

/** A widget in another size: those in its row give or take the room where they can, else it stands over what is below. */
export function resized(widgets: readonly BoardWidget[], key: string, resize: Resize): BoardWidget[] {
  const one = widgets.find((each) => each.key === key);
  if (one === undefined) return [...widgets];
  const { w, h } = wantedSize(one, resize);
  const row = rowOf(widgets, key);
  const others =
    row === null
      ? null
      : shared(
          row.filter((each) => each.key !== key),
          COLUMNS - w,
        );
  if (row !== null && others !== null) {
    const waiting = [...others];
    const widened = withWidths(
      widgets,
      row,
      row.map((each) => (each.key === key ? w : (waiting.shift() ?? each.layout.w))),
    );
    // The whole row is as high as its highest: no holes beside it.
    const keys = new Set(row.map((each) => each.key));
    return settled(
      widened.map((each) => (keys.has(each.key) ? { ...each, layout: { ...each.layout, h } } : each)),
      [...keys],
    );
  }
  const x = Math.min(one.layout.x, COLUMNS - w);
  return settled(
    widgets.map((each) => (each.key === key ? { ...each, layout: { ...each.layout, x, w, h } } : each)),
    [key],
  );
}

/** Two widgets in each other's places. */
export function swapped(widgets: readonly BoardWidget[], one: string, other: string): BoardWidget[] {
  const places = new Map(widgets.map(({ key, layout }) => [key, layout]));
  const [a, b] = [places.get(one), places.get(other)];
  if (a === undefined || b === undefined) return [...widgets];
  return settled(widgets.map((each) => (each.key === one ? { ...each, layout: b } : each.key === other ? { ...each, layout: a } : each)));
}

/** A widget in a row of its own, above the row that begins at `y`. */
export function ownRow(widgets: readonly BoardWidget[], key: string, y: number): BoardWidget[] {
  const one = widgets.find((each) => each.key === key);
  if (one === undefined) return [...widgets];
  const left = removedKeeping(widgets, key);
  const layout = { ...one.layout, x: 0, y, w: COLUMNS };
  const lowered = left.map((each) => (each.layout.y >= y ? { ...each, layout: { ...each.layout, y: each.layout.y + layout.h } } : each));
  return settled([...lowered, { ...one, layout }], [key]);
}

/** The others, those beside the removed one in its room, at the heights they had. */
function removedKeeping(widgets: readonly BoardWidget[], key: string): BoardWidget[] {
  const row = rowOf(widgets, key)?.filter((each) => each.key !== key) ?? [];
  const rest = widgets.filter((each) => each.key !== key);
  return row.length === 0 ? rest : withWidths(rest, row, evenWidths(row.length));
}

/** A widget beside another: they share its place, or the row makes room. */
export function beside(widgets: readonly BoardWidget[], key: string, other: string, side: 'left' | 'right'): BoardWidget[] {
  const left = removedKeeping(widgets, key);
  const [one, next] = [widgets.find((each) => each.key === key), left.find((each) => each.key === other)];
  if (one === undefined || next === undefined) return [...widgets];
  const row = rowOf(left, other) ?? [next];
  const at = row.findIndex((each) => each.key === other) + (side === 'right' ? 1 : 0);
  const together = row.toSpliced(at, 0, { ...one, layout: { ...one.layout, y: next.layout.y, h: next.layout.h } });
  const fits = evenWidths(together.length).every((w) => w >= 2);
  if (!fits) return swapped(widgets, key, other);
  const keys = together.map((each) => each.key);
  const all = [...left, ...together.filter((each) => each.key === key)];
  return settled(withWidths(all, together, evenWidths(together.length)), rowOf(left, other) === null ? [other] : keys);
}
