import { COLUMNS, readingOrder } from './arrange.ts';
import type { Place, Placed, Places } from './arrange.ts';

/** Widths that fill the columns, in proportion to those that were; none gets less than it had unless the row would not hold. */
function filled(widths: readonly number[]): number[] {
  const sum = widths.reduce((total, w) => total + w, 0);
  const exact = widths.map((w) => (w * COLUMNS) / sum);
  const whole = exact.map(Math.floor);
  const byRest = exact.map((w, index) => ({ index, rest: w - Math.floor(w) })).toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  let left = COLUMNS - whole.reduce((total, w) => total + w, 0);
  for (const { index } of byRest) {
    if (left === 0) break;
    whole[index] = (whole[index] ?? 0) + 1;
    left -= 1;
  }
  return whole;
}

/** Widgets row by row in the order they are given: as many abreast as fit, filling the width, all of a row equally high. Pure. */
export function flowed(widgets: readonly Placed[]): Places {
  const places = new Map<string, Place>();
  let y = 0;
  let row: Placed[] = [];
  const close = () => {
    const widths = filled(row.map(({ layout }) => layout.w));
    const h = Math.max(...row.map(({ layout }) => layout.h));
    let x = 0;
    row.forEach(({ id }, index) => {
      const w = widths[index] ?? 1;
      places.set(id, { x, y, w, h });
      x += w;
    });
    y += h;
    row = [];
  };
  for (const widget of widgets) {
    const number = widget.kind === 'KPI';
    const taken = row.reduce((total, { layout }) => total + layout.w, 0);
    // A number beside a chart would be stretched to its height.
    if (row.length > 0 && (taken + widget.layout.w > COLUMNS || (row[0]?.kind === 'KPI') !== number)) close();
    row.push(widget);
  }
  if (row.length > 0) close();
  return places;
}

/** The layout without gaps and ragged edges, in the order in which the widgets are read. */
export function tidied(widgets: readonly Placed[]): Places {
  return flowed(readingOrder(widgets));
}

/** One widget a place earlier or later in the order in which they are read; null at the ends. Equal sizes just change places. */
export function reordered(widgets: readonly Placed[], id: string, by: -1 | 1): Places | null {
  const order = readingOrder(widgets);
  const at = order.findIndex((each) => each.id === id);
  const [one, other] = [order[at], order[at + by]];
  if (at < 0 || !one || !other) return null;
  const [a, b] = [one.layout, other.layout];
  if (a.w === b.w && a.h === b.h)
    return new Map(widgets.map((each) => [each.id, each.id === id ? b : each.id === other.id ? a : each.layout]));
  const next = order.with(at, other).with(at + by, one);
  return flowed(next);
}
