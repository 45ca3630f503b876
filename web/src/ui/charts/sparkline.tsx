import { scaleLinear } from 'd3-scale';
import { area as areaShape, line as lineShape } from 'd3-shape';
import { useId } from 'react';
import { useSize } from '../use-size.ts';
import type { ChartPoint } from './chart-data.ts';
import { runsOf } from './course.tsx';
import { decimate, POINTS_PER_PX } from './decimate.ts';
import type { Drawn } from './decimate.ts';

/** A line says nothing below this width and height. */
const SMALLEST_PX = { width: 40, height: 14 };
const PAD_PX = 4;

interface SparklineProps {
  points: readonly ChartPoint[];
  className?: string | undefined;
  /** A token's colour other than the accent. */
  color?: string | undefined;
}

/** The course of a number as one line without axes; it fills its box. Decoration beside the number, so nobody hears of it. */
export function Sparkline({ points, className, color = 'var(--accent)' }: SparklineProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  return (
    <div ref={frame} aria-hidden className={className} data-chart="sparkline">
      {size && size.width >= SMALLEST_PX.width && size.height >= SMALLEST_PX.height ? (
        <Line points={points} color={color} {...size} />
      ) : null}
    </div>
  );
}

const shape = lineShape<Drawn>(
  ({ x }) => x,
  ({ y }) => y,
);

function Line({ points, color, width, height }: { points: readonly ChartPoint[]; color: string; width: number; height: number }) {
  const scope = useId();
  const values = points.flatMap(({ y }) => (y === null ? [] : [y]));
  const least = Math.min(...values);
  const most = Math.max(...values);
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [PAD_PX, width - PAD_PX]);
  const y = scaleLinear(least === most ? [least - 1, most + 1] : [least, most], [height - PAD_PX, PAD_PX]);
  const below = areaShape<Drawn>(
    ({ x: left }) => left,
    height,
    ({ y: top }) => top,
  );
  const last = points.findLastIndex((point) => point.y !== null);
  const end = points[last]?.y ?? null;
  const runs = runsOf(points.map((point) => (point.y === null ? null : (point.standing ?? 'actual') !== 'actual')));
  return (
    <svg width={width} height={height} className="block">
      <linearGradient id={scope} x1="0" x2="0" y1="0" y2="1">
        <stop offset="0" stopColor={color} stopOpacity="0.26" />
        <stop offset="1" stopColor={color} stopOpacity="0" />
      </linearGradient>
      {runs.map(({ from, to, open }) => {
        const every = Array.from({ length: to - from + 1 }, (_, step) => ({
          index: from + step,
          x: x(from + step),
          y: y(points[from + step]?.y ?? 0),
        }));
        const drawn = decimate(every, width * POINTS_PER_PX);
        return (
          <g key={from}>
            <path d={below(drawn) ?? ''} fill={`url(#${scope})`} />
            <path
              d={shape(drawn) ?? ''}
              fill="none"
              stroke={color}
              strokeWidth="1.75"
              strokeLinejoin="round"
              strokeLinecap="round"
              strokeDasharray={open ? '2 4' : undefined}
            />
          </g>
        );
      })}
      {end === null ? null : <circle cx={x(last)} cy={y(end)} r="2.75" fill={color} stroke="var(--surface)" strokeWidth="1.5" />}
    </svg>
  );
}
