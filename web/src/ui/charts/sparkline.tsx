import { scaleLinear } from 'd3-scale';
import { line as lineShape } from 'd3-shape';
import { useSize } from '../use-size.ts';
import type { Point } from './series.tsx';

/** A line says nothing below this width and height. */
const SMALLEST_PX = { width: 40, height: 14 };
const PAD_PX = 4;

/** The course of a number as one line without axes; it fills its box. Decoration beside the number, so nobody hears of it. */
export function Sparkline({ points, className }: { points: readonly Point[]; className?: string }) {
  const [frame, size] = useSize<HTMLDivElement>();
  return (
    <div ref={frame} aria-hidden className={className} data-chart="sparkline">
      {size && size.width >= SMALLEST_PX.width && size.height >= SMALLEST_PX.height ? <Drawn points={points} {...size} /> : null}
    </div>
  );
}

function Drawn({ points, width, height }: { points: readonly Point[]; width: number; height: number }) {
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const least = Math.min(...values);
  const most = Math.max(...values);
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [PAD_PX, width - PAD_PX]);
  const y = scaleLinear(least === most ? [least - 1, most + 1] : [least, most], [height - PAD_PX, PAD_PX]);
  const has = (point: Point): point is Point & { value: number } => point.value !== null;
  const line = lineShape<Point>()
    .defined(has)
    .x((_, index) => x(index))
    .y((point) => y(point.value ?? 0));
  const last = points.findLastIndex(has);
  const end = points[last]?.value;
  return (
    <svg width={width} height={height} className="block">
      <path d={line(points) ?? ''} fill="none" stroke="var(--accent)" strokeWidth="1.75" strokeLinejoin="round" strokeLinecap="round" />
      {end === undefined || end === null ? null : <circle cx={x(last)} cy={y(end)} r="2.5" fill="var(--accent)" />}
    </svg>
  );
}
