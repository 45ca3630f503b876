import { plainText } from '../../ui/plain-text.ts';

/** How a column's values lie, as far as a few records tell. */
export type Sketch =
  | { kind: 'numbers'; quantiles: readonly number[] }
  | { kind: 'values'; top: readonly { value: string; share: number }[] }
  | { kind: 'nothing' };

const TENTHS = 10;
const MOST_VALUES = 3;
/** Fewer numbers than this say nothing about how they lie. */
const LEAST_NUMBERS = 10;

/** The quantiles 0, 0.1 … 1 of numbers, or the values that come most often when some come more than once. Pure. */
export function sketchOf(values: readonly unknown[]): Sketch {
  const there = values.filter((value) => value !== null && value !== undefined && value !== '');
  const numbers = there.map(Number);
  const numeric = there.every((value) => typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)));
  if (numeric && numbers.length >= LEAST_NUMBERS) {
    const sorted = numbers.toSorted((a, b) => a - b);
    const at = (tenth: number) => sorted[Math.round((tenth / TENTHS) * (sorted.length - 1))] ?? 0;
    return { kind: 'numbers', quantiles: Array.from({ length: TENTHS + 1 }, (_, tenth) => at(tenth)) };
  }
  const counts = new Map<string, number>();
  for (const value of there) {
    const text = typeof value === 'object' ? JSON.stringify(value) : plainText(value);
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  if (counts.size === 0 || counts.size === there.length) return { kind: 'nothing' };
  const top = Array.from(counts, ([value, count]) => ({ value, share: count / there.length }));
  return { kind: 'values', top: top.toSorted((a, b) => b.share - a.share).slice(0, MOST_VALUES) };
}
