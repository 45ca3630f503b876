import { lazy, Suspense, useMemo } from 'react';
import type { WidgetKind } from '../../gql/graphql.ts';
import { BarChart, StackedBars } from '../../ui/charts/bar-chart.tsx';
import type { ChartMark, ChartPoint, ChartSeries } from '../../ui/charts/chart-data.ts';
import { Donut } from '../../ui/charts/donut.tsx';
import { AreaChart, LineChart } from '../../ui/charts/line-chart.tsx';
import { useBoard } from './board-context.ts';
import type { Content } from './content.ts';
import { groupedOf, partsOf, partsOverTime, scatterOf, seriesOf } from './chart-series.ts';
import { useCrosshair } from './crosshair.tsx';

const RareDrawing = lazy(() => import('./rare-drawing.tsx'));

interface DrawingProps {
  content: Content;
  kind: WidgetKind;
  title: string;
  id: string;
}

function dataFor(kind: WidgetKind, content: Content): readonly ChartSeries[] {
  const grouped = groupedOf(content);
  const one = (points: readonly ChartPoint[]): ChartSeries[] => [{ key: 'value', label: content.label, points }];
  switch (kind) {
    case 'LINE':
    case 'AREA':
      return seriesOf(content);
    case 'STACKED':
    case 'HEAT_MAP':
      return grouped;
    case 'SCATTER':
      return one(scatterOf(content));
    case 'GAUGE':
      return one([{ x: content.label, y: content.value }]);
    case 'BAR':
      return grouped.length > 0 ? grouped : one(partsOf(content));
    default:
      return one(partsOf(content));
  }
}

/** An answer as a chart of the family: what is clicked in it (or entered) is what the rest of the board shows. */
export default function Drawing({ content, kind, title, id }: DrawingProps) {
  const { pick, pickedIn } = useBoard();
  const series = useMemo(() => dataFor(kind, content), [kind, content]);
  const crosshair = useCrosshair(series);
  const overTime = partsOverTime(content) || kind === 'LINE' || kind === 'AREA';
  const picked = pickedIn(id);
  // What is picked is a name as people read it; charts know it by its place.
  const selected = useMemo(
    () => series.flatMap(({ points }) => points).find(({ x, name }) => (name ?? String(x)) === picked)?.x ?? null,
    [series, picked],
  );
  const onSelect = pick ? (mark: ChartMark) => pick(id, mark.name) : undefined;
  const shared = { title, unit: content.unit, series, chrome: 'none', height: 'fill', onSelect, selected } as const;
  switch (kind) {
    case 'LINE':
      return <LineChart {...shared} {...crosshair} />;
    case 'AREA':
      return <AreaChart {...shared} {...crosshair} stacked={series.length > 1 ? 'sum' : 'no'} />;
    case 'STACKED':
      return overTime ? <StackedBars {...shared} {...crosshair} /> : <StackedBars {...shared} lying />;
    case 'DONUT':
      return <Donut {...shared} />;
    case 'FUNNEL':
    case 'WATERFALL':
    case 'HEAT_MAP':
    case 'SCATTER':
    case 'GAUGE':
      return (
        <Suspense fallback={<span className="breathe block h-full rounded-md bg-raised" />}>
          <RareDrawing kind={kind} content={content} shared={shared} />
        </Suspense>
      );
    default:
      return overTime ? <BarChart {...shared} {...crosshair} /> : <BarChart {...shared} lying />;
  }
}
