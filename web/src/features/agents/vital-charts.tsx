import { useMemo } from 'react';
import type { AgentVitalsQuery } from '../../gql/graphql.ts';
import { StackedBars } from '../../ui/charts/bar-chart.tsx';
import { LineChart } from '../../ui/charts/line-chart.tsx';
import { Panel } from '../../ui/page.tsx';

const HEIGHT_PX = 240;

/** What became of runs over time, and how long they took. */
export function VitalCharts({ series }: { series: AgentVitalsQuery['agentVitals']['series'] }) {
  const counts = useMemo(() => {
    const of = (key: 'succeeded' | 'failed', label: string) => ({
      key,
      label,
      points: series.map((point) => ({ x: point.at, y: point[key] })),
    });
    return [of('succeeded', 'Ended well'), of('failed', 'Failed')];
  }, [series]);
  const durations = useMemo(
    () => [{ key: 'median', label: 'Half took less', points: series.map(({ at, medianSeconds }) => ({ x: at, y: medianSeconds })) }],
    [series],
  );
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      <Panel>
        <StackedBars title="Runs that ended" unit="COUNT" series={counts} height={HEIGHT_PX} empty="No run ended in this time." />
      </Panel>
      <Panel>
        <LineChart
          title="How long runs take, in seconds"
          unit="NUMBER"
          series={durations}
          height={HEIGHT_PX}
          empty="No run ended in this time."
        />
      </Panel>
    </div>
  );
}
