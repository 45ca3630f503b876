import { useId, useMemo } from 'react';
import type { AxisChartProps, ChartMark } from './chart-data.ts';
import { leftNote } from './columns.tsx';
import { ChartFrame } from './frame.tsx';
import { hasValues, modelOf } from './model.ts';
import type { Place } from './moved.ts';
import { RowMarks } from './row-marks.tsx';
import { rowGeometry } from './row-geometry.ts';
import { Stage } from './stage.tsx';
import { summaryOf } from './summary.ts';
import { topOf } from './top.ts';
import { twinOf } from './twin.ts';
import { useSeries } from './use-series.ts';
import { sayOf, tipOf } from './words.ts';

const LEAST_ROW_PX = 26;
const NOTE_PX = 20;
const USUAL_ROW_PX = 34;
/** A chart that takes the height it needs stops growing here. */
const MOST_ROWS = 30;

/** Lying bars: as many rows as fit, the largest first to stay. */
export function Rows({ stacked, ...props }: AxisChartProps & { stacked: 'no' | 'sum' | 'whole' }) {
  const { series, unit, title, onSelect, selected } = props;
  const scope = useId();
  const names = useMemo(() => new Set(series.flatMap(({ points }) => points.map(({ x }) => x))).size, [series]);
  const lanes = stacked === 'no' ? Math.max(1, series.length) : 1;
  const height = props.height ?? Math.max(80, Math.min(names, MOST_ROWS) * USUAL_ROW_PX * (lanes > 1 ? 0.45 + lanes * 0.4 : 1));
  const choice = useSeries(series);
  return (
    <ChartFrame
      {...props}
      height={height}
      shape="rows"
      form="area"
      hasData={hasValues(series)}
      twin={() => twinOf(modelOf(series), series, unit)}
      choice={choice}
    >
      {(size) => {
        const room = Math.max(1, Math.floor(size.height / (LEAST_ROW_PX * (lanes > 1 ? 0.5 + lanes * 0.35 : 1))));
        const top = topOf(series, names <= room ? names : Math.max(1, room - 1));
        const model = modelOf(top.series);
        const drawing = size.height - (top.left > 0 ? NOTE_PX : 0);
        const geometry = rowGeometry({ model, shown: choice.shown, width: size.width, height: drawing, unit, stacked });
        const { places, pieces, x, row: rowPx } = geometry;
        const spot = ({ stop, row }: Place) => ({ x: x(pieces[row]?.[stop]?.to ?? 0), y: places[stop] ?? 0 });
        const mark = ({ stop, row }: Place): ChartMark => {
          const one = choice.shown[row];
          const at = model.stops[stop];
          return {
            series: one?.key ?? '',
            label: one?.label ?? '',
            x: at?.x ?? '',
            name: at?.name ?? '',
            y: model.rows[one?.order ?? 0]?.[stop]?.y ?? null,
          };
        };
        return (
          <>
            <Stage
              title={title}
              summary={props.summary ?? summaryOf(model, series, unit)}
              width={size.width}
              height={drawing}
              stops={model.stops.length}
              rows={choice.shown.length}
              upright
              form="area"
              hit={(px, py) => {
                const stop = Math.floor(py / rowPx);
                if (stop < 0 || stop >= model.stops.length) return null;
                const lane =
                  stacked === 'no'
                    ? Math.floor(((py % rowPx) / rowPx) * choice.shown.length)
                    : pieces.findIndex((row) => x(row[stop]?.to ?? 0) >= px);
                return { stop, row: Math.max(0, Math.min(choice.shown.length - 1, lane)) };
              }}
              spot={spot}
              tip={tipOf(geometry, unit, stacked)}
              say={sayOf(geometry, unit)}
              onChoose={onSelect ? (place) => onSelect(mark(place)) : undefined}
              overlay={({ stop }) => (
                <rect y={(places[stop] ?? 0) - rowPx / 2} width={size.width} height={rowPx} rx="6" fill="var(--ink)" opacity="0.06" />
              )}
            >
              <RowMarks {...{ geometry, choice, scope, unit, stacked }} selected={selected ?? null} />
            </Stage>
            {top.left > 0 ? (
              <p className="truncate text-xs text-muted" style={{ height: NOTE_PX, lineHeight: `${NOTE_PX}px` }}>
                {leftNote(top.left, top.rest, unit)}
              </p>
            ) : null}
          </>
        );
      }}
    </ChartFrame>
  );
}
