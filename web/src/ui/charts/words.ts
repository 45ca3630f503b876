import type { Unit } from '../../gql/graphql.ts';
import { formatChange, formatPercent, formatValue } from '../format.ts';
import type { ChartPoint } from './chart-data.ts';
import type { Geometry } from './geometry.ts';
import type { Place } from './moved.ts';
import type { Tip } from './tooltip.tsx';

const STANDINGS = { actual: null, forecast: 'forecast', unfinished: 'not over yet' } as const;

/** A value as people read it; a dash where there is none. */
export function valueText(value: number | null | undefined, unit: Unit): string {
  return value == null || !Number.isFinite(value) ? '–' : formatValue(value, unit);
}

function extraOf(point: ChartPoint | null, unit: Unit): string[] {
  if (!point) return [];
  const { share, low, high, standing = 'actual' } = point;
  const said = STANDINGS[standing];
  return [
    ...(share == null ? [] : [formatPercent(share, 1)]),
    ...(low == null || high == null ? [] : [`${valueText(low, unit)} – ${valueText(high, unit)}`]),
    ...(said ? [said] : []),
  ];
}

/** Everything that stands at one stop of a chart along an axis. */
export function tipOf(geometry: Pick<Geometry, 'model' | 'shown'>, unit: Unit, stacked: 'no' | 'sum' | 'whole') {
  return ({ stop }: Place): Tip => {
    const { model, shown } = geometry;
    const points = shown.map(({ order }) => model.rows[order]?.[stop] ?? null);
    const sum = points.reduce((total, point) => total + (point?.y ?? 0), 0);
    const sizes = points.reduce((total, point) => total + Math.abs(point?.y ?? 0), 0);
    const before = shown.length === 1 && model.kind === 'time' ? (model.rows[shown[0]?.order ?? 0]?.[stop - 1]?.y ?? null) : null;
    const rows = shown.map(({ key, label, look }, row) => {
      const point = points[row] ?? null;
      const extra = extraOf(point, unit);
      if (stacked === 'whole' && point?.y != null && sizes > 0) extra.unshift(formatPercent(point.y / sizes, 1));
      if (before && point?.y != null && extra.length === 0 && unit !== 'PERCENT')
        extra.push(formatChange((point.y - before) / Math.abs(before)));
      return { key, look, label, value: valueText(point?.y, unit), ...(extra.length > 0 ? { extra: extra.join(' · ') } : {}) };
    });
    const total = stacked !== 'no' && shown.length > 1 ? [{ key: 'total', look: null, label: 'Total', value: valueText(sum, unit) }] : [];
    return {
      head: model.stops[stop]?.name ?? '',
      rows: [...rows, ...total],
      notes: points.flatMap((point) => (point?.note ? [point.note] : [])),
    };
  };
}

/** One point aloud: "Mar 2025: Revenue 1,204, not over yet". */
export function sayOf(geometry: Pick<Geometry, 'model' | 'shown'>, unit: Unit) {
  return ({ stop, row }: Place): string => {
    const { model, shown } = geometry;
    const series = shown[row];
    const point = series ? (model.rows[series.order]?.[stop] ?? null) : null;
    const value = point?.y == null ? 'no value' : valueText(point.y, unit);
    return [
      `${model.stops[stop]?.name}: ${shown.length > 1 ? `${series?.label} ` : ''}${value}`,
      ...extraOf(point, unit),
      ...(point?.note ? [point.note] : []),
    ].join(', ');
  };
}
