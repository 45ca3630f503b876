import { classes } from '../classes.ts';
import { formatShort } from '../format.ts';
import { AxisChart } from './axis-chart.tsx';
import type { AxisKind } from './axis-chart.tsx';
import { barPath } from './bar-path.ts';
import type { AxisChartProps, ChartPoint } from './chart-data.ts';
import type { Geometry } from './geometry.ts';
import type { Piece } from './stack.ts';
import { textWidth } from './text.ts';

const BAR_SHARE = 0.68;
const WIDEST_PX = 72;
const CORNER_PX = 3;

/** Where each bar of a waterfall stands: levels from zero, changes from where the one before ended. */
export function fall(points: readonly (ChartPoint | null)[]): Piece[] {
  let level = 0;
  return points.map((point) => {
    const from = point?.level ? 0 : level;
    level = from + (point?.y ?? 0);
    return { from, to: level };
  });
}

const laid: NonNullable<AxisKind['laid']> = (rows) => rows.map(fall);

/** How one level became another: changes as bars that begin where the one before ended, with levels (`level: true`) from zero. Takes the first series. */
export function Waterfall({ series, ...props }: AxisChartProps) {
  const kind: AxisKind = {
    shape: 'waterfall',
    form: 'area',
    baseline: 'zero',
    band: true,
    stacked: 'no',
    laid,
    points: false,
    draw: (geometry) => <Steps geometry={geometry} unit={props.unit} selected={props.selected ?? null} />,
  };
  return <AxisChart {...props} series={series.slice(0, 1)} kind={kind} />;
}

interface StepsProps {
  geometry: Geometry;
  unit: AxisChartProps['unit'];
  selected: AxisChartProps['selected'] | null;
}

function Steps({ geometry, unit, selected }: StepsProps) {
  const { model, pieces, places, step, y, left, right } = geometry;
  const points = model.rows[0] ?? [];
  const wide = Math.max(2, Math.min(step * BAR_SHARE, WIDEST_PX));
  return (
    <>
      {points.map((point, stop) => {
        const piece = pieces[0]?.[stop];
        if (point?.y == null || !piece) return null;
        const rises = point.y >= 0;
        const middle = places[stop] ?? left;
        const said = `${point.level ? '' : rises ? '+' : '−'}${formatShort(point.level ? point.y : Math.abs(point.y), unit)}`;
        const next = places[stop + 1];
        return (
          <g key={point.x} className={classes('chart-part', selected != null && selected !== point.x && 'chart-dim')} data-bar={point.x}>
            {next === undefined ? null : (
              <line
                x1={middle + wide / 2}
                x2={next - wide / 2}
                y1={y(piece.to)}
                y2={y(piece.to)}
                stroke="var(--control)"
                strokeDasharray="2 3"
              />
            )}
            <path
              d={barPath(middle - wide / 2, y(piece.from), wide, y(piece.to), CORNER_PX, 1)}
              fill={point.level ? 'var(--chart-1)' : rises ? 'var(--high)' : 'var(--low)'}
              fillOpacity={point.level ? 1 : 0.85}
            />
            {textWidth(said) <= Math.min(step, right - left) ? (
              <text
                x={middle}
                y={rises ? y(piece.to) - 6 : y(piece.to) + 15}
                textAnchor="middle"
                className="chart-halo fill-ink"
                fontWeight="600"
              >
                {said}
              </text>
            ) : null}
          </g>
        );
      })}
    </>
  );
}
