import { useId } from 'react';
import { AxisChart } from './axis-chart.tsx';
import type { AxisKind } from './axis-chart.tsx';
import type { AxisChartProps } from './chart-data.ts';
import { Course } from './course.tsx';
import { EndLabels, endRoom } from './end-labels.tsx';
import { Patterns } from './swatch.tsx';

const LINE = { shape: 'line', form: 'line', baseline: 'data', band: false, stacked: 'no', points: true, room: endRoom } as const;
const AREA = { shape: 'area', form: 'line', baseline: 'zero', band: false, points: true, room: endRoom } as const;

/** Values over time (or over any axis), a line for each series; named at their ends where there is room. */
export function LineChart(props: AxisChartProps) {
  const scope = useId();
  const kind: AxisKind = {
    ...LINE,
    draw: (geometry, { lit }) => (
      <>
        {geometry.shown.map((series, row) => (
          <Course key={series.key} {...{ geometry, row, series, scope }} dim={lit !== null && lit !== series.key} fill="none" marks />
        ))}
        <EndLabels geometry={geometry} />
      </>
    ),
  };
  return <AxisChart {...props} kind={kind} />;
}

/** Like a line, with what lies below it filled. `stacked`: the series add up (`sum`), or are parts of a whole (`whole`, 0 to 100 %). */
export function AreaChart({ stacked = 'no', ...props }: AxisChartProps & { stacked?: 'no' | 'sum' | 'whole' }) {
  const scope = useId();
  const piled = stacked !== 'no';
  const kind: AxisKind = {
    ...AREA,
    form: piled ? 'area' : 'line',
    stacked,
    points: !piled,
    draw: (geometry, { lit }) => (
      <>
        <defs>
          {geometry.shown.map(({ key, order, look }) => (
            <linearGradient key={key} id={`${scope}-fade-${order}`} x1="0" x2="0" y1="0" y2="1">
              <stop offset="0" stopColor={look.color} stopOpacity={geometry.shown.length > 1 ? 0.2 : 0.32} />
              <stop offset="1" stopColor={look.color} stopOpacity="0.02" />
            </linearGradient>
          ))}
        </defs>
        <Patterns looks={geometry.shown.map(({ look }) => look)} scope={scope} />
        {geometry.shown.map((series, row) => (
          <Course
            key={series.key}
            {...{ geometry, row, series, scope }}
            dim={lit !== null && lit !== series.key}
            fill={piled ? 'full' : 'fade'}
            marks={!piled}
          />
        ))}
        <EndLabels geometry={geometry} />
      </>
    ),
  };
  return <AxisChart {...props} kind={kind} />;
}
