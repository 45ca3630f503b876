import { scaleLinear } from 'd3-scale';
import type { ScaleLinear } from 'd3-scale';
import type { Unit } from '../../gql/graphql.ts';

/** Room that one label of the axis takes, with the room above it. */
const LABEL_PX = 44;
const MOST_TICKS = 6;
/** Values this close together, seen from zero, get an axis that does not begin at zero. */
const CLOSE = 0.6;
const SHORT: readonly (readonly [from: number, by: number, sign: string])[] = [
  [1e15, 1e15, 'Q'],
  [1e12, 1e12, 'T'],
  [1e9, 1e9, 'B'],
  [1e6, 1e6, 'M'],
  [1e4, 1e3, 'K'],
];
const MOST_DIGITS = 6;

/** Whether an axis of values begins at zero always, or only where the values come near it. */
export type Baseline = 'zero' | 'data';

/** The lowest and highest value an axis must show; one without values goes from 0 to 1. */
export function extentOf(values: Iterable<number>, baseline: Baseline): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return [0, 1];
  const close = baseline === 'data' && ((low > 0 && low >= high * CLOSE) || (high < 0 && high <= low * CLOSE));
  if (close && low < high) return [low - (high - low) * 0.15, high + (high - low) * 0.08];
  if (low === high && low === 0) return [0, 1];
  return [Math.min(0, low), Math.max(0, high)];
}

/** Values to pixels, with round ends. `range` is [bottom, top]. */
export function valueScale(extent: readonly [number, number], range: readonly [number, number]): ScaleLinear<number, number> {
  return scaleLinear(extent, range).nice(tickCount(range[0] - range[1]));
}

function tickCount(height: number): number {
  return Math.max(2, Math.min(MOST_TICKS, Math.floor(Math.abs(height) / LABEL_PX)));
}

/** Round values to mark along `px` pixels of an axis. */
export function ticksOf(scale: ScaleLinear<number, number>, px: number, unit: Unit): number[] {
  const ticks = scale.ticks(tickCount(px));
  const whole = ticks.filter((tick) => Number.isInteger(tick));
  return unit === 'COUNT' && whole.length > 1 ? whole : ticks;
}

/**
 * Labels of ticks, short and all different: one sign (K, M, B …) for the whole axis, and as many decimals as the step between two
 * of them needs. Zero is plain.
 */
export function tickLabels(ticks: readonly number[], unit: Unit): string[] {
  const most = Math.max(0, ...ticks.map(Math.abs));
  const step = ticks.length > 1 ? Math.abs((ticks[1] ?? 0) - (ticks[0] ?? 0)) : most || 1;
  const percent = unit === 'PERCENT';
  const [, by, sign] = percent ? [0, 0.01, '%'] : (SHORT.find(([from]) => most >= from) ?? [0, 1, '']);
  // 2.5 needs one digit, 0.25 two: the first at which the step is whole.
  const whole = (scaled: number) => Math.round(scaled) >= 1 && Math.abs(scaled - Math.round(scaled)) < scaled * 1e-6;
  let digits = 0;
  while (digits < MOST_DIGITS && !whole((step / by) * 10 ** digits)) digits += 1;
  const places = most === 0 ? 0 : Math.floor(Math.log10(most)) - Math.floor(Math.log10(step));
  if (digits === MOST_DIGITS) return ticks.map((tick) => (tick === 0 ? '0' : tick.toExponential(Math.max(1, places)).replaceAll('-', '−')));
  const format = new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return ticks.map((tick) => (tick === 0 ? `0${percent ? '%' : ''}` : `${format.format(tick / by).replace('-', '−')}${sign}`));
}
