import type { WidgetKind } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { COLUMNS } from './arrange.ts';
import type { Placed } from './arrange.ts';

const COLUMN = 10;
const ROW = 4;
const GAP = 1.5;
const ROWS_SHOWN = 12;
const MOST_DRAWN = 40;
const STROKE = { fill: 'none', stroke: 'var(--accent)', strokeWidth: '1', strokeLinejoin: 'round' } as const;

/** A few strokes that tell a kind from another. */
function Mark({ kind, x, y, w, h }: { kind: WidgetKind; x: number; y: number; w: number; h: number }) {
  const left = x + 3;
  const right = x + w - 3;
  const bottom = y + h - 2.5;
  const wide = right - left;
  const high = h - 6;
  const line = `${left},${bottom} ${left + wide * 0.25},${y + h * 0.55} ${left + wide * 0.5},${y + h * 0.64} ${left + wide * 0.75},${y + h * 0.42} ${right},${y + h * 0.3}`;
  switch (kind) {
    case 'KPI':
      return (
        <>
          <rect x={left} y={y + 2} width={Math.max(3, w * 0.22)} height="0.9" rx="0.4" fill="var(--control)" opacity="0.7" />
          <rect x={left} y={y + h / 2 - 0.6} width={Math.max(4, w * 0.4)} height="2" rx="0.8" fill="var(--ink)" opacity="0.75" />
          <polyline
            points={`${left + wide * 0.62},${y + h * 0.66} ${left + wide * 0.75},${y + h * 0.45} ${left + wide * 0.85},${y + h * 0.55} ${right},${y + h * 0.35}`}
            {...STROKE}
            strokeWidth="0.7"
          />
        </>
      );
    case 'LINE':
      return <polyline points={line} {...STROKE} />;
    case 'AREA':
      return (
        <>
          <polygon points={`${line} ${right},${bottom} ${left},${bottom}`} fill="var(--accent)" opacity="0.25" />
          <polyline points={line} {...STROKE} />
        </>
      );
    case 'BAR':
      return [0.9, 0.65, 0.4].map((part, index) => (
        <rect
          key={part}
          x={left}
          y={y + 3 + (index * high) / 3}
          width={wide * part}
          height={Math.max(1, high / 3 - 1.5)}
          rx="0.8"
          fill="var(--accent)"
          opacity={0.45 + part / 2}
        />
      ));
    case 'STACKED':
    case 'WATERFALL':
      return [0.5, 0.7, 0.6, 0.9].map((part, index) => {
        const hang = kind === 'WATERFALL' ? index * 0.12 : 0;
        const top = bottom - high * part;
        const each = wide / 4;
        return (
          <g key={part}>
            <rect x={left + index * each} y={top} width={each - 1.5} height={high * (part - hang) * 0.55} fill="var(--growth)" />
            <rect
              x={left + index * each}
              y={top + high * (part - hang) * 0.55}
              width={each - 1.5}
              height={high * (part - hang) * 0.45}
              fill="var(--accent)"
            />
          </g>
        );
      });
    case 'DONUT':
    case 'GAUGE': {
      const radius = Math.max(2, Math.min(wide, high) / 2 - 1);
      const around = 2 * Math.PI * radius;
      return (
        <g transform={`translate(${x + w / 2} ${y + h / 2 + 0.5}) rotate(-90)`} fill="none" strokeWidth={radius * 0.55}>
          <circle r={radius} stroke="var(--raised)" />
          <circle r={radius} stroke="var(--accent)" strokeDasharray={`${around * 0.55} ${around}`} />
          <circle r={radius} stroke="var(--growth)" strokeDasharray={`${around * 0.2} ${around}`} strokeDashoffset={-around * 0.58} />
        </g>
      );
    }
    case 'FUNNEL':
      return [0.95, 0.65, 0.35].map((part, index) => (
        <rect
          key={part}
          x={x + w / 2 - (wide * part) / 2}
          y={y + 3 + (index * high) / 3}
          width={wide * part}
          height={Math.max(1, high / 3 - 1)}
          rx="0.8"
          fill="var(--accent)"
          opacity={0.4 + part / 2}
        />
      ));
    case 'HEAT_MAP':
      return [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((at) => (
        <rect
          key={at}
          x={left + ((at % 4) * wide) / 4}
          y={y + 3 + (Math.floor(at / 4) * high) / 3}
          width={wide / 4 - 0.8}
          height={Math.max(1, high / 3 - 0.8)}
          fill="var(--accent)"
          opacity={0.2 + ((at * 5) % 8) / 10}
        />
      ));
    case 'SCATTER':
      return [0.1, 0.25, 0.38, 0.5, 0.66, 0.8, 0.92].map((part, index) => (
        <circle key={part} cx={left + wide * part} cy={bottom - high * (0.2 + ((index * 3) % 5) / 7)} r="0.9" fill="var(--accent)" />
      ));
    case 'TABLE':
    case 'TEXT':
      return [0.25, 0.5, 0.75].map((part) => (
        <line
          key={part}
          x1={left}
          x2={kind === 'TEXT' && part === 0.75 ? left + wide * 0.6 : right}
          y1={y + h * part}
          y2={y + h * part}
          stroke="var(--control)"
          strokeWidth="0.75"
          opacity="0.6"
        />
      ));
  }
}

/** A dashboard's layout in small; decoration, its name stands below. */
export function Thumbnail({ widgets, small = false }: { widgets: readonly Placed[]; small?: boolean }) {
  return (
    <svg
      aria-hidden
      viewBox={`-5 -5 ${COLUMNS * COLUMN + 10 - GAP} ${ROWS_SHOWN * ROW + 4}`}
      preserveAspectRatio="xMidYMin slice"
      className={classes('block w-full border-b border-line bg-bg', small ? 'aspect-[5/2]' : 'h-36')}
    >
      {widgets.slice(0, MOST_DRAWN).map(({ id, kind, layout }) => {
        const box = { x: layout.x * COLUMN, y: layout.y * ROW, w: layout.w * COLUMN - GAP, h: layout.h * ROW - GAP };
        return (
          <g key={id}>
            <rect x={box.x} y={box.y} width={box.w} height={box.h} rx="1.5" fill="var(--surface)" stroke="var(--line)" strokeWidth="0.5" />
            <Mark kind={kind} {...box} />
          </g>
        );
      })}
    </svg>
  );
}
