import type { ChartWish } from '../compose/wishes.ts';
import type { QueryPlan } from '../plan/query-plan.ts';

/** Which columns of a table go where in its chart. */
export interface EncodingFacts {
  x: number | null;
  series: number | null;
  values: number[];
}

/** Where the columns of the table of a plan (its groups, then its numbers) stand in a chart. */
export function encodingOf({ shape, groupBy, measures }: QueryPlan, chart: ChartWish, columns: number): EncodingFacts {
  // A table of its own (drivers, a forecast) says what it has by its columns.
  if (shape === 'list' || columns < groupBy.length + measures.length) return { x: null, series: null, values: [] };
  const [first, second] = groupBy;
  const values = measures.map((_, index) => groupBy.length + index);
  if (first === undefined) return { x: null, series: null, values };
  const [one, other] = values;
  if (chart === 'SCATTER' && one !== undefined && other !== undefined) return { x: one, series: 0, values: [other] };
  if (second === undefined) return { x: 0, series: null, values };
  // Time runs along the axis, whichever was said first.
  return first.grain === null && second.grain !== null ? { x: 1, series: 0, values } : { x: 0, series: 1, values };
}
