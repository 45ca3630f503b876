import { scaleLinear } from 'd3-scale';
import type { ScaleLinear } from 'd3-scale';
import type { Unit } from '../../gql/graphql.ts';
import { formatPercent, formatShort } from '../format.ts';
import type { Dressed } from './looks.ts';
import type { ChartModel } from './model.ts';
import { stack } from './stack.ts';
import type { Piece } from './stack.ts';
import { textWidth } from './text.ts';
import { extentOf } from './value-axis.ts';

/** Where everything of lying bars stands. */
export interface RowGeometry {
  width: number;
  height: number;
  model: ChartModel;
  shown: readonly Dressed[];
  /** Room for the names in front of the bars; 0: the names stand above them. */
  names: number;
  /** The middle of each row, and its height. */
  places: readonly number[];
  row: number;
  x: ScaleLinear<number, number>;
  pieces: readonly (readonly Piece[])[];
  /** What stands behind each row; empty where every series says its own. */
  values: readonly { value: string; share: string }[];
  /** Room at the right end that shares take. */
  shares: number;
}

interface RowInput {
  model: ChartModel;
  shown: readonly Dressed[];
  width: number;
  height: number;
  unit: Unit;
  stacked: 'no' | 'sum' | 'whole';
}

const TALLEST_ROW_PX = 56;
const NAMES_SHARE = 0.36;
const WIDEST_NAMES_PX = 220;
const GAP_PX = 10;
/** Values are set bolder and larger than the labels that widths are known for. */
const BOLD = 1.15;
/** Shares are left out where the bars would get too short. */
const SHARES_FROM_PX = 340;

/** Lays lying bars out; what stands behind them gets the room that the longest needs. */
export function rowGeometry({ model, shown, width, height, unit, stacked }: RowInput): RowGeometry {
  const rows = shown.map(({ order }) => model.rows[order] ?? []);
  const count = Math.max(1, model.stops.length);
  const row = Math.min(TALLEST_ROW_PX * (stacked === 'no' ? Math.max(1, shown.length * 0.7) : 1), height / count);
  const pieces =
    stacked === 'no'
      ? rows.map((points) => points.map((point) => ({ from: 0, to: point?.y ?? 0 })))
      : stack(
          rows.map((points) => points.map((point) => point?.y ?? null)),
          stacked === 'whole',
        );
  const one = shown.length === 1;
  const values = model.stops.map((_, stop) => {
    const points = rows.map((points) => points[stop] ?? null);
    const share = one ? (points[0]?.share ?? null) : null;
    const sum = points.some((point) => point?.y != null) ? points.reduce((total, point) => total + (point?.y ?? 0), 0) : null;
    return {
      value: sum === null ? '–' : one || stacked === 'sum' ? formatShort(sum, unit) : '',
      share: share === null || width < SHARES_FROM_PX ? '' : formatPercent(share, 0),
    };
  });
  const shares = BOLD * Math.max(0, ...values.map(({ share }) => (share ? textWidth(share) + GAP_PX : 0)));
  const behind = BOLD * Math.max(0, ...values.map(({ value }) => textWidth(value))) + shares;
  const names = Math.min(WIDEST_NAMES_PX, width * NAMES_SHARE, Math.max(0, ...model.stops.map(({ name }) => textWidth(name))) + 4);
  const [low, high] = extentOf(
    stacked === 'no'
      ? rows.flatMap((points) => points.flatMap((point) => (point?.y == null ? [] : [point.y])))
      : pieces.flatMap((each) => each.map(({ to }) => to)),
    'zero',
  );
  const x = scaleLinear([low, high], [names + GAP_PX, Math.max(names + GAP_PX + 1, width - behind - GAP_PX)]);
  return { width, height, model, shown, names, places: model.stops.map((_, stop) => row * (stop + 0.5)), row, x, pieces, values, shares };
}
