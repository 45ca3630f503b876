import { classes } from '../classes.ts';

/** What a chart looks like from afar. */
export type Shape = 'line' | 'area' | 'bars' | 'rows' | 'donut' | 'scatter' | 'funnel' | 'waterfall' | 'heat' | 'gauge' | 'histogram';

const HEIGHTS = [42, 58, 36, 70, 62, 84, 54, 92, 74, 66, 88, 60];
const WIDTHS = [96, 78, 64, 49, 38, 24];
const COURSE = 'M0 70C12 66 18 40 30 46S46 78 58 60 74 20 86 28 96 18 100 12';

/** The outline of a chart while its values load. */
export function Skeleton({ shape, title }: { shape: Shape; title: string }) {
  return (
    <div role="status" className="h-full">
      <span className="sr-only">Loading: {title}</span>
      <div aria-hidden className="breathe h-full overflow-hidden">
        <Outline shape={shape} />
      </div>
    </div>
  );
}

function Outline({ shape }: { shape: Shape }) {
  switch (shape) {
    case 'line':
    case 'area':
    case 'scatter':
      return (
        <svg className="h-full w-full" viewBox="0 0 100 100" preserveAspectRatio="none">
          {shape === 'area' ? <path d={`${COURSE}V100H0Z`} fill="var(--raised)" /> : null}
          <path
            d={COURSE}
            fill="none"
            stroke="var(--control)"
            strokeOpacity="0.5"
            strokeWidth="2"
            vectorEffect="non-scaling-stroke"
            strokeDasharray={shape === 'scatter' ? '1 14' : undefined}
            strokeLinecap="round"
          />
        </svg>
      );
    case 'rows':
    case 'funnel':
      return (
        <div className={classes('grid h-full content-around', shape === 'funnel' && 'justify-items-center')}>
          {WIDTHS.map((width) => (
            <span key={width} className="h-4 rounded-sm bg-raised" style={{ width: `${width}%` }} />
          ))}
        </div>
      );
    case 'bars':
    case 'waterfall':
    case 'histogram':
      return (
        <div className="flex h-full items-end gap-[3%] border-b border-line">
          {HEIGHTS.map((height) => (
            <span key={height} className="flex-1 rounded-t-sm bg-raised" style={{ height: `${height}%` }} />
          ))}
        </div>
      );
    case 'heat':
      return (
        <div className="grid h-full grid-cols-12 gap-1">
          {Array.from({ length: 60 }, (_, cell) => (
            <span key={cell} className="rounded-sm bg-raised" />
          ))}
        </div>
      );
    case 'donut':
    case 'gauge':
      return (
        <svg className="h-full w-full" viewBox="0 0 100 100">
          <circle
            cx="50"
            cy="50"
            r="38"
            fill="none"
            stroke="var(--raised)"
            strokeWidth="14"
            pathLength="100"
            strokeDasharray={shape === 'gauge' ? '50 50' : undefined}
            transform={shape === 'gauge' ? 'rotate(180 50 50)' : undefined}
          />
        </svg>
      );
  }
}
