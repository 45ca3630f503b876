import { scaleLinear } from 'd3-scale';
import { useSize } from '../../ui/use-size.ts';
import { bucketsOf } from './buckets.ts';

const HEIGHT = 36;
const MOST_BARS = 30;

interface FlowBarsProps {
  minutes: readonly { at: string; records: number }[];
  /** The end of the window (ISO 8601). */
  at: string;
  /** Its length in minutes. */
  window: number;
}

/** How many records passed a stage over time. Decoration beside the figures, so nobody hears of it. */
export function FlowBars({ minutes, at, window }: FlowBarsProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  const width = size?.width ?? 0;
  const buckets = bucketsOf(minutes, at, window, MOST_BARS);
  const y = scaleLinear([0, Math.max(1, ...buckets)], [0, HEIGHT - 2]);
  const step = width / buckets.length;
  return (
    <div ref={frame} aria-hidden style={{ height: HEIGHT }} data-chart="flow">
      {width > 0 ? (
        <svg width={width} height={HEIGHT} className="block">
          <line x1={0} x2={width} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} stroke="var(--line)" />
          {buckets.map((records, index) =>
            records === 0 ? null : (
              <rect
                key={index}
                x={index * step + 0.5}
                width={Math.max(1, step - 1)}
                y={HEIGHT - 1 - Math.max(2, y(records))}
                height={Math.max(2, y(records))}
                rx={1}
                fill="var(--accent)"
              />
            ),
          )}
        </svg>
      ) : null}
    </div>
  );
}
