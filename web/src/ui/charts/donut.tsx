import { arc as arcShape, pie as pieShape } from 'd3-shape';
import { useId, useMemo } from 'react';
import { classes } from '../classes.ts';
import { formatPercent, formatShort } from '../format.ts';
import type { ChartPoint, ChartProps, ChartSeries } from './chart-data.ts';
import { ChartFrame } from './frame.tsx';
import { modelOf } from './model.ts';
import type { Place } from './moved.ts';
import { nameOfPoint } from './name.ts';
import { slicesOf } from './slices.ts';
import { Stage } from './stage.tsx';
import { fillOf, Patterns, Swatch } from './swatch.tsx';
import { fitText } from './text.ts';
import { twinOf } from './twin.ts';
import { useSeries } from './use-series.ts';
import { valueText } from './words.ts';

/** More slices than looks would need colours twice; the rest become one. */
const MOST_SLICES = 7;
const HOLE = 0.64;
const LIST_FROM_PX = 260;
/** Narrower lists say the shares alone. */
const VALUES_FROM_PX = 420;
const EMPTY: readonly ChartPoint[] = [];

/** Parts of a whole: the points of the first series, largest first, each beside its name and share. Negative values cannot be parts; a note says so. */
export function Donut({ centre, ...props }: ChartProps & { centre?: string }) {
  const { series, unit, title } = props;
  const points = series[0]?.points ?? EMPTY;
  const { slices, total, refused } = useMemo(() => slicesOf(points, MOST_SLICES), [points]);
  // Each slice is a series of its own, so that the legend can hide it.
  const parts = useMemo(
    () => slices.map(({ key, name, value }): ChartSeries => ({ key, label: name, points: [{ x: key, y: value }] })),
    [slices],
  );
  const choice = useSeries(parts);
  return (
    <ChartFrame
      {...props}
      shape="donut"
      hasData={slices.length > 0}
      twin={() => twinOf(modelOf(series.slice(0, 1)), series.slice(0, 1), unit)}
      note={refused > 0 ? `${refused} with a value below zero cannot be a part of a whole; the table has them` : null}
    >
      {(size) => (
        <Drawing
          {...{ size, choice, unit, title, centre, total }}
          summary={props.summary}
          onSelect={props.onSelect}
          selected={props.selected ?? null}
          label={series[0]?.label ?? title}
          points={points}
        />
      )}
    </ChartFrame>
  );
}

interface DrawingProps {
  size: { width: number; height: number };
  choice: ReturnType<typeof useSeries>;
  unit: ChartProps['unit'];
  title: string;
  label: string;
  centre: string | undefined;
  total: number;
  points: readonly ChartPoint[];
  summary: string | undefined;
  onSelect: ChartProps['onSelect'];
  selected: ChartProps['selected'] | null;
}

function Drawing({ size, choice, unit, title, label, centre, total, points, summary, onSelect, selected }: DrawingProps) {
  const scope = useId();
  const listed = size.width >= LIST_FROM_PX;
  const valued = size.width >= VALUES_FROM_PX;
  const side = Math.min(size.height, listed ? size.width * (valued ? 0.5 : 0.44) : size.width);
  const radius = side / 2 - 4;
  const values = choice.shown.map(({ points: [point] }) => point?.y ?? 0);
  const sum = values.reduce((all, value) => all + value, 0) || 1;
  const arcs = pieShape<number>().sortValues(null).padAngle(0.012)(values);
  const shape = arcShape<(typeof arcs)[number]>()
    .innerRadius(radius * HOLE)
    .outerRadius(radius)
    .cornerRadius(3);
  const lifted = arcShape<(typeof arcs)[number]>()
    .innerRadius(radius * HOLE)
    .outerRadius(radius + 4)
    .cornerRadius(3);
  const spot = ({ stop }: Place) => {
    const each = arcs[stop];
    const [x, y] = each ? shape.centroid(each) : [0, 0];
    return { x: x + side / 2, y: y + side / 2 };
  };
  const hit = (px: number, py: number): Place | null => {
    const [dx, dy] = [px - side / 2, py - side / 2];
    const far = Math.hypot(dx, dy);
    if (far > radius + 4 || far < radius * HOLE - 6) return null;
    const angle = (Math.atan2(dx, -dy) + Math.PI * 2) % (Math.PI * 2);
    const stop = arcs.findIndex(({ startAngle, endAngle }) => angle >= startAngle && angle <= endAngle);
    return stop < 0 ? null : { stop, row: 0 };
  };
  const share = (stop: number) => formatPercent((values[stop] ?? 0) / sum, 1);
  const choose = ({ stop }: Place) => {
    const one = choice.shown[stop];
    const point = points.find((each) => String(each.x) === one?.key);
    if (one && point) onSelect?.({ series: title, label, x: point.x, name: nameOfPoint(point), y: point.y });
  };
  const middle = centre ?? formatShort(choice.shown.length === choice.all.length ? total : sum, unit);
  return (
    <div className={classes('flex h-full items-center', valued ? 'gap-5' : 'gap-3', !listed && 'justify-center')}>
      <Stage
        title={title}
        summary={summary ?? choice.all.map(({ label: name, points: [point] }) => `${name} ${valueText(point?.y, unit)}`).join(', ')}
        width={side}
        height={side}
        stops={choice.shown.length}
        rows={1}
        form="area"
        hit={hit}
        spot={spot}
        tip={({ stop }) => ({
          head: choice.shown[stop]?.label ?? '',
          rows: [{ key: 'value', look: choice.shown[stop]?.look ?? null, label, value: valueText(values[stop], unit), extra: share(stop) }],
        })}
        say={({ stop }) => `${choice.shown[stop]?.label}: ${valueText(values[stop], unit)}, ${share(stop)}`}
        onChoose={onSelect ? choose : undefined}
        overlay={({ stop }) => {
          const each = arcs[stop];
          const look = choice.shown[stop]?.look;
          return each && look ? (
            <path d={lifted(each) ?? ''} fill={fillOf(look, scope)} transform={`translate(${side / 2} ${side / 2})`} />
          ) : null;
        }}
      >
        <Patterns looks={choice.shown.map(({ look }) => look)} scope={scope} />
        <g transform={`translate(${side / 2} ${side / 2})`}>
          {arcs.map((each, index) => {
            const one = choice.shown[index];
            if (!one) return null;
            const dim = (choice.lit !== null && choice.lit !== one.key) || (selected != null && String(selected) !== one.key);
            return (
              <path
                key={one.key}
                d={shape(each) ?? ''}
                fill={fillOf(one.look, scope)}
                className={classes('chart-part', dim && 'chart-dim')}
                data-slice={one.key}
              />
            );
          })}
          {radius >= 44 ? (
            <text textAnchor="middle" className={classes('fill-ink font-semibold', radius >= 70 ? 'text-lg' : 'text-base')} dy="0.1em">
              {middle}
            </text>
          ) : null}
          {radius >= 60 ? (
            <text textAnchor="middle" className="fill-muted" dy="1.7em">
              {fitText(label, radius * HOLE * 1.6)}
            </text>
          ) : null}
        </g>
      </Stage>
      {listed ? (
        <ul className="scroll-thin grid max-h-full min-w-0 flex-1 content-center gap-0.5 overflow-y-auto" data-legend>
          {choice.all.map(({ key, label: name, look, points: [point] }) => {
            const on = choice.shown.some((each) => each.key === key);
            return (
              <li key={key}>
                <button
                  type="button"
                  aria-pressed={on}
                  onClick={(event) => (event.shiftKey ? choice.only(key) : choice.toggle(key))}
                  onPointerEnter={() => choice.light(key)}
                  onPointerLeave={() => choice.light(null)}
                  onFocus={() => choice.light(key)}
                  onBlur={() => choice.light(null)}
                  className={classes(
                    'flex min-h-6 w-full items-center gap-2 rounded-md px-1.5 text-left text-sm hover:bg-raised',
                    !on && 'text-muted line-through',
                  )}
                >
                  <Swatch look={look} form="area" scope={scope} />
                  <span className="min-w-0 flex-1 truncate" dir="auto" title={name}>
                    {name}
                  </span>
                  {valued ? <span className="font-medium">{formatShort(point?.y ?? 0, unit)}</span> : null}
                  <span className="w-11 text-right text-muted">{on ? formatPercent((point?.y ?? 0) / sum, 0) : ''}</span>
                </button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </div>
  );
}
