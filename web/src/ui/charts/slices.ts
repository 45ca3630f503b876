import type { ChartPoint } from './chart-data.ts';
import { nameOfPoint } from './name.ts';

/** One part of a whole. */
export interface Slice {
  key: string;
  name: string;
  value: number;
}

const OTHERS = '\u0000others';

/** The parts of a whole, largest first; past `most` the smallest become one. What is not above zero is no part: negative ones are counted. */
export function slicesOf(points: readonly ChartPoint[], most: number): { slices: Slice[]; total: number; refused: number } {
  const all = points
    .flatMap((point): Slice[] =>
      point.y !== null && point.y > 0 ? [{ key: String(point.x), name: nameOfPoint(point), value: point.y }] : [],
    )
    .toSorted((one, other) => other.value - one.value);
  const total = all.reduce((sum, { value }) => sum + value, 0);
  const refused = points.filter(({ y }) => y !== null && y < 0).length;
  if (all.length <= most) return { slices: all, total, refused };
  const rest = all.slice(most - 1);
  const others = { key: OTHERS, name: `${rest.length} others`, value: rest.reduce((sum, { value }) => sum + value, 0) };
  return { slices: [...all.slice(0, most - 1), others], total, refused };
}
