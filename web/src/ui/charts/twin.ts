import type { Unit } from '../../gql/graphql.ts';
import type { ChartSeries } from './chart-data.ts';
import type { ChartModel } from './model.ts';

/** What a chart draws, as a table: the first column names the row. */
export interface Twin {
  head: readonly { name: string; unit: Unit | null }[];
  rows: readonly (readonly (string | number | null)[])[];
}

const AXIS_NAMES = { time: 'Period', number: 'At', name: 'Name' } as const;

/** The table of series along an axis: a row for each stop, a column for each series, and columns for bounds, shares and remarks where there are any. */
export function twinOf(model: ChartModel, series: readonly ChartSeries[], unit: Unit): Twin {
  const has = (row: number, key: 'low' | 'high' | 'share' | 'note') => (model.rows[row] ?? []).some((point) => point?.[key] != null);
  const columns = series.flatMap(({ label }, row) => {
    const name = (what: string) => (series.length > 1 ? `${label}: ${what}` : what.charAt(0).toUpperCase() + what.slice(1));
    const more = (key: 'low' | 'high' | 'share' | 'note', what: string, its: Unit | null) =>
      has(row, key) ? [{ head: { name: name(what), unit: its }, cell: (stop: number) => model.rows[row]?.[stop]?.[key] ?? null }] : [];
    return [
      { head: { name: label, unit }, cell: (stop: number) => model.rows[row]?.[stop]?.y ?? null },
      ...more('low', 'at least', unit),
      ...more('high', 'at most', unit),
      ...more('share', 'share', 'PERCENT'),
      ...((model.rows[row] ?? []).some((point) => point?.standing !== undefined && point.standing !== 'actual')
        ? [{ head: { name: name('standing'), unit: null }, cell: (stop: number) => model.rows[row]?.[stop]?.standing ?? 'actual' }]
        : []),
      ...more('note', 'remark', null),
    ];
  });
  return {
    head: [{ name: AXIS_NAMES[model.kind], unit: null }, ...columns.map(({ head }) => head)],
    rows: model.stops.map(({ name }, stop) => [name, ...columns.map(({ cell }) => cell(stop))]),
  };
}
