import type { WidgetKind } from '../widget.type.ts';
import { COLUMNS, placed } from '../layout.ts';
import { inOrder, type BoardWidget, type Place } from './board.ts';

/** The last row a widget may begin in, and the most rows it may take. */
export const MAX_ROW = 400;
export const MAX_HEIGHT = 40;

const CHART = { least: [3, 3], usual: [6, 5] } as const;
/** The smallest size at which a kind still says something, and the size of one that is added. */
export const SIZES: Readonly<Record<WidgetKind, { least: readonly [w: number, h: number]; usual: readonly [w: number, h: number] }>> = {
  KPI: { least: [2, 2], usual: [3, 2] },
  GAUGE: { least: [2, 2], usual: [3, 2] },
  LINE: CHART,
  AREA: CHART,
  STACKED: CHART,
  BAR: CHART,
  DONUT: CHART,
  FUNNEL: CHART,
  WATERFALL: CHART,
  HEAT_MAP: CHART,
  SCATTER: CHART,
  TABLE: { least: [3, 3], usual: [6, 6] },
  TEXT: { least: [2, 2], usual: [12, 2] },
};

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Whether two places share a cell. */
export function overlap(a: Place, b: Place): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

const samePlace = (a: Place, b: Place): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;

function withinColumns({ x, y, w, h }: Place): Place {
  const width = clamp(w, 1, COLUMNS);
  return { x: clamp(x, 0, COLUMNS - width), y: Math.max(0, y), w: width, h: clamp(h, 1, MAX_HEIGHT) };
}

/** The place as far up as it goes without passing through another; further down where it has no room. */
function fallen(place: Place, others: readonly Place[]): Place {
  const free = (y: number): boolean => !others.some((other) => overlap({ ...place, y }, other));
  let { y } = place;
  while (!free(y)) y += 1;
  while (y > 0 && free(y - 1)) y -= 1;
  return { ...place, y };
}

/** Widgets with new places. */
function withPlaces(widgets: readonly BoardWidget[], places: ReadonlyMap<string, Place>): BoardWidget[] {
  return widgets.map((each) => {
    const layout = places.get(each.key);
    return layout === undefined || samePlace(layout, each.layout) ? each : { ...each, layout };
  });
}

/**
 * Widgets without overlap and without gaps above them: those named first keep their place, the others give way downwards, then all move up.
 * @param first keys of those whose place counts
 */
export function settled(widgets: readonly BoardWidget[], first: readonly string[] = []): BoardWidget[] {
  const rank = (each: BoardWidget): number => (first.includes(each.key) ? 0 : 1);
  const taken: Place[] = [];
  const places = new Map<string, Place>();
  for (const { key, layout } of inOrder(widgets).toSorted((a, b) => rank(a) - rank(b))) {
    const place = withinColumns(layout);
    const free = first.includes(key) && !taken.some((other) => overlap(place, other)) ? place : fallen(place, taken);
    taken.push(free);
    places.set(key, free);
  }
  const above: Place[] = [];
  const lifted = new Map<string, Place>();
  for (const { key, layout } of inOrder(withPlaces(widgets, places))) {
    const place = fallen(layout, above);
    above.push(place);
    lifted.set(key, place);
  }
  return withPlaces(widgets, lifted);
}

/** Those that stand in one row with a widget and fill it, from left to right; null where the row is not so even. */
export function rowOf(widgets: readonly BoardWidget[], key: string): BoardWidget[] | null {
  const one = widgets.find((each) => each.key === key);
  if (one === undefined) return null;
  const touching = inOrder(
    widgets.filter(({ layout }) => layout.y < one.layout.y + one.layout.h && one.layout.y < layout.y + layout.h),
  ).toSorted((a, b) => a.layout.x - b.layout.x);
  const even = touching.every(({ layout }) => layout.y === one.layout.y && layout.h === one.layout.h);
  const width = touching.reduce((sum, { layout }) => sum + layout.w, 0);
  return even && width === COLUMNS ? touching : null;
}

/** Widths for a row, as even as can be, all columns taken. */
export function evenWidths(count: number): number[] {
  return Array.from({ length: count }, (_, at) => Math.floor(((at + 1) * COLUMNS) / count) - Math.floor((at * COLUMNS) / count));
}

/** A row with these widths, from the left. */
export function withWidths(widgets: readonly BoardWidget[], row: readonly BoardWidget[], widths: readonly number[]): BoardWidget[] {
  let x = 0;
  const places = new Map<string, Place>();
  row.forEach(({ key, layout }, at) => {
    const w = widths[at] ?? layout.w;
    places.set(key, { ...layout, x, w });
    x += w;
  });
  return withPlaces(widgets, places);
}

/** Whether widgets stand as they would be placed anew: rows of one kind, without a gap. */
export function isPlaced(widgets: readonly BoardWidget[]): boolean {
  const ordered = inOrder(widgets);
  const layouts = placed(ordered.map(({ kind }) => kind));
  return ordered.every(({ layout }, at) => samePlace(layout, layouts[at] ?? layout));
}

/** Widgets placed anew, in the order they are given. */
export function placedAnew(widgets: readonly BoardWidget[]): BoardWidget[] {
  const layouts = placed(widgets.map(({ kind }) => kind));
  return widgets.map((each, at) => ({ ...each, layout: layouts[at] ?? each.layout }));
}

/** Whether every widget is within the columns and rows, and none covers another. */
export function isValid(widgets: readonly BoardWidget[]): boolean {
  return widgets.every(({ key, layout }, at) => {
    const { x, y, w, h } = layout;
    const inside = [x, y, w, h].every(Number.isInteger) && x >= 0 && w >= 1 && x + w <= COLUMNS && y >= 0 && y <= MAX_ROW && h >= 1;
    return (
      inside && h <= MAX_HEIGHT && widgets.every((other, index) => index <= at || (other.key !== key && !overlap(layout, other.layout)))
    );
  });
}
