import { area as areaShape, line as lineShape } from 'd3-shape';

/** A course of numbers as lines in a box of `width` × `height` pixels. */
export interface SparkPath {
  line: string;
  area: string;
  end: { x: number; y: number };
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Values that a course as small as a planet's can show. */
const MOST_VALUES = 12;

/** A course of few values: each the mean of as many neighbours, the last the last. */
export function coarse(values: readonly number[]): readonly number[] {
  if (values.length <= MOST_VALUES) return values;
  const bounds = Array.from({ length: MOST_VALUES }, (_, index) => Math.round((index / (MOST_VALUES - 1)) * (values.length - 1)));
  const means = bounds.slice(0, -1).map((from, index) => {
    const part = values.slice(from, bounds[index + 1]);
    return part.reduce((sum, value) => sum + value, 0) / part.length;
  });
  return [...means, ...values.slice(-1)];
}

/** The course, the lowest value at the bottom of the box; null where there are not two values to draw a line between. */
export function sparkPath(values: readonly number[], width: number, height: number): SparkPath | null {
  const last = values.at(-1);
  if (values.length < 2 || last === undefined) return null;
  const low = Math.min(...values);
  const high = Math.max(...values);
  const x = (index: number) => round((index / (values.length - 1)) * width);
  const y = (value: number) => (high === low ? round(height / 2) : round(height - ((value - low) / (high - low)) * height));
  const line = lineShape<number>()
    .x((_, index) => x(index))
    .y(y);
  const area = areaShape<number>()
    .x((_, index) => x(index))
    .y0(height)
    .y1(y);
  return { line: line(values) ?? '', area: area(values) ?? '', end: { x: x(values.length - 1), y: y(last) } };
}
