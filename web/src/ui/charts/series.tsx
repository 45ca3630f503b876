import { scaleLinear, scalePoint } from 'd3-scale';
import { area as areaShape, line as lineShape } from 'd3-shape';
import { useState } from 'react';
import type { Unit } from '../../gql/graphql.ts';
import { formatShort, formatValue } from '../format.ts';
import { useSize } from '../use-size.ts';
import { axisLabels } from './axis-labels.ts';

export interface Point {
  period: string;
  value: number | null;
}

const HEIGHT = 168;
const PAD = { top: 12, right: 10, bottom: 24, left: 46 };
/** Charts say nothing below this width or height. */
const SMALLEST_PX = 80;

interface SeriesProps {
  points: readonly Point[];
  unit: Unit;
  summary: string;
  /** As high as its box instead of its usual height. */
  fill?: boolean;
}

/** A value over time as an area; the newest point is marked, hovering names any. `summary` is its accessible name. */
export function Series({ points, unit, summary, fill = false }: SeriesProps) {
  const [frame, size] = useSize<HTMLDivElement>();
  const [hovered, setHovered] = useState<number | null>(null);
  const width = size?.width ?? 0;
  const height = fill ? (size?.height ?? 0) : HEIGHT;
  const known = points.filter((point): point is Point & { value: number } => point.value !== null);
  return (
    <div ref={frame} style={{ height: fill ? '100%' : HEIGHT }} data-chart="series">
      {width >= SMALLEST_PX && height >= SMALLEST_PX && known.length > 0 ? (
        <Drawn
          points={points}
          known={known.map((each) => each.value)}
          width={width}
          height={height}
          unit={unit}
          summary={summary}
          hovered={hovered}
          onHover={setHovered}
        />
      ) : null}
    </div>
  );
}

interface DrawnProps {
  points: readonly Point[];
  known: readonly number[];
  width: number;
  height: number;
  unit: Unit;
  summary: string;
  hovered: number | null;
  onHover: (index: number | null) => void;
}

function Drawn({ points, known, width, height, unit, summary, hovered, onHover }: DrawnProps) {
  const y = scaleLinear([Math.min(0, ...known), Math.max(...known, 0) || 1], [height - PAD.bottom, PAD.top]).nice(3);
  const x = scalePoint(
    points.map((_, index) => index),
    [PAD.left, width - PAD.right],
  );
  const at = (index: number) => x(index) ?? PAD.left;
  const has = (point: Point) => point.value !== null;
  const area = areaShape<Point>()
    .defined(has)
    .x((_, index) => at(index))
    .y0(y(0))
    .y1((point) => y(point.value ?? 0));
  const line = lineShape<Point>()
    .defined(has)
    .x((_, index) => at(index))
    .y((point) => y(point.value ?? 0));
  const last = points.length - 1;
  const marked = hovered ?? last;
  const point = points[marked];
  const nearest = (clientX: number, box: DOMRect) => {
    const step = x.step() || 1;
    return Math.max(0, Math.min(last, Math.round((clientX - box.left - PAD.left) / step)));
  };
  return (
    <svg
      width={width}
      height={height}
      role="img"
      aria-label={summary}
      className="block touch-pan-y"
      onPointerMove={(event) => onHover(nearest(event.clientX, event.currentTarget.getBoundingClientRect()))}
      onPointerLeave={() => onHover(null)}
    >
      {y.ticks(3).map((tick) => (
        <g key={tick}>
          <line x1={PAD.left} x2={width - PAD.right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <text x={PAD.left - 8} y={y(tick) + 4} textAnchor="end" fontSize="12" fill="var(--muted)">
            {formatShort(tick, unit)}
          </text>
        </g>
      ))}
      {axisLabels(
        points.map((each) => each.period),
        at,
      ).map(({ index, x: left, anchor }) => (
        <text key={index} x={left} y={height - 6} textAnchor={anchor} fontSize="12" fill="var(--muted)">
          {points[index]?.period}
        </text>
      ))}
      <path d={area(points) ?? ''} fill="var(--accent)" opacity="0.14" />
      <path d={line(points) ?? ''} fill="none" stroke="var(--accent)" strokeWidth="2" strokeLinejoin="round" />
      {point && point.value !== null ? (
        <g>
          {hovered === null ? null : (
            <line x1={at(marked)} x2={at(marked)} y1={PAD.top} y2={height - PAD.bottom} stroke="var(--control)" strokeDasharray="2 3" />
          )}
          <circle cx={at(marked)} cy={y(point.value)} r="4" fill="var(--accent)" stroke="var(--surface)" strokeWidth="2" />
          {hovered === null ? null : (
            <text
              className="chart-note"
              x={Math.min(width - 4, Math.max(4, at(marked)))}
              y={Math.max(12, y(point.value) - 10)}
              textAnchor={marked > last / 2 ? 'end' : 'start'}
              fontSize="12"
              fontWeight="600"
              fill="var(--ink)"
            >
              {point.period}: {formatValue(point.value, unit)}
            </text>
          )}
        </g>
      ) : null}
    </svg>
  );
}
