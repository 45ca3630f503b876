/** The middle of some numbers; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? 0) + high) / 2;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of a normal distribution, how many median absolute deviations make a standard deviation. */
const NORMAL = 1.4826;

/**
 * A standard deviation that single outliers do not move: from the median absolute deviation around the median (Rousseeuw & Croux 1993). Where
 * more than half of the numbers are equal, from the mean absolute deviation.
 */
export function robustSpread(values: readonly number[]): number {
  const middle = median(values);
  const away = values.map((value) => Math.abs(value - middle));
  const spread = NORMAL * median(away);
  return spread > 0 ? spread : 1.2533 * mean(away);
}

/** The slope that outliers do not move: the median of the slopes of all pairs of points one apart each (Theil–Sen). */
export function slopeOf(values: readonly number[]): number {
  const slopes: number[] = [];
  for (let from = 0; from < values.length; from += 1)
    for (let to = from + 1; to < values.length; to += 1) slopes.push(((values[to] ?? 0) - (values[from] ?? 0)) / (to - from));
  return median(slopes);
}
