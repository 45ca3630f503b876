import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Unit } from '../../gql/graphql.ts';
import { formatShort } from '../format.ts';
import { useSize } from '../use-size.ts';
import { axisLabels } from './axis-labels.ts';

const HEIGHT = 180;
const PAD = { top: 12, right: 10, bottom: 24, left: 46 };
const SMALLEST_PX = 80;

interface Known {
  period: string;
  value: number | null;
}

interface Likely {
  period: string;
  value: number;
  low: number;
  high: number;
}

interface ForecastChartProps {
  past: readonly Known[];
  points: readonly Likely[];
  unit: Unit;
  summary: string;
}

/** What was as a line, what may come as a dashed one in its interval. The table beside it says the same. */
export function ForecastChart({ past, points, unit, summary }: ForecastChartProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const known = past.filter((each): each is Known & { value: number } => each.value !== null);
  const values = [0, ...known.map(({ value }) => value), ...points.flatMap(({ low, high, value }) => [low, high, value])];
  const periods = [...past, ...points].map(({ period }) => period);
  const x = scalePoint(periods, [PAD.left, width - PAD.right]);
  const y = scaleLinear([Math.min(...values), Math.max(...values)], [HEIGHT - PAD.bottom, PAD.top]).nice(4);
  const at = (period: string) => x(period) ?? PAD.left;
  const last = known.at(-1);
  const from = last ? [{ period: last.period, value: last.value, low: last.value, high: last.value }, ...points] : points;
  const course = line<{ period: string; value: number }>(
    (each) => at(each.period),
    (each) => y(each.value),
  );
  const interval = area<Likely>(
    (each) => at(each.period),
    (each) => y(each.low),
    (each) => y(each.high),
  );
  return (
    <div ref={frame} style={{ height: HEIGHT }} data-chart="forecast">
      {width >= SMALLEST_PX && points.length > 0 ? (
        <svg width={width} height={HEIGHT} role="img" aria-label={summary} className="block overflow-visible text-xs">
          {y.ticks(4).map((tick) => (
            <g key={tick} transform={`translate(0 ${y(tick)})`}>
              <line x1={PAD.left} x2={width - PAD.right} className="stroke-line" />
              <text x={PAD.left - 6} dy="0.32em" textAnchor="end" className="fill-muted">
                {formatShort(tick, unit)}
              </text>
            </g>
          ))}
          <path d={interval(from) ?? ''} className="fill-accent opacity-20" />
          <path d={course(known) ?? ''} fill="none" strokeWidth={2} className="stroke-accent" />
          <path d={course(from) ?? ''} fill="none" strokeWidth={2} strokeDasharray="4 4" className="stroke-accent" />
          {axisLabels(periods, (index) => at(periods[index] ?? '')).map(({ index, x: left, anchor }) => (
            <text key={index} x={left} y={HEIGHT - 6} textAnchor={anchor} className="fill-muted">
              {periods[index]}
            </text>
          ))}
        </svg>
      ) : null}
    </div>
  );
}
