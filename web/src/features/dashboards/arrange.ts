import { moveElement, verticalCompactor } from 'react-grid-layout/core';
import type { LayoutItem } from 'react-grid-layout/core';
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
const SIZES: Record<WidgetKind, { min: readonly [w: number, h: number]; usual: readonly [w: number, h: number] }> = {
  KPI: { min: [2, 2], usual: [3, 2] },
  LINE: { min: [3, 3], usual: [6, 5] },
  BAR: { min: [3, 3], usual: [6, 5] },
  TABLE: { min: [3, 3], usual: [6, 5] },
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

/** The widgets as the grid wants them. */
export function gridItems(widgets: readonly Placed[]): LayoutItem[] {
  return widgets.map(({ id, kind, layout: { x, y, w, h } }) => {
    const [minW, minH] = SIZES[kind].min;
    return { i: id, x, y, w, h, minW: Math.min(minW, w), minH: Math.min(minH, h), maxH: MAX_ROWS_OF_A_WIDGET };
  });
}

/** Places out of the grid's items. */
export function placesOf(items: readonly LayoutItem[]): Places {
  return new Map(items.map(({ i, x, y, w, h }) => [i, { x, y, w, h }]));
}

/** Every widget's place once those with nothing above them have moved up, as the grid draws them. */
export function movedUp(widgets: readonly Placed[]): Places {
  return placesOf(verticalCompactor.compact(gridItems(widgets), COLUMNS));
}

function settle(items: readonly LayoutItem[], id: string, to: { x: number; y: number }): LayoutItem[] {
  const copies = items.map((each) => ({ ...each }));
  const item = copies.find((each) => each.i === id);
  if (!item) return copies;
  return [...verticalCompactor.compact(moveElement(copies, item, to.x, to.y, true, false, 'vertical', COLUMNS), COLUMNS)];
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

function afterMove(items: readonly LayoutItem[], item: LayoutItem, { dx, dy }: { dx: number; dy: number }): LayoutItem[] | null {
  if (dx !== 0) {
    const x = clamp(item.x + dx, 0, COLUMNS - item.w);
    return x === item.x ? null : settle(items, item.i, { x, y: item.y });
  }
  // Nothing floats: one row further may fall back to where it was, so look on until it stays somewhere else.
  const farthest = Math.max(0, ...items.map((each) => each.y + each.h));
  for (let y = item.y + dy; y >= 0 && y <= farthest; y += dy) {
    const settled = settle(items, item.i, { x: item.x, y });
    if (settled.find((each) => each.i === item.i)?.y !== item.y) return settled;
  }
  return null;
}

function afterResize(items: readonly LayoutItem[], item: LayoutItem, { dw, dh }: { dw: number; dh: number }): LayoutItem[] | null {
  const w = clamp(item.w + dw, item.minW ?? 1, COLUMNS - item.x);
  const h = clamp(item.h + dh, item.minH ?? 1, MAX_ROWS_OF_A_WIDGET);
  if (w === item.w && h === item.h) return null;
  const resized = items.map((each) => (each.i === item.i ? { ...each, w, h } : each));
  return settle(resized, item.i, { x: item.x, y: item.y });
}

/** Every widget's place after one step of one of them; null when there is no room for the step. */
export function afterStep(widgets: readonly Placed[], id: string, step: Step): Places | null {
  const items = gridItems(widgets);
  const item = items.find((each) => each.i === id);
  if (!item) return null;
  const settled = step.kind === 'move' ? afterMove(items, item, step) : afterResize(items, item, step);
  return settled && placesOf(settled);
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

/** A place in words, counted from one: for whoever does not see it. */
export function placeText({ x, y, w, h }: Place): string {
  return `column ${x + 1}, row ${y + 1}, ${w} ${w === 1 ? 'column' : 'columns'} wide, ${h} ${h === 1 ? 'row' : 'rows'} high`;
}
