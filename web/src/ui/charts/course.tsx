import { area as areaShape, line as lineShape } from 'd3-shape';
import { classes } from '../classes.ts';
import { decimate, POINTS_PER_PX } from './decimate.ts';
import type { Drawn } from './decimate.ts';
import type { Geometry } from './geometry.ts';
import type { Dressed } from './looks.ts';
import { fillOf, Point } from './swatch.tsx';

/** Points closer together than this are not marked one by one. */
const MARK_GAP_PX = 22;

const SPARSE_PX = 72;

/** Every how many-th point has its form drawn: all where there is room, some where several lines must be told apart, else none. */
function markEvery(gap: number, lines: number): number {
  if (gap >= MARK_GAP_PX) return 1;
  return lines > 1 ? Math.ceil(SPARSE_PX / Math.max(gap, 0.001)) : 0;
}

interface CourseProps {
  geometry: Geometry;
  /** Its place among those shown. */
  row: number;
  series: Dressed;
  dim: boolean;
  fill: 'none' | 'fade' | 'full';
  scope: string;
  marks: boolean;
}

const shapeOf = lineShape<Drawn>(
  ({ x }) => x,
  ({ y }) => y,
);

/** One series as a line or an area: gaps where there is no value, dashes where it is not final, rings where something is remarkable. */
export function Course({ geometry, row, series, dim, fill, scope, marks }: CourseProps) {
  const { model, places, pieces, y, left, right } = geometry;
  const points = model.rows[series.order] ?? [];
  const at = (index: number): Drawn => ({ index, x: places[index] ?? left, y: y(pieces[row]?.[index]?.to ?? 0) });
  const most = Math.max(3, Math.round((right - left) * POINTS_PER_PX));
  const runs = runsOf(points.map((point) => (point?.y == null ? null : (point.standing ?? 'actual') !== 'actual')));
  const faint = series.faint === true;
  const known = points.flatMap((point, index) => (point?.y == null ? [] : [index]));
  const every = markEvery((right - left) / Math.max(1, known.length), geometry.shown.length);
  // The band opens where the last certain value is.
  const bounds = (index: number): [number, number] | null => {
    const point = points[index];
    if (point?.low != null && point.high != null) return [point.low, point.high];
    return point?.y != null && points[index + 1]?.low != null ? [point.y, point.y] : null;
  };
  const band = areaShape<number>()
    .defined((index) => bounds(index) !== null)
    .x((index) => places[index] ?? left)
    .y0((index) => y(bounds(index)?.[0] ?? 0))
    .y1((index) => y(bounds(index)?.[1] ?? 0));
  const bounded = points.some((point) => point?.low != null && point.high != null);
  return (
    <g className={classes('chart-part', dim && 'chart-dim')} data-series={series.key}>
      {bounded ? <path d={band(points.map((_, index) => index)) ?? ''} fill={series.look.color} opacity="0.18" /> : null}
      {runs.map(({ from, to, open }) => {
        const drawn = decimate(
          Array.from({ length: to - from + 1 }, (_, step) => at(from + step)),
          most,
        );
        const path = shapeOf(drawn) ?? '';
        const below = areaShape<Drawn>(
          ({ x }) => x,
          ({ index }) => y(pieces[row]?.[index]?.from ?? 0),
          ({ y: above }) => above,
        );
        return (
          <g key={from}>
            {fill === 'none' ? null : (
              <path
                d={below(drawn) ?? ''}
                fill={fill === 'fade' ? `url(#${scope}-fade-${series.order})` : fillOf(series.look, scope)}
                opacity={open ? 0.45 : fill === 'full' ? 0.88 : 1}
              />
            )}
            <path
              d={path}
              fill="none"
              stroke={fill === 'full' ? 'var(--surface)' : series.look.color}
              strokeWidth={fill === 'full' ? 1.5 : faint ? 1.5 : 2}
              strokeLinejoin="round"
              strokeLinecap="round"
              strokeDasharray={open ? '2 5' : undefined}
            />
          </g>
        );
      })}
      {known.map((index, order) => {
        const point = points[index];
        const alone = points[index - 1]?.y == null && points[index + 1]?.y == null;
        const open = (point?.standing ?? 'actual') !== 'actual';
        const marked = every > 0 && (order + row) % every === 0;
        if (!alone && !(marked && marks && fill !== 'full')) return null;
        return <Point key={index} look={series.look} {...at(index)} size={34} open={open || series.look.mark === 'ring'} />;
      })}
      {known.map((index) =>
        points[index]?.note ? (
          <g key={index} transform={`translate(${at(index).x} ${at(index).y})`} data-anomaly>
            <circle r="8" fill="none" stroke="var(--medium)" strokeWidth="2" />
            <text y="-12" textAnchor="middle" className="chart-halo fill-medium" fontWeight="700">
              !
            </text>
          </g>
        ) : null,
      )}
    </g>
  );
}

interface Run {
  from: number;
  to: number;
  open: boolean;
}

/** Stretches without a gap that are drawn alike; a step is open when one of its ends is. `null`: no value there. */
export function runsOf(open: readonly (boolean | null)[]): Run[] {
  const runs: Run[] = [];
  for (let index = 0; index + 1 < open.length; index++) {
    const now = open[index] ?? null;
    const next = open[index + 1] ?? null;
    if (now === null || next === null) continue;
    const last = runs.at(-1);
    if (last && last.to === index && last.open === (now || next)) last.to = index + 1;
    else runs.push({ from: index, to: index + 1, open: now || next });
  }
  return runs;
}
