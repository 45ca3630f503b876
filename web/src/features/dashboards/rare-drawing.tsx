import { useMemo } from 'react';
import type { Unit, WidgetKind } from '../../gql/graphql.ts';
import type { ChartProps, ChartSeries } from '../../ui/charts/chart-data.ts';
import { Funnel } from '../../ui/charts/funnel.tsx';
import { Gauge } from '../../ui/charts/gauge.tsx';
import { HeatMap } from '../../ui/charts/heat-map.tsx';
import { Scatter } from '../../ui/charts/scatter.tsx';
import { Waterfall } from '../../ui/charts/waterfall.tsx';
import type { Content } from './content.ts';

const ALL = [0, 1] as const;

interface RareDrawingProps {
  kind: WidgetKind;
  content: Content;
  shared: ChartProps;
}

/** What goes across and up in a cloud of points: the first two numbers of the rows. */
function axesOf({ columns }: Content): { across: { label: string; unit: Unit }; up: { label: string; unit: Unit } } {
  const [across, up] = columns.flatMap(({ label, unit }) => (unit === null ? [] : [{ label, unit }]));
  const none = { label: '', unit: 'NUMBER' } as const;
  return { across: across ?? none, up: up ?? none };
}

/** The steps of a waterfall and, where they come to what the whole is, the whole behind them. */
function withWhole(series: readonly ChartSeries[], { value, label }: Content): readonly ChartSeries[] {
  const [first] = series;
  if (!first) return series;
  const sum = first.points.reduce((total, { y }) => total + (y ?? 0), 0);
  const whole = value !== null && Math.abs(sum - value) <= Math.abs(value) / 1_000 ? value : sum;
  return [{ ...first, points: [...first.points, { x: 'whole', name: label, y: whole, level: true }] }];
}

/** Kinds of charts that few boards have; their code comes with the first one. */
export default function RareDrawing({ kind, content, shared }: RareDrawingProps) {
  const series = useMemo(() => (kind === 'WATERFALL' ? withWhole(shared.series, content) : shared.series), [kind, shared.series, content]);
  switch (kind) {
    case 'FUNNEL':
      return <Funnel {...shared} />;
    case 'WATERFALL':
      return <Waterfall {...shared} series={series} />;
    case 'HEAT_MAP':
      return <HeatMap {...shared} />;
    case 'SCATTER': {
      const { across, up } = axesOf(content);
      return <Scatter {...shared} unit={up.unit} across={across} up={up.label} />;
    }
    default: {
      const { onSelect: _, selected: __, ...rest } = shared;
      return <Gauge {...rest} range={ALL} />;
    }
  }
}
