import { slopeOf } from '../numbers/statistics.ts';

/** A way to go on with a series: the next `steps` values behind `values`. Null: not with so few points. */
export interface Method {
  name: MethodName;
  /** What it does, to people. */
  label: string;
  forecast: (values: readonly number[], steps: number, season: number) => number[] | null;
}
export type MethodName =
  | 'LAST_VALUE'
  | 'SEASON_BEFORE'
  | 'SEASON_AND_TREND'
  | 'TREND'
  | 'SMOOTHED'
  | 'DAMPED_TREND'
  | 'HOLT_WINTERS'
  | 'HOLT_WINTERS_FACTORS';

const steps = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);
const last = (values: readonly number[]): number => values.at(-1) ?? 0;
/** Weights that are tried of what is new. */
const WEIGHTS = [0.1, 0.3, 0.5, 0.8];
const SEASON_WEIGHTS = [0.1, 0.4];
/** How much of the trend is left after each step (Gardner & McKenzie 1985). */
const DAMPED = 0.9;
/** Trends are taken over so many points at most: older ones say nothing of the next. */
const TREND_POINTS = 36;

interface Smoothed {
  level: number;
  trend: number;
  season: number[];
  error: number;
}

/** One pass of exponential smoothing; `factors` multiplies the season instead of adding it. */
function smooth(
  values: readonly number[],
  weights: { level: number; trend: number; season: number; length: number; factors: boolean },
): Smoothed {
  const { length, factors } = weights;
  const seasonal = length > 1;
  const first = seasonal ? values.slice(0, length) : values.slice(0, 1);
  const start = first.reduce((sum, value) => sum + value, 0) / first.length;
  const second = values.slice(length, 2 * length);
  const begun = seasonal && second.length === length ? (second.reduce((sum, value) => sum + value, 0) / length - start) / length : 0;
  const state: Smoothed = {
    level: start,
    trend: weights.trend > 0 ? begun : 0,
    season: seasonal ? first.map((value) => (factors ? value / start : value - start)) : [factors ? 1 : 0],
    error: 0,
  };
  for (let at = seasonal ? length : 1; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    const place = seasonal ? at % length : 0;
    const adds = state.season[place] ?? 0;
    const damped = DAMPED * state.trend;
    const expected = factors ? (state.level + damped) * adds : state.level + damped + adds;
    state.error += (value - expected) ** 2;
    const plain = factors ? (adds === 0 ? state.level : value / adds) : value - adds;
    const level = weights.level * plain + (1 - weights.level) * (state.level + damped);
    state.trend = weights.trend * (level - state.level) + (1 - weights.trend) * damped;
    if (seasonal)
      state.season[place] = weights.season * (factors ? (level === 0 ? adds : value / level) : value - level) + (1 - weights.season) * adds;
    state.level = level;
  }
  return state;
}

/** Exponential smoothing with the weights that fitted best. */
function smoothed(values: readonly number[], count: number, length: number, options: { trend: boolean; factors: boolean }): number[] {
  let best: Smoothed | null = null;
  for (const level of WEIGHTS)
    for (const trend of options.trend ? [0.1, 0.3] : [0])
      for (const season of length > 1 ? SEASON_WEIGHTS : [0]) {
        const fitted = smooth(values, { level, trend, season, length, factors: options.factors });
        if (best === null || fitted.error < best.error) best = fitted;
      }
  if (best === null) return steps(count).map(() => last(values));
  const { level, trend, season } = best;
  let grown = 0;
  return steps(count).map((step) => {
    grown += trend * DAMPED ** step;
    const adds = season[length > 1 ? (values.length + step - 1) % length : 0] ?? 0;
    return options.factors ? (level + grown) * adds : level + grown + adds;
  });
}

const enough = (values: readonly number[], season: number): boolean => season > 1 && values.length >= 2 * season;

/** The ways that are tried, the simplest first: of equally good ones the simplest is taken. */
export const METHODS: readonly Method[] = [
  { name: 'LAST_VALUE', label: 'as it was last', forecast: (values, count) => steps(count).map(() => last(values)) },
  {
    name: 'SEASON_BEFORE',
    label: 'as a season before',
    forecast: (values, count, season) =>
      season > 1 && values.length >= season
        ? steps(count).map((step) => values[values.length - season + ((step - 1) % season)] ?? 0)
        : null,
  },
  {
    name: 'SMOOTHED',
    label: 'a smoothed level',
    forecast: (values, count) => smoothed(values, count, 1, { trend: false, factors: false }),
  },
  {
    name: 'TREND',
    label: 'a straight trend',
    forecast(values, count) {
      const recent = values.slice(-TREND_POINTS);
      const slope = slopeOf(recent);
      const offsets = recent.map((value, at) => value - slope * at).toSorted((a, b) => a - b);
      const start = offsets[Math.floor(offsets.length / 2)] ?? 0;
      return steps(count).map((step) => start + slope * (recent.length - 1 + step));
    },
  },
  {
    name: 'DAMPED_TREND',
    label: 'a trend that wears off',
    forecast: (values, count) => smoothed(values, count, 1, { trend: true, factors: false }),
  },
  {
    name: 'SEASON_AND_TREND',
    label: 'a season before, with the growth since',
    forecast(values, count, season) {
      if (!enough(values, season)) return null;
      const recent = values.slice(-season);
      const before = values.slice(-2 * season, -season);
      const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
      const growth = (sum(recent) - sum(before)) / season;
      return steps(count).map((step) => (recent[(step - 1) % season] ?? 0) + growth * Math.ceil(step / season));
    },
  },
  {
    name: 'HOLT_WINTERS',
    label: 'level, trend and season, smoothed',
    forecast: (values, count, season) => (enough(values, season) ? smoothed(values, count, season, { trend: true, factors: false }) : null),
  },
  {
    name: 'HOLT_WINTERS_FACTORS',
    label: 'level, trend and season that grows with it, smoothed',
    forecast: (values, count, season) =>
      enough(values, season) && values.every((value) => value > 0) ? smoothed(values, count, season, { trend: true, factors: true }) : null,
  },
];
