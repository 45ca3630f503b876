/** A point of a drawn line, in pixels, with the stop it stands for. */
export interface Drawn {
  index: number;
  x: number;
  y: number;
}

/** More points than this for each pixel cannot be told apart. */
export const POINTS_PER_PX = 2;

/**
 * Fewer points that look the same: "largest triangle three buckets" (S. Steinarsson, Downsampling Time Series for Visual
 * Representation, 2013). The first and the last point stay; of each bucket between them stays the one that makes the largest triangle
 * with the one kept before and the mean of the next bucket.
 */
export function decimate(points: Drawn[], most: number): Drawn[] {
  if (points.length <= most || most < 3) return points;
  const kept: Drawn[] = [points[0]!];
  const width = (points.length - 2) / (most - 2);
  const edge = (bucket: number) => Math.floor(bucket * width) + 1;
  for (let bucket = 0; bucket < most - 2; bucket++) {
    const next = points.slice(edge(bucket + 1), Math.min(points.length, edge(bucket + 2)));
    const mean = next.reduce((sum, { x, y }) => ({ x: sum.x + x / next.length, y: sum.y + y / next.length }), { x: 0, y: 0 });
    const before = kept.at(-1)!;
    let best = points[edge(bucket)]!;
    let largest = -1;
    for (let index = edge(bucket); index < edge(bucket + 1); index++) {
      const point = points[index]!;
      const area = Math.abs((before.x - mean.x) * (point.y - before.y) - (before.x - point.x) * (mean.y - before.y));
      if (area > largest) {
        largest = area;
        best = point;
      }
    }
    kept.push(best);
  }
  kept.push(points.at(-1)!);
  return kept;
}
