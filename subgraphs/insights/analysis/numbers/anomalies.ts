import { takeApart } from './season.ts';
import { robustSpread } from './statistics.ts';

/** Points of a series that have to be there before any of them is unusual. */
export const MIN_POINTS = 8;
/** Robust standard deviations beyond which a point is unusual (Iglewicz & Hoaglin 1993 say 3.5). */
export const UNUSUAL = 3.5;
/** Of what is expected: smaller differences are of no interest, however steady the series is. */
const LEAST_SHARE = 0.02;

/** A point that is not as the others say. */
export interface Unusual {
  at: number;
  value: number;
  expected: number;
  /** What would still have been usual. */
  low: number;
  high: number;
  /** Robust standard deviations away; negative: too low. */
  score: number;
}

/** What each point was expected to be, and how much around it is usual; null with too few points. @param season points of a season, 1: none */
export function expectations(values: readonly number[], season: number): { expected: number[]; spread: number } | null {
  if (values.length < MIN_POINTS) return null;
  const { trend, season: adds, rest } = takeApart(values, season);
  return { expected: trend.map((level, at) => level + (adds[at] ?? 0)), spread: robustSpread(rest) };
}

/** The unusual points of a series, the most unusual first. */
export function unusualIn(values: readonly number[], season: number): Unusual[] {
  const known = expectations(values, season);
  if (known === null) return [];
  const { expected, spread } = known;
  const found = values.flatMap((value, at): Unusual[] => {
    const about = expected[at] ?? 0;
    const least = Math.abs(about) * LEAST_SHARE;
    const width = Math.max(spread, least / UNUSUAL, Number.MIN_VALUE);
    const score = (value - about) / width;
    if (Math.abs(score) <= UNUSUAL) return [];
    return [{ at, value, expected: about, low: about - UNUSUAL * width, high: about + UNUSUAL * width, score }];
  });
  return found.toSorted((a, b) => Math.abs(b.score) - Math.abs(a.score));
}
