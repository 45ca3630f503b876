import { scaleSqrt } from 'd3-scale';
import { formatCount } from '../format.ts';
import { useSize } from '../use-size.ts';

export interface HistogramBin {
  from: number;
  to: number;
  count: number;
}

export interface HistogramMark {
  at: number;
  label: string;
}

const HEIGHT_PX = 150;
const BELOW_PX = 22;
const ABOVE_PX = 40;
const LINE_PX = 16;

interface HistogramProps {
  bins: readonly HistogramBin[];
  marks: readonly HistogramMark[];
  caption: string;
  format: (value: number) => string;
  /** Which side of the marks a bin is on, as the class of its fill. */
  look: (middle: number) => string;
}

/** How often each score occurs, with the thresholds drawn through it. Heights go by the square root, so that rare scores are seen. A table says the same. */
export function Histogram({ bins, marks, caption, format, look }: HistogramProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const low = Math.min(...bins.map(({ from }) => from));
  const high = Math.max(...bins.map(({ to }) => to));
  const x = (value: number) => ((value - low) / (high - low || 1)) * width;
  const height = scaleSqrt([0, Math.max(1, ...bins.map(({ count }) => count))], [0, HEIGHT_PX]);
  if (bins.length === 0) return null;
  return (
    <div ref={frame} data-chart="histogram">
      {width > 0 ? (
        <svg aria-hidden width={width} height={HEIGHT_PX + ABOVE_PX + BELOW_PX} className="block">
          {bins.map(({ from, to, count }) => (
            <rect
              key={from}
              x={x(from) + 0.5}
              width={Math.max(1, x(to) - x(from) - 1)}
              y={ABOVE_PX + HEIGHT_PX - height(count)}
              height={height(count)}
              className={look((from + to) / 2)}
            />
          ))}
          <line x1="0" x2={width} y1={ABOVE_PX + HEIGHT_PX + 0.5} y2={ABOVE_PX + HEIGHT_PX + 0.5} stroke="var(--line)" />
          {marks.map(({ at, label }, index) => (
            <g key={label} transform={`translate(${Math.round(x(at))} 0)`}>
              <line y1={LINE_PX * (index + 1)} y2={ABOVE_PX + HEIGHT_PX} stroke="var(--ink)" strokeDasharray="3 3" />
              <text
                y={LINE_PX * index + 12}
                textAnchor={x(at) > width * 0.75 ? 'end' : x(at) < width * 0.25 ? 'start' : 'middle'}
                fontSize="12"
                fill="var(--ink)"
              >
                {label} {format(at)}
              </text>
            </g>
          ))}
          {[low, high].map((value, index) => (
            <text
              key={value}
              x={index === 0 ? 0 : width}
              y={ABOVE_PX + HEIGHT_PX + 16}
              textAnchor={index === 0 ? 'start' : 'end'}
              fontSize="12"
              fill="var(--muted)"
            >
              {format(value)}
            </text>
          ))}
        </svg>
      ) : null}
      <table className="sr-only">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Pairs</th>
          </tr>
        </thead>
        <tbody>
          {bins.map(({ from, to, count }) => (
            <tr key={from}>
              <th scope="row">{format(from)}</th>
              <td>{format(to)}</td>
              <td>{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
