import type { WidgetKind } from '../../gql/graphql.ts';
import { COLUMNS } from './arrange.ts';
import type { Placed } from './arrange.ts';

const COLUMN = 10;
const ROW = 4;
const GAP = 1.5;
const ROWS_SHOWN = 12;

/** A few strokes that tell a kind from another. */
function Mark({ kind, x, y, w, h }: { kind: WidgetKind; x: number; y: number; w: number; h: number }) {
  const left = x + 3;
  const right = x + w - 3;
  const bottom = y + h - 3;
  switch (kind) {
    case 'KPI':
      return <rect x={left} y={y + h / 2 - 1} width={Math.max(4, w * 0.36)} height="2" rx="1" fill="var(--accent)" />;
    case 'LINE':
      return (
        <polyline
          points={`${left},${bottom} ${left + (right - left) * 0.35},${y + h * 0.5} ${left + (right - left) * 0.65},${y + h * 0.6} ${right},${y + h * 0.3}`}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="1"
          strokeLinejoin="round"
        />
      );
    case 'BAR':
      return [0.9, 0.65, 0.4].map((part, index) => (
        <rect
          key={part}
          x={left}
          y={y + 3 + index * ((h - 6) / 3)}
          width={(right - left) * part}
          height={Math.max(1, (h - 6) / 3 - 1.5)}
          rx="1"
          fill="var(--accent)"
          opacity={0.45 + part / 2}
        />
      ));
    case 'TABLE':
    case 'TEXT':
      return [0.25, 0.5, 0.75].map((part) => (
        <line
          key={part}
          x1={left}
          x2={right}
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
export function Thumbnail({ widgets }: { widgets: readonly Placed[] }) {
  return (
    <svg
      aria-hidden
      viewBox={`-5 -5 ${COLUMNS * COLUMN + 10 - GAP} ${ROWS_SHOWN * ROW + 4}`}
      preserveAspectRatio="xMidYMin slice"
      className="block h-36 w-full border-b border-line bg-bg"
    >
      {widgets.map(({ id, kind, layout }) => {
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
