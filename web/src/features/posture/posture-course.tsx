import { useMemo } from 'react';
import type { PostureFragment } from '../../gql/graphql.ts';
import { LineChart } from '../../ui/charts/line-chart.tsx';
import { Panel } from '../../ui/page.tsx';

const HEIGHT_PX = 260;

/** The score over the days that a scan was of. */
export default function PostureCourse({ days }: { days: readonly PostureFragment[] }) {
  const series = useMemo(() => [{ key: 'score', label: 'Posture', points: days.map(({ day, score }) => ({ x: day, y: score })) }], [days]);
  return (
    <Panel label="Course of the posture">
      <LineChart title="Posture on the days that a scan was of" unit="NUMBER" series={series} height={HEIGHT_PX} />
    </Panel>
  );
}
