import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Problem } from '../../graph/problem.ts';
import { BarChart, StackedBars } from '../../ui/charts/bar-chart.tsx';
import type { ChartProps, ChartSeries } from '../../ui/charts/chart-data.ts';
import { Donut } from '../../ui/charts/donut.tsx';
import { Funnel } from '../../ui/charts/funnel.tsx';
import { Gauge } from '../../ui/charts/gauge.tsx';
import { HeatMap } from '../../ui/charts/heat-map.tsx';
import { AreaChart, LineChart } from '../../ui/charts/line-chart.tsx';
import { Scatter } from '../../ui/charts/scatter.tsx';
import { Waterfall } from '../../ui/charts/waterfall.tsx';
import { LONG_LABEL, RIGHT_TO_LEFT } from './samples.ts';

const PROBLEM: Problem = {
  code: 'SAMPLE',
  message: 'The values could not be read.',
  todo: 'This is a sample: nothing is wrong.',
  retry: true,
};
const HEIGHT_PX = 150;

const KINDS: readonly { name: string; draw: (props: ChartProps) => ReactNode; numbers?: true }[] = [
  { name: 'LineChart', draw: (props) => <LineChart {...props} /> },
  { name: 'AreaChart', draw: (props) => <AreaChart {...props} /> },
  { name: 'BarChart', draw: (props) => <BarChart {...props} /> },
  { name: 'BarChart, lying', draw: (props) => <BarChart lying {...props} /> },
  { name: 'StackedBars', draw: (props) => <StackedBars {...props} /> },
  { name: 'Donut', draw: (props) => <Donut {...props} /> },
  { name: 'Funnel', draw: (props) => <Funnel {...props} /> },
  { name: 'Waterfall', draw: (props) => <Waterfall {...props} /> },
  { name: 'HeatMap', draw: (props) => <HeatMap {...props} /> },
  { name: 'Scatter', draw: (props) => <Scatter {...props} up="Up" across={{ label: 'Across', unit: 'NUMBER' }} />, numbers: true },
  { name: 'Gauge', draw: (props) => <Gauge {...props} range={[0, 100]} /> },
];

const NAMES = ['North', 'East', 'South', 'West'];

function series(values: readonly (number | null)[], names: readonly string[], numbers: boolean, label = 'Values'): ChartSeries[] {
  return [
    {
      key: 'sample',
      label,
      points: values.map((y, index) => ({ x: numbers ? index * 3 + 1 : (names[index] ?? String(index)), y, name: names[index] })),
    },
  ];
}

interface State {
  name: string;
  props: (numbers: boolean) => Omit<ChartProps, 'unit'>;
}

const STATES: readonly State[] = [
  { name: 'Loading', props: () => ({ title: 'Still loading', series: [], loading: true }) },
  { name: 'Failed', props: () => ({ title: 'Could not be read', series: [], problem: PROBLEM, onRetry: () => undefined }) },
  { name: 'Nothing', props: () => ({ title: 'Nothing at all', series: [] }) },
  { name: 'One point', props: (numbers) => ({ title: 'One point', series: series([42], ['North'], numbers) }) },
  { name: 'Below zero', props: (numbers) => ({ title: 'Below zero', series: series([31, -18, 12, -27], NAMES, numbers) }) },
  {
    name: 'Huge',
    props: (numbers) => ({ title: 'Huge', series: series([9_400_000_000_000, 6_100_000_000_000, 3_300_000_000, 12], NAMES, numbers) }),
  },
  { name: 'Gaps', props: (numbers) => ({ title: 'Gaps', series: series([24, null, 31, 18], NAMES, numbers) }) },
  {
    name: '400 characters',
    props: (numbers) => ({
      title: LONG_LABEL,
      series: series(
        [48, 31, 22, 9],
        NAMES.map((name) => `${name} ${LONG_LABEL}`.slice(0, 400)),
        numbers,
        LONG_LABEL,
      ),
    }),
  },
  {
    name: 'Right to left',
    props: (numbers) => ({ title: RIGHT_TO_LEFT, series: series([48, 31, 22], ['الشمال', 'الجنوب', 'الشرق والغرب'], numbers, 'الإيرادات') }),
  },
];

/** Every chart in every state that it can be in. */
export default function StatesPart() {
  return (
    <div className="grid gap-8">
      {KINDS.map((kind) => (
        <section key={kind.name} className="grid gap-3" aria-label={kind.name}>
          <h2 className="text-md font-semibold">{kind.name}</h2>
          <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
            {STATES.map((state) => (
              <div key={state.name} className="panel min-w-0 p-4" data-sample={`${kind.name}: ${state.name}`}>
                <p className="mb-1 text-xs text-muted">{state.name}</p>
                <Sample kind={kind} state={state} />
              </div>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function Sample({ kind, state }: { kind: (typeof KINDS)[number]; state: State }) {
  const props = useMemo(() => state.props(kind.numbers === true), [kind, state]);
  return kind.draw({ ...props, unit: 'NUMBER', height: HEIGHT_PX });
}
