import type { FieldFacts } from './types.ts';

/** Factors between units that systems change between: cents, thousands, minutes, hours, days, kilobytes. */
const FACTORS = [100, 1_000, 1_000_000, 60, 3_600, 86_400, 1_024];
const TOLERANCE = 0.02;
/** Quantiles that have to agree on the factor; those of zero say nothing. */
const MIN_QUANTILES = 5;

/** The factor by which all quantiles of a field have grown, when it is one between units; null otherwise. */
export function unitFactor(before: FieldFacts, after: FieldFacts): number | null {
  const [old, now] = [before.profile?.quantiles ?? null, after.profile?.quantiles ?? null];
  if (old === null || now === null) return null;
  const ratios = old.flatMap((value, index) => (value === 0 || now[index] === undefined || now[index] === 0 ? [] : [now[index] / value]));
  if (ratios.length < MIN_QUANTILES) return null;
  const middle = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 1;
  if (ratios.some((ratio) => Math.abs(ratio / middle - 1) > 0.1)) return null;
  return knownFactor(middle);
}

/** The factor between two units that a ratio is closest to; null when it is none. */
export function knownFactor(ratio: number): number | null {
  return FACTORS.flatMap((factor) => [factor, 1 / factor]).find((factor) => Math.abs(ratio / factor - 1) <= TOLERANCE) ?? null;
}
