import type { ChartPoint } from './chart-data.ts';

/** How a point that stands for itself is called. */
export function nameOfPoint({ name, x }: ChartPoint): string {
  return name ?? String(x);
}
