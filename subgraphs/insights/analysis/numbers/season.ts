import { mean, median, robustSpread, slopeOf } from './statistics.ts';

/** Whole seasons that have to be there before one is believed. */
const MIN_SEASONS = 2;
/** Share of the spread that a season has to explain: with few seasons, medians follow anything. */
const TELLING = 0.25;
/** Neighbours on each side that say where the trend is. */
const NEIGHBOURS = 5;

/** A series taken apart: `values = trend + season + rest`. */
export interface Parts {
  trend: number[];
  season: number[];
  rest: number[];
}

/**
 * Where the series is at each point by its neighbours alone: their median, moved along their slope. The point itself has no say, so that what
 * is left of it is how far off it is.
 */
function trendOf(values: readonly number[], neighbours: number): number[] {
  return values.map((_, at) => {
    const from = Math.max(0, at - neighbours);
    const near = values.slice(from, at + neighbours + 1);
    const places = near.flatMap((_value, index) => (from + index === at ? [] : [from + index]));
    const others = places.map((place) => values[place] ?? 0);
    const slope = slopeOf(near);
    return median(others.map((value, index) => value - slope * ((places[index] ?? 0) - at)));
  });
}

/** What each place in the season adds by the other seasons, from what the trend leaves. */
function seasonOf(left: readonly number[], length: number): number[] {
  const level = mean(Array.from({ length }, (_, place) => median(left.filter((_value, at) => at % length === place))));
  return left.map((_, at) => median(left.filter((_value, other) => other !== at && other % length === at % length)) - level);
}

const less = (values: readonly number[], others: readonly number[]): number[] => values.map((value, at) => value - (others[at] ?? 0));

/**
 * Trend, season and rest of a series, by medians, so that the outliers looked for do not bend what is expected. A season of `length` points
 * counts when there are two of it and it explains a good part; 1: none.
 */
export function takeApart(values: readonly number[], length: number): Parts {
  const trend = trendOf(values, NEIGHBOURS);
  const plain = { trend, season: values.map(() => 0), rest: less(values, trend) };
  if (length < 2 || values.length < MIN_SEASONS * length) return plain;
  const season = seasonOf(less(values, trendOf(values, Math.ceil(length / 2))), length);
  const level = trendOf(less(values, season), NEIGHBOURS);
  const rest = less(less(values, season), level);
  return robustSpread(rest) < (1 - TELLING) * robustSpread(plain.rest) ? { trend: level, season, rest } : plain;
}
