import { useMemo } from 'react';
import { classes } from '../classes.ts';
import { formatShort } from '../format.ts';
import type { ChartProps } from './chart-data.ts';
import { ChartFrame } from './frame.tsx';
import { heatGeometry, warmth } from './heat-geometry.ts';
import { hasValues, modelOf } from './model.ts';
import { Stage } from './stage.tsx';
import { fitText, textWidth } from './text.ts';
import { twinOf } from './twin.ts';
import { valueText } from './words.ts';

const ROW_PX = 30;
const SCALE_PX = 26;
const SAMPLES = 7;

/** Values of many names over time or over other names: a row for each series, warmer where there is more. Below zero another colour. */
export function HeatMap(props: ChartProps) {
  const { series, unit, title, onSelect, selected = null } = props;
  const model = useMemo(() => modelOf(series), [series]);
  const values = useMemo(() => model.rows.flatMap((row) => row.flatMap((point) => (point?.y == null ? [] : [point.y]))), [model]);
  const most = values.reduce((high, value) => Math.max(high, value), 0);
  const least = values.reduce((low, value) => Math.min(low, value), 0);
  const scale = Math.max(most, -least) || 1;
  const at = (row: number, stop: number) => model.rows[row]?.[stop]?.y ?? null;
  return (
    <ChartFrame
      {...props}
      height={props.height ?? Math.max(140, series.length * ROW_PX + SCALE_PX + 40)}
      shape="heat"
      hasData={hasValues(series)}
      twin={() => twinOf(model, series, unit)}
    >
      {({ width, height }) => {
        const geometry = heatGeometry(
          model,
          series.map(({ label }) => label),
          width,
          height - SCALE_PX,
        );
        const { left, cell, row: rowPx, labels, bottom } = geometry;
        const written = cell >= 44 && rowPx >= 20;
        return (
          <>
            <Stage
              title={title}
              summary={
                props.summary ??
                `${series.length} by ${model.stops.length} values from ${valueText(Math.min(...values), unit)} to ${valueText(Math.max(...values), unit)}`
              }
              width={width}
              height={height - SCALE_PX}
              stops={model.stops.length}
              rows={series.length}
              form="area"
              hit={(px, py) => {
                const [stop, row] = [Math.floor((px - left) / cell), Math.floor(py / rowPx)];
                return stop >= 0 && stop < model.stops.length && row >= 0 && row < series.length ? { stop, row } : null;
              }}
              spot={({ stop, row }) => ({ x: left + cell * (stop + 0.5), y: rowPx * (row + 0.5) })}
              tip={({ stop, row }) => ({
                head: model.stops[stop]?.name ?? '',
                rows: [{ key: 'value', look: null, label: series[row]?.label ?? '', value: valueText(at(row, stop), unit) }],
                notes: model.rows[row]?.[stop]?.note ? [model.rows[row]?.[stop]?.note ?? ''] : [],
              })}
              say={({ stop, row }) =>
                `${series[row]?.label}, ${model.stops[stop]?.name}: ${at(row, stop) === null ? 'no value' : valueText(at(row, stop), unit)}`
              }
              onChoose={
                onSelect
                  ? ({ stop, row }) =>
                      onSelect({
                        series: series[row]?.key ?? '',
                        label: series[row]?.label ?? '',
                        x: model.stops[stop]?.x ?? '',
                        name: model.stops[stop]?.name ?? '',
                        y: at(row, stop),
                      })
                  : undefined
              }
              overlay={({ stop, row }) => (
                <rect
                  x={left + cell * stop}
                  y={rowPx * row}
                  width={cell}
                  height={rowPx}
                  rx="4"
                  fill="none"
                  stroke="var(--ink)"
                  strokeWidth="2"
                />
              )}
            >
              {series.map(({ key, label }, row) => (
                <g key={key}>
                  {left > 0 ? (
                    <text x={left - 8} y={rowPx * (row + 0.5)} dy="0.35em" textAnchor="end" className="fill-muted">
                      {fitText(label, left - 10)}
                      <title>{label}</title>
                    </text>
                  ) : null}
                  {model.stops.map(({ x }, stop) => {
                    const value = at(row, stop);
                    const heat = value === null ? null : warmth(value / scale);
                    const text = value === null ? '' : formatShort(value, unit);
                    return (
                      <g
                        key={x}
                        className={classes('chart-part', selected !== null && selected !== x && 'chart-dim')}
                        data-cell={value === null ? 'none' : 'value'}
                      >
                        <rect
                          x={left + cell * stop + 1}
                          y={rowPx * row + 1}
                          width={Math.max(1, cell - 2)}
                          height={Math.max(1, rowPx - 2)}
                          rx="3"
                          style={{ fill: heat?.fill ?? 'none' }}
                          stroke={value === null ? 'var(--line)' : 'none'}
                          strokeDasharray="2 3"
                        />
                        {written && textWidth(text) <= cell - 6 ? (
                          <text
                            x={left + cell * (stop + 0.5)}
                            y={rowPx * (row + 0.5)}
                            dy="0.35em"
                            textAnchor="middle"
                            style={{ fill: heat?.ink }}
                          >
                            {text}
                          </text>
                        ) : null}
                      </g>
                    );
                  })}
                </g>
              ))}
              {labels.map(({ index, x, text, under, anchor }) => (
                <g key={index} transform={`translate(${x} ${bottom})`} textAnchor={anchor}>
                  <text y="16" className="fill-muted">
                    {fitText(text, width - left)}
                  </text>
                  {under ? (
                    <text y="31" className="fill-ink" fontWeight="500">
                      {under}
                    </text>
                  ) : null}
                </g>
              ))}
            </Stage>
            <div className="flex items-center justify-end gap-2 text-xs text-muted" style={{ height: SCALE_PX }}>
              <span>{valueText(Math.min(0, least), unit)}</span>
              <svg aria-hidden width={SAMPLES * 16} height="10">
                {Array.from({ length: SAMPLES }, (_, sample) => (
                  <rect
                    key={sample}
                    x={sample * 16}
                    width="15"
                    height="10"
                    rx="2"
                    style={{ fill: warmth((least + ((most - least) * sample) / (SAMPLES - 1)) / scale).fill }}
                  />
                ))}
              </svg>
              <span>{valueText(most, unit)}</span>
            </div>
          </>
        );
      }}
    </ChartFrame>
  );
}
