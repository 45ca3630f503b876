import type { ChartPoint, ChartSeries } from '../../ui/charts/chart-data.ts';
import { formatCell } from '../../ui/format.ts';
import type { Content } from './content.ts';

type Shape = Pick<Content, 'columns' | 'rows' | 'series' | 'breakdown' | 'label'>;
type Column = Content['columns'][number];

const PERIODS: readonly string[] = ['DATE', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', 'DATETIME'];
/** A chart with more series than these is unreadable; the largest are drawn. */
const MOST_SERIES = 12;

const isTime = ({ type }: Column) => PERIODS.includes(type);
const isMeasure = ({ unit }: Column) => unit !== null;

interface Named {
  column: Column;
  at: number;
}

function split({ columns }: Shape): { dimensions: Named[]; measures: Named[] } {
  const all = columns.map((column, at) => ({ column, at }));
  return { dimensions: all.filter(({ column }) => !isMeasure(column)), measures: all.filter(({ column }) => isMeasure(column)) };
}

const numberAt = (row: Content['rows'][number], at: number): number | null => {
  const value: unknown = row?.[at];
  return typeof value === 'number' ? value : null;
};
const textAt = (row: Content['rows'][number], at: number): string => formatCell(row?.[at], null);

/** The first days of the periods that are known, by what the periods are called. */
function startsOf({ series }: Shape): ReadonlyMap<string, string> {
  return new Map(series.map(({ period, start }) => [period, start]));
}

/** The rows along one dimension: a series for each value of the other dimension, or for each measure. */
function along(shape: Shape, x: Named, by: Named | null, measures: readonly Named[]): ChartSeries[] {
  const starts = startsOf(shape);
  const point = (row: Content['rows'][number], at: number): ChartPoint => {
    const name = textAt(row, x.at);
    return { x: starts.get(name) ?? name, name, y: numberAt(row, at) };
  };
  const [first] = measures;
  if (!first) return [];
  if (by === null)
    return measures
      .filter(({ column }) => column.unit === first.column.unit)
      .map(({ column, at }) => ({ key: column.name, label: column.label, points: shape.rows.map((row) => point(row, at)) }));
  const groups = new Map<string, ChartPoint[]>();
  for (const row of shape.rows) {
    const name = textAt(row, by.at);
    groups.set(name, [...(groups.get(name) ?? []), point(row, first.at)]);
  }
  const size = (points: readonly ChartPoint[]) => points.reduce((sum, { y }) => sum + Math.abs(y ?? 0), 0);
  return Array.from(groups, ([label, points]) => ({ key: label, label, points }))
    .toSorted((a, b) => size(b.points) - size(a.points))
    .slice(0, MOST_SERIES);
}

function courseOf({ series, label }: Shape): ChartSeries[] {
  if (series.length === 0) return [];
  return [{ key: 'course', label, points: series.map(({ period, start, value }) => ({ x: start, name: period, y: value })) }];
}

/** Values over time: the answer's own rows when they go by time (by quarter stays by quarter), else its course. Pure. */
export function seriesOf(shape: Shape): ChartSeries[] {
  const { dimensions, measures } = split(shape);
  const time = dimensions.find(({ column }) => isTime(column));
  const others = dimensions.filter((each) => each !== time);
  if (time && others.length <= 1 && measures.length > 0 && shape.rows.length > 1) return along(shape, time, others[0] ?? null, measures);
  return courseOf(shape);
}

/** Two ways to group it, across and down: a series for each value of the second; none where the rows have not two. Pure. */
export function groupedOf(shape: Shape): ChartSeries[] {
  const { dimensions, measures } = split(shape);
  const time = dimensions.find(({ column }) => isTime(column));
  const x = time ?? dimensions[0];
  const by = dimensions.find((each) => each !== x);
  if (dimensions.length !== 2 || !x || !by) return [];
  return along(shape, x, by, measures);
}

/** The parts of a whole: the answer's own rows when they are one split, else its most telling split. Pure. */
export function partsOf(shape: Shape): readonly ChartPoint[] {
  const { dimensions, measures } = split(shape);
  const [dimension] = dimensions;
  const [measure] = measures;
  const shares = new Map(shape.breakdown.map((each) => [each.label, each.share]));
  if (dimensions.length === 1 && dimension && measure && shape.rows.length > 0)
    return shape.rows.map((row) => {
      const name = textAt(row, dimension.at);
      return { x: name, name, y: numberAt(row, measure.at), share: shares.get(name) ?? null };
    });
  if (dimensions.length > 1) return [];
  return shape.breakdown.map(({ label, value, share }) => ({ x: label, name: label, y: value, share }));
}

/** Whether the parts go by time: upright bars then, lying ones for names. */
export function partsOverTime(shape: Shape): boolean {
  const { dimensions } = split(shape);
  return dimensions.length > 0 && dimensions.every(({ column }) => isTime(column));
}

/** Two numbers of each row against one another; empty where rows have not two. Pure. */
export function scatterOf(shape: Shape): readonly ChartPoint[] {
  const { dimensions, measures } = split(shape);
  const [across, up] = measures;
  if (!across || !up) return [];
  return shape.rows.flatMap((row): ChartPoint[] => {
    const x = numberAt(row, across.at);
    const name = dimensions.map(({ at }) => textAt(row, at)).join(', ');
    return x === null ? [] : [{ x, name, y: numberAt(row, up.at) }];
  });
}
