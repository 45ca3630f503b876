import type { WidgetKind } from '../../gql/graphql.ts';

/** The grid of every dashboard, as the graph describes it. */
export const COLUMNS = 12;
export const ROW_PX = 56;
export const GAP_PX = 16;
const MAX_ROWS_OF_A_WIDGET = 40;

/** Where a widget stands, in columns and rows from the top left. */
export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Placed {
  id: string;
  kind: WidgetKind;
  layout: Place;
}

export type Places = ReadonlyMap<string, Place>;

/** The smallest size at which a kind still says something, and the size of a new one. */
const NUMBER = { min: [2, 2], usual: [3, 2] } as const;
const CHART = { min: [3, 3], usual: [6, 5] } as const;
const SIZES: Record<WidgetKind, { min: readonly [w: number, h: number]; usual: readonly [w: number, h: number] }> = {
  KPI: NUMBER,
  GAUGE: { min: [2, 3], usual: [3, 4] },
  LINE: CHART,
  AREA: CHART,
  BAR: CHART,
  STACKED: CHART,
  DONUT: CHART,
  FUNNEL: CHART,
  WATERFALL: CHART,
  HEAT_MAP: CHART,
  SCATTER: CHART,
  TABLE: CHART,
  TEXT: { min: [2, 2], usual: [6, 2] },
};

/** What a key on a widget's handle asks for. */
export type Step = { kind: 'move'; dx: number; dy: number } | { kind: 'resize'; dw: number; dh: number };

const DIRECTIONS: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Arrows move, Shift and arrows resize; null for any other key. */
export function stepOf(key: string, shift: boolean): Step | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  const [across, down] = direction;
  return shift ? { kind: 'resize', dw: across, dh: down } : { kind: 'move', dx: across, dy: down };
}

const across = (a: Place, b: Place) => a.x < b.x + b.w && b.x < a.x + a.w;

/** Everything as far up as it goes, in the given order: what comes first is never pushed by what comes later. */
function stacked(order: readonly { id: string; layout: Place }[]): Places {
  const bottoms = Array.from({ length: COLUMNS }, () => 0);
  return new Map(
    order.map(({ id, layout }) => {
      const { x, w, h } = layout;
      const y = Math.max(0, ...bottoms.slice(x, x + w));
      bottoms.fill(y + h, x, x + w);
      return [id, { x, y, w, h }];
    }),
  );
}

/** Every widget's place once those with nothing above them have moved up; those that overlap make room. */
export function movedUp(widgets: readonly { id: string; layout: Place }[]): Places {
  return stacked(readingOrder(widgets));
}

/**
 * Every widget's place once one of them is put somewhere, and the others make room. Going down it passes those whose middle its lower
 * edge has passed; otherwise it stays above those whose middle is below its upper edge.
 */
export function afterPut(widgets: readonly Placed[], id: string, to: Place): Places {
  const from = widgets.find((each) => each.id === id)?.layout;
  const others = readingOrder(widgets.filter((each) => each.id !== id));
  const down = from !== undefined && to.y > from.y;
  const edge = down ? to.y + to.h : to.y;
  const found = others.findIndex(({ layout }) => across(layout, to) && layout.y + layout.h / 2 > edge - (down ? 0 : 0.01));
  const at = found < 0 ? others.length : found;
  return stacked([...others.slice(0, at), { id, layout: to }, ...others.slice(at)]);
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** A place of a size that a widget of this kind may have, inside the grid. */
export function fitted(kind: WidgetKind, was: Place, { x, y, w, h }: Place): Place {
  const [minW, minH] = SIZES[kind].min;
  const wide = clamp(w, Math.min(minW, was.w), COLUMNS);
  const high = clamp(h, Math.min(minH, was.h), MAX_ROWS_OF_A_WIDGET);
  return { x: clamp(x, 0, COLUMNS - wide), y: Math.max(0, y), w: wide, h: high };
}

function afterMove(widgets: readonly Placed[], { id, layout }: Placed, { dx, dy }: { dx: number; dy: number }): Places | null {
  if (dx !== 0) {
    const x = clamp(layout.x + dx, 0, COLUMNS - layout.w);
    return x === layout.x ? null : afterPut(widgets, id, { ...layout, x });
  }
  // Nothing floats: one row further may fall back to where it was, so look on until it stays somewhere else.
  const farthest = Math.max(0, ...widgets.map((each) => each.layout.y + each.layout.h));
  for (let y = layout.y + dy; y >= 0 && y <= farthest; y += dy) {
    const settled = afterPut(widgets, id, { ...layout, y });
    if (settled.get(id)?.y !== layout.y) return settled;
  }
  return null;
}

/** Every widget's place after one step of one of them; null when there is no room for the step. */
export function afterStep(widgets: readonly Placed[], id: string, step: Step): Places | null {
  const widget = widgets.find((each) => each.id === id);
  if (!widget) return null;
  if (step.kind === 'move') return afterMove(widgets, widget, step);
  const { layout, kind } = widget;
  const wanted = { ...layout, w: Math.min(layout.w + step.dw, COLUMNS - layout.x), h: layout.h + step.dh };
  const to = fitted(kind, layout, wanted);
  return to.w === layout.w && to.h === layout.h ? null : afterPut(widgets, id, to);
}

/** Left to right, top to bottom: the order in which they are read. */
export function readingOrder<Widget extends { layout: Place }>(widgets: readonly Widget[]): Widget[] {
  return widgets.toSorted((a, b) => a.layout.y - b.layout.y || a.layout.x - b.layout.x);
}

const overlap = (a: Place, b: Place) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Where a new widget of a kind goes: the first gap that holds it at its usual size, else a row of its own at the end. */
export function placeFor(kind: WidgetKind, widgets: readonly { layout: Place }[]): Place {
  const [w, h] = SIZES[kind].usual;
  const end = Math.max(0, ...widgets.map(({ layout }) => layout.y + layout.h));
  for (let y = 0; y < end; y++)
    for (let x = 0; x + w <= COLUMNS; x++) {
      const place = { x, y, w, h };
      if (!widgets.some(({ layout }) => overlap(layout, place))) return place;
    }
  return { x: 0, y: end, w, h };
}

/** Where a copy of a widget goes: the first gap right of it in its rows, else below it; what is there makes room. */
export function placeBeside({ x, y, w, h }: Place, widgets: readonly { layout: Place }[]): Place {
  for (let at = x + w; at + w <= COLUMNS; at++) {
    const place = { x: at, y, w, h };
    if (!widgets.some(({ layout }) => overlap(layout, place))) return place;
  }
  return { x, y: y + h, w, h };
}

/** A place in words, counted from one: for whoever does not see it. */
export function placeText({ x, y, w, h }: Place): string {
  return `column ${x + 1}, row ${y + 1}, ${w} ${w === 1 ? 'column' : 'columns'} wide, ${h} ${h === 1 ? 'row' : 'rows'} high`;
}
