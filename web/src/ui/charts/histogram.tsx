import { scaleSqrt } from 'd3-scale';
import { formatCount } from '../format.ts';
import { ChartFrame } from './frame.tsx';
import { Stage } from './stage.tsx';

export interface HistogramBin {
  from: number;
  to: number;
  count: number;
}

export interface HistogramMark {
  at: number;
  label: string;
}

const HEIGHT_PX = 212;
const BELOW_PX = 22;
const ABOVE_PX = 40;
const LINE_PX = 16;

interface HistogramProps {
  bins: readonly HistogramBin[];
  marks: readonly HistogramMark[];
  title: string;
  /** What is counted. */
  counted: string;
  format: (value: number) => string;
  /** Which side of the marks a bin is on, as the class of its fill. */
  look: (middle: number) => string;
}

/** How often each score occurs, with the thresholds drawn through it. Heights go by the square root, so that rare scores are seen. */
export function Histogram({ bins, marks, title, counted, format, look }: HistogramProps) {
  const low = Math.min(...bins.map(({ from }) => from));
  const high = Math.max(...bins.map(({ to }) => to));
  const total = bins.reduce((sum, { count }) => sum + count, 0);
  const between = ({ from, to }: HistogramBin) => `${format(from)} to ${format(to)}`;
  return (
    <ChartFrame
      title={title}
      shape="histogram"
      height={HEIGHT_PX}
      hasData={bins.length > 0}
      twin={() => ({
        head: [
          { name: 'From', unit: null },
          { name: 'To', unit: null },
          { name: counted, unit: 'COUNT' },
        ],
        rows: bins.map(({ from, to, count }) => [format(from), format(to), count]),
      })}
    >
      {({ width, height }) => {
        const bottom = height - BELOW_PX;
        const x = (value: number) => ((value - low) / (high - low || 1)) * width;
        const tall = scaleSqrt([0, Math.max(1, ...bins.map(({ count }) => count))], [0, bottom - ABOVE_PX]);
        return (
          <Stage
            title={title}
            summary={`${formatCount(total)} ${counted.toLowerCase()} from ${format(low)} to ${format(high)}${marks.map(({ label, at }) => `, ${label} ${format(at)}`).join('')}`}
            width={width}
            height={height}
            stops={bins.length}
            rows={1}
            form="area"
            hit={(px) => {
              const stop = bins.findIndex(({ to }) => x(to) >= px);
              return stop < 0 ? null : { stop, row: 0 };
            }}
            spot={({ stop }) => {
              const bin = bins[stop];
              return bin ? { x: x((bin.from + bin.to) / 2), y: bottom - tall(bin.count) } : { x: 0, y: bottom };
            }}
            tip={({ stop }) => {
              const bin = bins[stop];
              return {
                head: bin ? between(bin) : '',
                rows: [{ key: 'count', look: null, label: counted, value: formatCount(bin?.count ?? 0) }],
              };
            }}
            say={({ stop }) => {
              const bin = bins[stop];
              return bin ? `${between(bin)}: ${formatCount(bin.count)} ${counted.toLowerCase()}` : '';
            }}
            overlay={({ stop }) => {
              const bin = bins[stop];
              return bin ? (
                <rect
                  x={x(bin.from)}
                  width={x(bin.to) - x(bin.from)}
                  y={ABOVE_PX}
                  height={bottom - ABOVE_PX}
                  fill="var(--ink)"
                  opacity="0.1"
                />
              ) : null;
            }}
          >
            {bins.map(({ from, to, count }) => (
              <rect
                key={from}
                x={x(from) + 0.5}
                width={Math.max(1, x(to) - x(from) - 1)}
                y={bottom - tall(count)}
                height={tall(count)}
                className={look((from + to) / 2)}
              />
            ))}
            <line x1="0" x2={width} y1={bottom + 0.5} y2={bottom + 0.5} stroke="var(--line)" />
            {marks.map(({ at, label }, index) => (
              <g key={label} transform={`translate(${Math.round(x(at))} 0)`}>
                <line y1={LINE_PX * (index + 1)} y2={bottom} stroke="var(--ink)" strokeDasharray="3 3" />
                <text
                  y={LINE_PX * index + 12}
                  textAnchor={x(at) > width * 0.75 ? 'end' : x(at) < width * 0.25 ? 'start' : 'middle'}
                  className="fill-ink"
                >
                  {label} {format(at)}
                </text>
              </g>
            ))}
            {[low, high].map((value, index) => (
              <text
                key={value}
                x={index === 0 ? 0 : width}
                y={bottom + 16}
                textAnchor={index === 0 ? 'start' : 'end'}
                className="fill-muted"
              >
                {format(value)}
              </text>
            ))}
          </Stage>
        );
      }}
    </ChartFrame>
  );
}
