import { readingOrder } from './arrange.ts';
import type { Placed } from './arrange.ts';

/** Widgets that are shown together, moved up so that the first row is row 0. */
export interface BoardPage<Widget extends Placed> {
  readonly widgets: readonly Widget[];
  /** Rows it takes. */
  readonly rows: number;
}

/** Bands of widgets that no other widget reaches into: between them a board can be cut. */
function bands<Widget extends Placed>(widgets: readonly Widget[]): Widget[][] {
  const found: Widget[][] = [];
  let end = 0;
  for (const widget of readingOrder(widgets)) {
    const last = found.at(-1);
    if (last && widget.layout.y < end) last.push(widget);
    else found.push([widget]);
    end = Math.max(end, widget.layout.y + widget.layout.h);
  }
  return found;
}

const span = (widgets: readonly Placed[]): [from: number, to: number] => [
  Math.min(...widgets.map(({ layout }) => layout.y)),
  Math.max(...widgets.map(({ layout }) => layout.y + layout.h)),
];

/** A board in pages of at most so many rows, cut only between bands: a widget is whole on one page. A band that is higher is a page of its own. Pure. */
export function pagesOf<Widget extends Placed>(widgets: readonly Widget[], mostRows: number): BoardPage<Widget>[] {
  const pages: Widget[][] = [];
  for (const band of bands(widgets)) {
    const last = pages.at(-1);
    const [from] = last ? span(last) : [0];
    const [, to] = span(band);
    if (last && to - from <= mostRows) last.push(...band);
    else pages.push([...band]);
  }
  return pages.map((page) => {
    const [from, to] = span(page);
    return { rows: to - from, widgets: page.map((each) => ({ ...each, layout: { ...each.layout, y: each.layout.y - from } })) };
  });
}
