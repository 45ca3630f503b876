import { useMemo } from 'react';
import { classes } from '../classes.ts';
import { formatPercent, formatShort } from '../format.ts';
import type { ChartPoint, ChartProps } from './chart-data.ts';
import { ChartFrame } from './frame.tsx';
import { hasValues, modelOf } from './model.ts';
import { nameOfPoint } from './name.ts';
import { Stage } from './stage.tsx';
import { fitText } from './text.ts';
import { twinOf } from './twin.ts';
import { valueText } from './words.ts';

const GAP_SHARE = 0.3;
const TALLEST_PX = 44;
const NAMES_SHARE = 0.26;
const VALUES_PX = 96;
const ROW_PX = 52;
const FADE = 0.62;

type Known = ChartPoint & { y: number };

/** Stages that fewer and fewer reach: each with its value, its share of the first, and what came through from the one before. Takes the first series, in its order. */
export function Funnel(props: ChartProps) {
  const { series, unit, title, onSelect, selected = null } = props;
  const stages = useMemo(() => (series[0]?.points ?? []).filter((point): point is Known => point.y !== null && point.y >= 0), [series]);
  const first = stages[0]?.y ?? 0;
  const most = Math.max(0, ...stages.map(({ y }) => y)) || 1;
  const ofFirst = (stop: number) => (first > 0 ? formatPercent((stages[stop]?.y ?? 0) / first, 0) : '–');
  const through = (stop: number) => {
    const before = stages[stop - 1]?.y ?? 0;
    return stop > 0 && before > 0 ? formatPercent((stages[stop]?.y ?? 0) / before, 0) : null;
  };
  const label = series[0]?.label ?? title;
  const look = { color: 'var(--chart-1)', mark: 'circle', pattern: 'solid' } as const;
  return (
    <ChartFrame
      {...props}
      height={props.height ?? Math.max(160, stages.length * ROW_PX)}
      shape="funnel"
      hasData={hasValues(series)}
      twin={() => twinOf(modelOf(series.slice(0, 1)), series.slice(0, 1), unit)}
    >
      {({ width, height }) => {
        const row = Math.min(height / Math.max(1, stages.length), TALLEST_PX / (1 - GAP_SHARE));
        const names = width * NAMES_SHARE;
        const centre = names + (width - names - VALUES_PX) / 2;
        const half = (y: number) => Math.max(1, ((width - names - VALUES_PX) / 2) * (y / most));
        const bar = row * (1 - GAP_SHARE);
        const middle = (stop: number) => row * stop + bar / 2;
        return (
          <Stage
            title={title}
            summary={
              props.summary ??
              stages.map((stage, stop) => `${nameOfPoint(stage)} ${valueText(stage.y, unit)} (${ofFirst(stop)})`).join(', ')
            }
            width={width}
            height={height}
            stops={stages.length}
            rows={1}
            upright
            form="area"
            hit={(_, py) => (py >= 0 && py < row * stages.length ? { stop: Math.floor(py / row), row: 0 } : null)}
            spot={({ stop }) => ({ x: centre + half(stages[stop]?.y ?? 0), y: middle(stop) })}
            tip={({ stop }) => {
              const stage = stages[stop];
              const came = through(stop);
              return {
                head: stage ? nameOfPoint(stage) : '',
                rows: [
                  { key: 'value', look, label, value: valueText(stage?.y, unit) },
                  { key: 'first', look: null, label: 'Of the first', value: ofFirst(stop) },
                  ...(came ? [{ key: 'before', look: null, label: 'Of the one before', value: came }] : []),
                ],
              };
            }}
            say={({ stop }) => {
              const stage = stages[stop];
              const came = through(stop);
              return stage
                ? `${nameOfPoint(stage)}: ${valueText(stage.y, unit)}, ${ofFirst(stop)} of the first${came ? `, ${came} of the one before` : ''}`
                : '';
            }}
            onChoose={
              onSelect
                ? ({ stop }) => {
                    const stage = stages[stop];
                    if (stage) onSelect({ series: series[0]?.key ?? '', label, x: stage.x, name: nameOfPoint(stage), y: stage.y });
                  }
                : undefined
            }
            overlay={({ stop }) => (
              <rect y={row * stop - (row - bar) / 2} width={width} height={row} rx="6" fill="var(--ink)" opacity="0.06" />
            )}
          >
            {stages.map((stage, stop) => {
              const next = stages[stop + 1];
              const came = through(stop);
              return (
                <g
                  key={stage.x}
                  className={classes('chart-part', selected !== null && selected !== stage.x && 'chart-dim')}
                  data-bar={stage.x}
                >
                  {next ? (
                    <path
                      d={`M${centre - half(stage.y)} ${row * stop + bar}H${centre + half(stage.y)}L${centre + half(next.y)} ${row * (stop + 1)}H${centre - half(next.y)}Z`}
                      fill="var(--chart-1)"
                      opacity="0.16"
                    />
                  ) : null}
                  <rect
                    x={centre - half(stage.y)}
                    y={row * stop}
                    width={half(stage.y) * 2}
                    height={bar}
                    rx="4"
                    fill="var(--chart-1)"
                    fillOpacity={1 - (stop / Math.max(1, stages.length)) * FADE}
                  />
                  <text x="0" y={middle(stop)} dy="0.35em" className="fill-ink text-sm">
                    {fitText(nameOfPoint(stage), names - 12)}
                  </text>
                  <text x={width} y={middle(stop)} dy="0.35em" textAnchor="end" className="fill-ink text-sm">
                    <tspan fontWeight="600">{formatShort(stage.y, unit)}</tspan>
                    <tspan dx="8" className="fill-muted">
                      {ofFirst(stop)}
                    </tspan>
                  </text>
                  {came && row - bar >= 12 ? (
                    <text
                      x={centre}
                      y={row * stop - (row - bar) / 2}
                      dy="0.35em"
                      textAnchor="middle"
                      className="chart-halo fill-muted"
                      fontSize="12"
                    >
                      ↓ {came}
                    </text>
                  ) : null}
                </g>
              );
            })}
          </Stage>
        );
      }}
    </ChartFrame>
  );
}
