import { ZoomOut } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from '../button.tsx';
import { Axes, Targets } from './axes.tsx';
import type { AxisChartProps } from './chart-data.ts';
import { ChartFrame } from './frame.tsx';
import { geometryOf } from './geometry.ts';
import type { Geometry, GeometryInput } from './geometry.ts';
import { hasValues, modelOf, nearestStop } from './model.ts';
import type { ChartModel } from './model.ts';
import type { Place } from './moved.ts';
import type { Shape } from './skeleton.tsx';
import { Stage } from './stage.tsx';
import { summaryOf } from './summary.ts';
import { Point } from './swatch.tsx';
import { twinOf } from './twin.ts';
import { useSeries } from './use-series.ts';
import type { SeriesChoice } from './use-series.ts';
import { useZoom } from './use-zoom.ts';
import type { Baseline } from './value-axis.ts';
import { sayOf, tipOf } from './words.ts';

/** What one kind of chart adds to the axes it shares with the others. */
export interface AxisKind {
  shape: Shape;
  form: 'line' | 'area';
  baseline: Baseline;
  band: boolean;
  stacked: 'no' | 'sum' | 'whole';
  /** Points are shown where the crosshair meets a series. */
  points: boolean;
  /** Room at the right end for labels, by the width there is. */
  room?: (width: number, choice: SeriesChoice) => number;
  laid?: GeometryInput['laid'];
  note?: string | null;
  draw: (geometry: Geometry, choice: SeriesChoice) => ReactNode;
}

const GUIDE_PX = 4;
const NO_TARGETS: NonNullable<AxisChartProps['targets']> = [];

/** A chart of values along an axis: everything that lines, areas and columns have in common. */
export function AxisChart({ kind, drawn, ...props }: AxisChartProps & { kind: AxisKind; drawn?: AxisChartProps['series'] }) {
  const { series, title, unit, targets = NO_TARGETS, zoomable = false } = props;
  const choice = useSeries(drawn ?? series);
  const whole = useMemo(() => modelOf(drawn ?? series), [drawn, series]);
  const { model, zoom, zoomed, showAll } = useZoom(whole);
  return (
    <ChartFrame
      {...props}
      shape={kind.shape}
      form={kind.form}
      note={kind.note ?? null}
      hasData={hasValues(series)}
      twin={() => twinOf(modelOf(series), series, unit)}
      choice={choice}
      tools={
        zoomed ? (
          <IconButton label={`Show all of it again: ${title}`} className="size-7" data-chart-tool="zoom-out" onClick={showAll}>
            <ZoomOut aria-hidden size={15} />
          </IconButton>
        ) : null
      }
    >
      {(size) => <Plot {...props} {...size} kind={kind} targets={targets} choice={choice} model={model} zoom={zoomable ? zoom : null} />}
    </ChartFrame>
  );
}

interface PlotProps extends Omit<AxisChartProps, 'height'> {
  kind: AxisKind;
  width: number;
  height: number;
  choice: SeriesChoice;
  model: ChartModel;
  targets: NonNullable<AxisChartProps['targets']>;
  zoom: ReturnType<typeof useZoom>['zoom'] | null;
}

function Plot({
  kind,
  width,
  height,
  choice,
  model,
  targets,
  zoom,
  title,
  unit,
  summary,
  series,
  onSelect,
  selected,
  hoverX,
  onHoverX,
}: PlotProps) {
  const { shown } = choice;
  const room = kind.room?.(width, choice) ?? 0;
  const geometry = useMemo(
    () =>
      geometryOf({
        model,
        shown,
        width,
        height,
        unit,
        baseline: kind.baseline,
        band: kind.band,
        stacked: kind.stacked,
        laid: kind.laid,
        also: targets.map(({ value }) => value),
        room,
      }),
    [model, shown, width, height, unit, kind.baseline, kind.band, kind.stacked, kind.laid, targets, room],
  );
  const { places, pieces, y, top, bottom, left } = geometry;
  const marks = kind.draw(geometry, choice);
  const chosen = model.stops.findIndex(({ x }) => x === selected);
  const spot = ({ stop, row }: Place) => ({ x: places[stop] ?? left, y: y(pieces[row]?.[stop]?.to ?? 0) });
  const hit = (px: number, py: number): Place | null => {
    if (places.length === 0) return null;
    const stop = nearestStop(places, px);
    const at = (row: number) =>
      model.rows[shown[row]?.order ?? 0]?.[stop]?.y == null ? Number.POSITIVE_INFINITY : Math.abs(spot({ stop, row }).y - py);
    return { stop, row: shown.reduce((best, _, row) => (at(row) < at(best) ? row : best), 0) };
  };
  const choose = ({ stop, row }: Place) => {
    const one = shown[row];
    const place = model.stops[stop];
    if (one && place)
      onSelect?.({ series: one.key, label: one.label, x: place.x, name: place.name, y: model.rows[one.order]?.[stop]?.y ?? null });
  };
  return (
    <Stage
      title={title}
      summary={summary ?? summaryOf(model, series, unit)}
      width={width}
      height={height}
      stops={model.stops.length}
      rows={shown.length}
      hit={hit}
      spot={spot}
      tip={tipOf(geometry, unit, kind.stacked)}
      say={sayOf(geometry, unit)}
      form={kind.form}
      onChoose={onSelect ? choose : undefined}
      outer={hoverX == null ? null : model.stops.findIndex(({ x }) => x === hoverX)}
      onHover={onHoverX ? (stop) => onHoverX(stop === null ? null : (model.stops[stop]?.x ?? null)) : undefined}
      onDrag={zoom ? (from, to) => zoom.to(nearestStop(places, from), nearestStop(places, to)) : undefined}
      onZoomKey={zoom ? zoom.byKey : undefined}
      overlay={({ stop, row }, byKeys) => (
        <g data-crosshair={stop}>
          {kind.band ? (
            <rect
              x={(places[stop] ?? 0) - geometry.step / 2}
              width={geometry.step}
              y={top}
              height={bottom - top}
              fill="var(--ink)"
              opacity="0.06"
            />
          ) : (
            <line x1={places[stop]} x2={places[stop]} y1={top} y2={bottom} stroke="var(--control)" />
          )}
          {kind.points
            ? shown.map(({ key, look, order }, each) =>
                model.rows[order]?.[stop]?.y == null ? null : (
                  <Point key={key} look={look} {...spot({ stop, row: each })} size={byKeys && each === row ? 110 : 64} />
                ),
              )
            : null}
        </g>
      )}
    >
      <Axes geometry={geometry} />
      {selected != null && !kind.band && chosen >= 0 ? (
        <rect
          x={(places[chosen] ?? 0) - GUIDE_PX / 2}
          y={top}
          width={GUIDE_PX}
          height={bottom - top}
          rx="2"
          fill="var(--accent)"
          opacity="0.45"
          data-chosen
        />
      ) : null}
      {marks}
      <Targets geometry={geometry} targets={targets} />
    </Stage>
  );
}
