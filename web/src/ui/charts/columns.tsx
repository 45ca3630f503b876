import { useId, useMemo } from 'react';
import { classes } from '../classes.ts';
import { formatCount } from '../format.ts';
import { AxisChart } from './axis-chart.tsx';
import type { AxisKind } from './axis-chart.tsx';
import { barPath } from './bar-path.ts';
import type { AxisChartProps, ChartSeries } from './chart-data.ts';
import type { Geometry } from './geometry.ts';
import { momentOf } from './moments.ts';
import { fillOf, Patterns } from './swatch.tsx';
import { topOf } from './top.ts';
import type { SeriesChoice } from './use-series.ts';
import { valueText } from './words.ts';

/** Names beyond this are not drawn: nobody compares a hundred columns. Moments all are. */
const MOST_NAMES = 40;
const BAR_SHARE = 0.74;
const WIDEST_PX = 56;
const CORNER_PX = 4;

/** Whether what is left out can be said as one number: rates and times cannot be added. */
function addable(unit: AxisChartProps['unit']): boolean {
  return unit === 'COUNT' || unit === 'MONEY' || unit === 'NUMBER';
}

/** What is said of names that are not drawn. */
export function leftNote(left: number, rest: readonly number[], unit: AxisChartProps['unit']): string | null {
  if (left === 0) return null;
  const sum = rest.reduce((total, value) => total + value, 0);
  return `and ${formatCount(left)} more${addable(unit) ? `, ${valueText(sum, unit)} together` : ''}; the table has them all`;
}

export function isTime(series: readonly ChartSeries[]): boolean {
  return series.every(({ points }) => points.every(({ x }) => typeof x === 'number' || momentOf(x) !== null));
}

/** Upright bars. */
export function Columns({ stacked, ...props }: AxisChartProps & { stacked: 'no' | 'sum' | 'whole' }) {
  const scope = useId();
  const top = useMemo(() => topOf(props.series, isTime(props.series) ? Number.POSITIVE_INFINITY : MOST_NAMES), [props.series]);
  const kind: AxisKind = {
    shape: 'bars',
    form: 'area',
    baseline: 'zero',
    band: true,
    stacked,
    points: false,
    note: leftNote(top.left, top.rest, props.unit),
    draw: (geometry, choice) => <Bars {...{ geometry, choice, scope, stacked }} selected={props.selected ?? null} />,
  };
  return <AxisChart {...props} drawn={top.series} kind={kind} />;
}

interface BarsProps {
  geometry: Geometry;
  choice: SeriesChoice;
  scope: string;
  stacked: 'no' | 'sum' | 'whole';
  selected: AxisChartProps['selected'] | null;
}

function Bars({ geometry, choice, scope, stacked, selected }: BarsProps) {
  const { model, shown, pieces, places, step, y } = geometry;
  const lanes = stacked === 'no' ? shown.length : 1;
  const room = Math.min(step * BAR_SHARE, WIDEST_PX * lanes);
  const wide = Math.max(1, room / lanes - (lanes > 1 && room / lanes > 4 ? 1 : 0));
  const zero = y(0);
  return (
    <>
      <Patterns looks={shown.map(({ look }) => look)} scope={scope} />
      {shown.map((series, row) => (
        <g
          key={series.key}
          className={classes('chart-part', choice.lit !== null && choice.lit !== series.key && 'chart-dim')}
          data-series={series.key}
        >
          {(model.rows[series.order] ?? []).map((point, stop) => {
            const piece = pieces[row]?.[stop];
            if (point?.y == null || !piece) return null;
            const x = (places[stop] ?? 0) - room / 2 + (stacked === 'no' ? (room / lanes) * row : 0);
            const outermost =
              stacked === 'no' ||
              shown.every(
                (_, other) =>
                  Math.abs(pieces[other]?.[stop]?.to ?? 0) <= Math.abs(piece.to) ||
                  Math.sign(pieces[other]?.[stop]?.to ?? 0) !== Math.sign(piece.to),
              );
            const open = (point.standing ?? 'actual') !== 'actual';
            const path = barPath(
              x,
              y(piece.from),
              wide,
              y(piece.to),
              outermost ? Math.min(CORNER_PX, wide / 2) : 0,
              piece.to === 0 ? 0 : 1,
            );
            return (
              <g
                key={point.x}
                className={classes('chart-part', selected != null && point.x !== selected && 'chart-dim')}
                data-bar={point.x}
              >
                <path
                  d={path}
                  fill={series.faint ? 'var(--control)' : fillOf(series.look, scope)}
                  fillOpacity={open ? 0.3 : series.faint ? 0.45 : 1}
                  stroke={open ? series.look.color : stacked === 'no' ? 'none' : 'var(--surface)'}
                  strokeDasharray={open ? '3 3' : undefined}
                  strokeWidth={open ? 1.5 : 1}
                />
                {point.low != null && point.high != null ? (
                  <path
                    d={`M${x + wide / 2} ${y(point.low)}V${y(point.high)}M${x + wide / 2 - 4} ${y(point.low)}h8M${x + wide / 2 - 4} ${y(point.high)}h8`}
                    stroke="var(--ink)"
                    fill="none"
                  />
                ) : null}
                {point.note ? (
                  <text
                    x={x + wide / 2}
                    y={Math.min(y(piece.to), zero) - 6}
                    textAnchor="middle"
                    className="chart-halo fill-medium"
                    fontWeight="700"
                    data-anomaly
                  >
                    !
                  </text>
                ) : null}
              </g>
            );
          })}
        </g>
      ))}
    </>
  );
}
