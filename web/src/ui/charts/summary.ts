import type { Unit } from '../../gql/graphql.ts';
import { plural } from '../format.ts';
import type { ChartSeries } from './chart-data.ts';
import type { ChartModel } from './model.ts';
import { valueText } from './words.ts';

const NAMED = 4;

/** A chart in one sentence: what it goes over, and for few series where each begins, ends, and is highest. */
export function summaryOf(model: ChartModel, series: readonly ChartSeries[], unit: Unit): string {
  const first = model.stops[0]?.name ?? '';
  const last = model.stops.at(-1)?.name ?? '';
  const over = model.stops.length === 1 ? first : `${plural(model.stops.length, 'value')} from ${first} to ${last}`;
  if (series.length > NAMED) return `${plural(series.length, 'series', 'series')}, ${over}.`;
  const each = series.map(({ label }, row) => {
    const known = (model.rows[row] ?? []).flatMap((point, stop) =>
      point?.y == null ? [] : [{ y: point.y, name: model.stops[stop]?.name ?? '' }],
    );
    if (known.length === 0) return `${label}: no value`;
    const most = known.reduce((best, one) => (one.y > best.y ? one : best));
    const least = known.reduce((best, one) => (one.y < best.y ? one : best));
    const ends = model.kind === 'time' ? `${valueText(known[0]?.y, unit)} to ${valueText(known.at(-1)?.y, unit)}, ` : '';
    return `${label}: ${ends}highest ${valueText(most.y, unit)} (${most.name}), lowest ${valueText(least.y, unit)} (${least.name})`;
  });
  return `${over}. ${each.join('. ')}.`;
}
