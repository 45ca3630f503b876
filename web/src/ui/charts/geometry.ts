import { scaleLinear } from 'd3-scale';
import type { ScaleLinear } from 'd3-scale';
import type { Unit } from '../../gql/graphql.ts';
import type { ChartPoint } from './chart-data.ts';
import type { Dressed } from './looks.ts';
import type { ChartModel } from './model.ts';
import { stack } from './stack.ts';
import type { Piece } from './stack.ts';
import { cutLabels, stopLabels } from './stop-labels.ts';
import type { Span, StopLabel } from './stop-labels.ts';
import { textWidth } from './text.ts';
import { extentOf, tickLabels, ticksOf, valueScale } from './value-axis.ts';
import type { Baseline } from './value-axis.ts';

/** Where everything of a chart along an axis stands, in pixels of its drawing. */
export interface Geometry {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  model: ChartModel;
  shown: readonly Dressed[];
  /** The middle of each stop. */
  places: readonly number[];
  /** Room of one stop. */
  step: number;
  y: ScaleLinear<number, number>;
  ticks: readonly { at: number; text: string }[];
  labels: readonly StopLabel[];
  /** From where to where each value of each series shown is drawn; without stacking from zero. */
  pieces: readonly (readonly Piece[])[];
}

export interface GeometryInput {
  model: ChartModel;
  shown: readonly Dressed[];
  width: number;
  height: number;
  unit: Unit;
  baseline: Baseline;
  /** Bars have room of their own; points stand at the ends of the axis. */
  band: boolean;
  stacked: 'no' | 'sum' | 'whole';
  /** Where values are drawn, when it is neither from zero nor on top of one another. */
  laid?: ((rows: readonly (readonly (ChartPoint | null)[])[]) => Piece[][]) | undefined;
  /** Values that must be on the axis too: targets, running sums. */
  also?: readonly number[];
  /** Room at the right end, for labels. */
  room?: number;
}

const TOP_PX = 10;
const LINE_PX = 18;
const AXIS_GAP_PX = 10;
const POINT_PAD_PX = 8;
/** Narrower drawings have no axis of values: their tooltip and table say them. */
const AXIS_FROM_PX = 180;
const LABELS_FROM_PX = 110;
const LEAST_NAME_PX = 44;
const NAME_GAP_PX = 10;

/** Lays a chart out. */
export function geometryOf({
  model,
  shown,
  width,
  height,
  unit,
  baseline,
  band,
  stacked,
  laid,
  also = [],
  room = 0,
}: GeometryInput): Geometry {
  const rows = shown.map(({ order }) => model.rows[order] ?? []);
  const pieces = piecesOf(rows, stacked, laid);
  const values =
    stacked === 'no' && !laid
      ? rows.flatMap((row) => row.flatMap((point) => [point?.y, point?.low, point?.high].filter((value) => value != null)))
      : pieces.flatMap((row) => row.map(({ to }) => to));
  const tiers = height >= LABELS_FROM_PX ? (model.stops.some(({ parts }) => parts[1] !== '') ? 2 : 1) : 0;
  const bottom = height - (tiers === 0 ? 4 : tiers * LINE_PX - (tiers === 2 ? 0 : -4));
  const y = valueScale(extentOf([...values, ...also], baseline), [bottom, TOP_PX]);
  const ticks = ticksOf(y, bottom - TOP_PX, stacked === 'whole' ? 'PERCENT' : unit);
  const texts = tickLabels(ticks, stacked === 'whole' ? 'PERCENT' : unit);
  const left = width < AXIS_FROM_PX ? 2 : Math.ceil(Math.max(...texts.map(textWidth), 0)) + AXIS_GAP_PX;
  const right = width - Math.max(room, 4);
  const { places, step } = placesOf(model, left, right, band);
  const labels = tiers === 0 ? [] : labelsOf(model, places, step, { left: Math.max(0, left - 12), right: width });
  return {
    width,
    height,
    left,
    right,
    top: TOP_PX,
    bottom,
    model,
    shown,
    places,
    step,
    y,
    ticks: left > 2 ? ticks.map((at, index) => ({ at, text: texts[index] ?? '' })) : ticks.map((at) => ({ at, text: '' })),
    labels,
    pieces,
  };
}

/** Names that do not all fit are cut to their room, while something of each is left to read. */
function labelsOf(model: ChartModel, places: readonly number[], step: number, span: Span): StopLabel[] {
  const at = (index: number) => places[index] ?? span.left;
  const labels = stopLabels(model.stops, at, span, model.grain);
  if (model.kind !== 'name' || labels.length === model.stops.length || step < LEAST_NAME_PX) return labels;
  return cutLabels(model.stops, at, step - NAME_GAP_PX);
}

function piecesOf(
  rows: readonly (readonly (ChartPoint | null)[])[],
  stacked: GeometryInput['stacked'],
  laid: GeometryInput['laid'],
): Piece[][] {
  if (laid) return laid(rows);
  if (stacked === 'no') return rows.map((row) => row.map((point) => ({ from: 0, to: point?.y ?? 0 })));
  return stack(
    rows.map((row) => row.map((point) => point?.y ?? null)),
    stacked === 'whole',
  );
}

function placesOf({ kind, stops }: ChartModel, left: number, right: number, band: boolean): { places: number[]; step: number } {
  const count = stops.length;
  const step = (right - left) / Math.max(1, count);
  if (band) return { places: stops.map((_, index) => left + step * (index + 0.5)), step };
  if (count === 1) return { places: [(left + right) / 2], step };
  const ends = [left + POINT_PAD_PX, right - POINT_PAD_PX];
  const first = kind === 'name' ? 0 : (stops[0]?.at ?? 0);
  const last = kind === 'name' ? count - 1 : (stops.at(-1)?.at ?? 1);
  const x = scaleLinear([first, last], ends);
  return { places: stops.map(({ at }, index) => x(kind === 'name' ? index : at)), step };
}
