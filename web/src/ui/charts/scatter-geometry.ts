import type { ScaleLinear } from 'd3-scale';
import { scaleSqrt } from 'd3-scale';
import type { Unit } from '../../gql/graphql.ts';
import { textWidth } from './text.ts';
import { extentOf, tickLabels, ticksOf, valueScale } from './value-axis.ts';

interface ScatterInput {
  width: number;
  height: number;
  unit: Unit;
  acrossUnit: Unit;
  /** Room above, for the name of what goes up. */
  top: number;
}

const BELOW_PX = 38;
const USUAL_RADIUS_PX = 4;
const RADII_PX = [2.5, 11] as const;
const TICK_GAP_PX = 18;

/** Where everything of a scatter stands. */
export interface ScatterGeometry {
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
  left: number;
  right: number;
  bottom: number;
  ticksX: readonly { at: number; text: string }[];
  ticksY: readonly { at: number; text: string }[];
  radius: (size: number | undefined) => number;
}

/** Lays a scatter out; its axes begin at zero only where the values come near it. */
export function scatterGeometry(
  points: readonly { x: number; y: number; size?: number | undefined }[],
  { width, height, unit, acrossUnit, top }: ScatterInput,
): ScatterGeometry {
  const bottom = height - BELOW_PX;
  const y = valueScale(
    extentOf(
      points.map((point) => point.y),
      'data',
    ),
    [bottom, top],
  );
  const upTicks = ticksOf(y, bottom - top, unit);
  const texts = tickLabels(upTicks, unit);
  const left = Math.ceil(Math.max(0, ...texts.map(textWidth))) + 12;
  const right = width - 12;
  const x = valueScale(
    extentOf(
      points.map((point) => point.x),
      'data',
    ),
    [right, left],
  ).range([left, right]);
  const acrossTicks = ticksOf(x, (right - left) * 0.6, acrossUnit);
  const acrossTexts = tickLabels(acrossTicks, acrossUnit);
  const widest = Math.max(1, ...acrossTexts.map(textWidth)) + TICK_GAP_PX;
  const every = Math.max(1, Math.ceil((widest * acrossTicks.length) / Math.max(1, right - left)));
  const most = points.reduce((high, { size = 0 }) => Math.max(high, size), 0);
  const area = scaleSqrt([0, most || 1], [RADII_PX[0], RADII_PX[1]]);
  return {
    x,
    y,
    left,
    right,
    bottom,
    ticksX: acrossTicks.map((at, index) => ({ at, text: acrossTexts[index] ?? '' })).filter((_, index) => index % every === 0),
    ticksY: upTicks.map((at, index) => ({ at, text: texts[index] ?? '' })),
    radius: (size) => (size === undefined ? USUAL_RADIUS_PX : area(Math.max(0, size))),
  };
}

/** Which of many spots to draw: where several lie on the same few pixels, the first stands for them. Coarser until few enough are left. */
export function thin(spots: readonly { x: number; y: number }[], most: number): number[] {
  if (spots.length <= most) return spots.map((_, index) => index);
  for (let cell = 1; ; cell *= 1.5) {
    const taken = new Map<string, number>();
    spots.forEach(({ x, y }, index) => {
      const key = `${Math.round(x / cell)} ${Math.round(y / cell)}`;
      if (!taken.has(key)) taken.set(key, index);
    });
    if (taken.size <= most) return Array.from(taken.values());
  }
}
