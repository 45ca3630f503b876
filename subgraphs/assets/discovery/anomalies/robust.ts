/** Months of history below which nothing is called unusual. */
export const LEAST_HISTORY = 6;
/** Months that the last one is held against, the latest ones. */
export const MOST_HISTORY = 12;
/** Robust z-score from which a month is unusual (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993). */
const LEAST_SCORE = 3.5;
/** Nothing is told apart beyond. */
const MOST_SCORE = 1_000;
/** Makes the median of deviations comparable with a standard deviation where values are spread normally: 1 / Φ⁻¹(¾). */
const SCALE = 1.4826;
/** Deviations under this share of the median say nothing: what is always the same would else be unusual by a cent. */
const FLOOR = 0.05;
/** It must also differ by this share of the median. */
const LEAST_CHANGE = 0.25;

export interface Unusual {
  value: number;
  /** The median of the months before, and how many they were. */
  usual: number;
  months: number;
  /** How many scaled median deviations it lies above the median; below it: less than nothing. */
  score: number;
}

/**
 * Whether the last value of a series is unusual, by the median and the median absolute deviation of those before it; one past peak moves neither. It
 * knows no seasons, and says nothing without half a year of history, nor where most months had nothing at all.
 * @param series by month, the last one last; all finite
 */
export function unusualLast(series: readonly number[]): Unusual | null {
  const value = series.at(-1);
  const before = series.slice(0, -1).slice(-MOST_HISTORY);
  if (value === undefined || before.length < LEAST_HISTORY) return null;
  const usual = median(before);
  const spread = Math.max(SCALE * median(before.map((each) => Math.abs(each - usual))), Math.abs(usual) * FLOOR);
  if (spread === 0 || Math.abs(value - usual) < Math.abs(usual) * LEAST_CHANGE) return null;
  const score = Math.min(MOST_SCORE, Math.max(-MOST_SCORE, (value - usual) / spread));
  return Math.abs(score) >= LEAST_SCORE ? { value, usual, months: before.length, score } : null;
}

/** The one in the middle of values that are not none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
