import { METHODS, type Method, type MethodName } from './methods.ts';

/** Points a history has to have: with fewer nothing can be tried out on it. */
export const MIN_HISTORY = 8;
/** Points that are looked at; older ones say nothing of the next. */
export const MAX_HISTORY = 160;
/** Steps that can be foretold. */
export const MAX_STEPS = 24;
/** Places in the past from which the methods are tried. */
const MAX_ORIGINS = 16;
/** How much of the history stands before the first place that is tried from. */
const LEAST_BEFORE = 6;
/** Of a normal distribution: four of five lie within so many standard deviations. */
const FOUR_OF_FIVE = 1.2816;
/** A method is only preferred to a simpler one when it is better by this share. */
const CLEARLY = 0.03;

/** One step ahead. */
export interface Foretold {
  value: number;
  low: number;
  high: number;
}
export interface Forecast {
  method: MethodName;
  label: string;
  points: Foretold[];
  /** Mean absolute error in the back-test as a share of what came; null where nothing came. */
  error: number | null;
  /** The same of every method that could be tried, best first. */
  tried: { name: MethodName; error: number | null }[];
  /** Values that were foretold and compared. */
  compared: number;
}

interface Trial {
  method: Method;
  /** By step ahead, first first: what came less what was foretold. */
  errors: number[][];
  absolute: number;
  compared: number;
}

function tryOut(method: Method, values: readonly number[], steps: number, season: number, origins: readonly number[]): Trial | null {
  const errors: number[][] = Array.from({ length: steps }, () => []);
  let absolute = 0;
  let compared = 0;
  for (const origin of origins) {
    const ahead = Math.min(steps, values.length - origin);
    const told = method.forecast(values.slice(0, origin), ahead, season);
    if (told === null) return null;
    for (let step = 0; step < ahead; step += 1) {
      const miss = (values[origin + step] ?? 0) - (told[step] ?? 0);
      errors[step]?.push(miss);
      absolute += Math.abs(miss);
      compared += 1;
    }
  }
  return compared === 0 ? null : { method, errors, absolute, compared };
}

const rootMeanSquare = (values: readonly number[]): number =>
  Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);

/** The spread of each step's errors; where a step was seldom tried, as the step before grows with the root of time. It never shrinks. */
function spreads({ errors }: Trial): number[] {
  const first = rootMeanSquare(errors[0] ?? [0]);
  let before = 0;
  return errors.map((misses, step) => {
    const grown = first * Math.sqrt(step + 1);
    // The best of several methods looks better in the trial than it is: few trials are believed less.
    const seen = misses.length >= 4 ? rootMeanSquare(misses) * Math.sqrt((misses.length + 2) / misses.length) : grown;
    before = Math.max(before, seen, misses.length >= 4 ? 0 : grown);
    return before;
  });
}

/**
 * Goes on with a series: every method is tried from places in the past on what came after them, the best one foretells, and its errors there
 * are how far the truth may lie off (four of five times within `low` and `high`). Null with too short a history.
 */
export function forecastOf(history: readonly number[], steps: number, season: number): Forecast | null {
  const values = history.slice(-MAX_HISTORY);
  if (values.length < MIN_HISTORY || steps < 1 || steps > MAX_STEPS) return null;
  const seasonal = season > 1 && values.length >= 2 * season + 2 ? season : 1;
  const before = Math.max(LEAST_BEFORE, seasonal > 1 ? 2 * seasonal : 0);
  const from = Math.min(values.length - 2, Math.max(before, values.length - MAX_ORIGINS));
  const origins = Array.from({ length: values.length - from }, (_, at) => from + at);
  const trials = METHODS.flatMap((method) => tryOut(method, values, steps, seasonal, origins) ?? []);
  const came = origins.reduce(
    (sum, origin) => sum + values.slice(origin, origin + steps).reduce((inner, value) => inner + Math.abs(value), 0),
    0,
  );
  const errorOf = ({ absolute }: Trial): number | null => (came === 0 ? null : absolute / came);
  const best = trials.reduce<Trial | null>(
    (known, trial) => (known === null || trial.absolute < known.absolute * (1 - CLEARLY) ? trial : known),
    null,
  );
  const told = best?.method.forecast(values, steps, seasonal) ?? null;
  if (best === null || told === null) return null;
  const wide = spreads(best);
  return {
    method: best.method.name,
    label: best.method.label,
    points: told.map((value, step) => within(values, value, FOUR_OF_FIVE * (wide[step] ?? 0))),
    error: errorOf(best),
    tried: trials.toSorted((a, b) => a.absolute - b.absolute).map((trial) => ({ name: trial.method.name, error: errorOf(trial) })),
    compared: best.compared,
  };
}

/** What was never negative is not foretold to be. */
function within(values: readonly number[], value: number, width: number): Foretold {
  const floor = values.every((each) => each >= 0) ? 0 : -Infinity;
  return { value: Math.max(floor, value), low: Math.max(floor, value - width), high: Math.max(floor, value + width) };
}
