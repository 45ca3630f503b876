import { useMemo } from 'react';
import type { Unit } from '../../gql/graphql.ts';
import { classes } from '../classes.ts';
import { formatCount } from '../format.ts';
import type { ChartProps } from './chart-data.ts';
import { ChartFrame } from './frame.tsx';
import { hasValues, modelOf } from './model.ts';
import { scatterGeometry, thin } from './scatter-geometry.ts';
import { Stage } from './stage.tsx';
import { Point } from './swatch.tsx';
import { twinOf } from './twin.ts';
import { useSeries } from './use-series.ts';
import { valueText } from './words.ts';

interface ScatterProps extends ChartProps {
  /** What goes to the right, and its unit; `unit` is that of what goes up. */
  across: { label: string; unit: Unit };
  up: string;
}

/** Beyond this nobody tells the points apart; nearer ones stand for others. */
const MOST_POINTS = 1_500;
const REACH_PX = 28;
const NAME_UP_PX = 18;

/** Two numbers of each thing against one another; the area of a point is its `size` where it has one. */
export function Scatter({ across, up, ...props }: ScatterProps) {
  const { series, unit, title, onSelect, selected = null } = props;
  const choice = useSeries(series);
  const points = useMemo(
    () =>
      choice.shown
        .flatMap(({ points: all, order }) =>
          all.flatMap((point) => (typeof point.x === 'number' && point.y !== null ? [{ ...point, x: point.x, y: point.y, order }] : [])),
        )
        .toSorted((one, other) => one.x - other.x),
    [choice.shown],
  );
  return (
    <ChartFrame
      {...props}
      shape="scatter"
      form="line"
      choice={choice}
      hasData={hasValues(series)}
      twin={() => twinOf(modelOf(series), series, unit)}
    >
      {({ width, height }) => {
        const geometry = scatterGeometry(points, { width, height, unit, acrossUnit: across.unit, top: NAME_UP_PX + 6 });
        const { x, y, left, right, bottom, ticksX, ticksY, radius } = geometry;
        const spots = points.map((point) => ({ x: x(point.x), y: y(point.y) }));
        const drawn = thin(spots, MOST_POINTS);
        const looks = new Map(choice.shown.map((each) => [each.order, each]));
        const nameOf = (stop: number) => {
          const point = points[stop];
          return point ? (point.name ?? looks.get(point.order)?.label ?? title) : '';
        };
        return (
          <>
            <Stage
              title={title}
              summary={props.summary ?? `${formatCount(points.length)} points: ${up} against ${across.label}`}
              width={width}
              height={height}
              stops={points.length}
              rows={1}
              form="line"
              hit={(px, py) => {
                let best = -1;
                let least = REACH_PX ** 2;
                spots.forEach((spot, stop) => {
                  const far = (spot.x - px) ** 2 + (spot.y - py) ** 2;
                  if (far < least) [best, least] = [stop, far];
                });
                return best < 0 ? null : { stop: best, row: 0 };
              }}
              spot={({ stop }) => spots[stop] ?? { x: left, y: bottom }}
              tip={({ stop }) => ({
                head: nameOf(stop),
                rows: [
                  { key: 'y', look: looks.get(points[stop]?.order ?? 0)?.look ?? null, label: up, value: valueText(points[stop]?.y, unit) },
                  { key: 'x', look: null, label: across.label, value: valueText(points[stop]?.x, across.unit) },
                ],
                notes: points[stop]?.note ? [points[stop].note] : [],
              })}
              say={({ stop }) =>
                `${nameOf(stop)}: ${up} ${valueText(points[stop]?.y, unit)}, ${across.label} ${valueText(points[stop]?.x, across.unit)}`
              }
              onChoose={
                onSelect
                  ? ({ stop }) => {
                      const point = points[stop];
                      const one = looks.get(point?.order ?? 0);
                      if (point && one)
                        onSelect({ series: one.key, label: one.label, x: point.name ?? point.x, name: nameOf(stop), y: point.y });
                    }
                  : undefined
              }
              overlay={({ stop }) => {
                const spot = spots[stop];
                return spot ? (
                  <g>
                    <path d={`M${spot.x} ${bottom}V${spot.y}H${left}`} stroke="var(--control)" strokeDasharray="2 3" fill="none" />
                    <circle cx={spot.x} cy={spot.y} r={radius(points[stop]?.size) + 5} fill="none" stroke="var(--ink)" strokeWidth="2" />
                  </g>
                ) : null;
              }}
            >
              <text x="0" y="11" className="fill-muted">
                ↑ {up}
              </text>
              {ticksY.map(({ at, text }) => (
                <g key={at} transform={`translate(0 ${y(at)})`}>
                  <line x1={left} x2={right} stroke={at === 0 ? 'var(--control)' : 'var(--line)'} />
                  <text x={left - 8} dy="0.32em" textAnchor="end" className="fill-muted">
                    {text}
                  </text>
                </g>
              ))}
              {ticksX.map(({ at, text }) => (
                <g key={at} transform={`translate(${x(at)} ${bottom})`}>
                  <line y2="4" stroke="var(--control)" />
                  <text y="17" textAnchor="middle" className="fill-muted">
                    {text}
                  </text>
                </g>
              ))}
              <text x={right} y={height - 2} textAnchor="end" className="fill-muted">
                {across.label} →
              </text>
              {drawn.map((stop) => {
                const point = points[stop];
                const one = looks.get(point?.order ?? 0);
                const spot = spots[stop];
                if (!point || !one || !spot) return null;
                const dim = (choice.lit !== null && choice.lit !== one.key) || (selected !== null && selected !== (point.name ?? point.x));
                const key = `${one.key} ${stop}`;
                return (
                  <g key={key} className={classes('chart-part', dim && 'chart-dim')} opacity={point.size === undefined ? 0.88 : 0.72}>
                    <Point look={one.look} x={spot.x} y={spot.y} size={Math.PI * radius(point.size) ** 2} />
                  </g>
                );
              })}
            </Stage>
            {drawn.length < points.length ? (
              <span className="sr-only">{formatCount(points.length - drawn.length)} points lie under others; the table has them all.</span>
            ) : null}
          </>
        );
      }}
    </ChartFrame>
  );
}
