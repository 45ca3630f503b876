import type { ChartPoint, ChartSeries, ChartX } from './chart-data.ts';
import { grainOf, momentName, momentOf, momentParts, nameParts } from './moments.ts';
import type { Grain } from './moments.ts';

/** One place along the axis, at which every series may have a point. */
export interface Stop {
  x: ChartX;
  /** Where it stands on the axis: milliseconds, the number itself, or its place in the order of names. */
  at: number;
  name: string;
  /** The name in two parts, the second of which neighbours share. */
  parts: readonly [string, string];
}

/** Series laid onto one axis. */
export interface ChartModel {
  kind: 'time' | 'number' | 'name';
  /** How far apart moments stand; null for other axes, and where the moments have names of their own. */
  grain: Grain | null;
  stops: readonly Stop[];
  /** For each series its points, one for each stop. */
  rows: readonly (readonly (ChartPoint | null)[])[];
}

function kindOf(points: readonly ChartPoint[]): ChartModel['kind'] {
  if (points.length === 0) return 'name';
  if (points.every(({ x }) => typeof x === 'number')) return 'number';
  return points.every(({ x }) => typeof x === 'string' && momentOf(x) !== null) ? 'time' : 'name';
}

/** Lays series onto one axis: moments and numbers in rising order, names in the order they first come. Of two points at one place the later one holds. */
export function modelOf(series: readonly ChartSeries[]): ChartModel {
  const points = series.flatMap((each) => each.points);
  const kind = kindOf(points);
  const first = new Map<ChartX, ChartPoint>();
  for (const point of points) {
    const known = first.get(point.x);
    if (known === undefined || (known.name === undefined && point.name !== undefined)) first.set(point.x, point);
  }
  const place = (x: ChartX, order: number) => (kind === 'number' ? Number(x) : kind === 'time' ? (momentOf(String(x)) ?? 0) : order);
  const placed = Array.from(first.values(), (point, order) => ({ point, at: place(point.x, order) }));
  if (kind !== 'name') placed.sort((one, other) => one.at - other.at);
  const grain = kind === 'time' ? grainOf(placed.map(({ at }) => at)) : null;
  const stops = placed.map(({ point, at }): Stop => {
    const name = point.name ?? (grain ? momentName(at, grain) : String(point.x));
    return { x: point.x, at, name, parts: point.name === undefined && grain ? momentParts(at, grain) : nameParts(name) };
  });
  const rows = series.map((each) => {
    const byX = new Map(each.points.map((point) => [point.x, point]));
    return stops.map(({ x }) => byX.get(x) ?? null);
  });
  return { kind, grain: placed.some(({ point }) => point.name !== undefined) ? null : grain, stops, rows };
}

/** The part of a model from one stop to another, both in it. */
export function windowOf(model: ChartModel, from: number, to: number): ChartModel {
  return { ...model, stops: model.stops.slice(from, to + 1), rows: model.rows.map((row) => row.slice(from, to + 1)) };
}

/** The stop nearest to a place on the axis, by halving; 0 when there is none. */
export function nearestStop(places: readonly number[], at: number): number {
  let low = 0;
  let high = places.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return Math.abs((places[high] ?? 0) - at) < Math.abs((places[low] ?? 0) - at) ? Math.max(0, high) : low;
}

/** Whether there is any value to draw. */
export function hasValues(series: readonly ChartSeries[]): boolean {
  return series.some(({ points }) => points.some(({ y }) => y !== null && Number.isFinite(y)));
}
