import { SHIPPED_CALIBRATION } from './calibration-numbers.ts';

/** What the likeness of a pair consists of: how alike its names are, how related their words, how near their meanings; each 0…1. */
export type PairFacts = readonly [constant: 1, named: number, related: number, meaning: number];

/** Everything of the matcher that is fitted, for the product or for one tenant. */
export interface MatcherWeights {
  readonly version: 1;
  /** Of the facts of a pair. */
  readonly pair: readonly number[];
  /** Of the facts of a choice, which make its confidence. */
  readonly calibration: readonly number[];
}

/** The shipped weights: those of a pair are where a tenant’s own start from, and change nothing by themselves. */
export const SHIPPED_WEIGHTS: MatcherWeights = { version: 1, pair: [-5, 3, 4, 3], calibration: SHIPPED_CALIBRATION.weights };

const MOST_SHIFT = 0.5;

/** How much surer, or less sure, a tenant’s own weights are of a pair than the shipped ones, −0.5…0.5; 0 with the shipped ones. */
export function shiftOf(facts: PairFacts, { pair }: MatcherWeights): number {
  if (pair === SHIPPED_WEIGHTS.pair) return 0;
  const shift = likelihood(facts, pair) - likelihood(facts, SHIPPED_WEIGHTS.pair);
  return Math.max(-MOST_SHIFT, Math.min(MOST_SHIFT, shift));
}

/** Probability of a pair by its facts alone. */
export function likelihood(facts: readonly number[], weights: readonly number[]): number {
  return 1 / (1 + Math.exp(-facts.reduce((sum, fact, index) => sum + fact * (weights[index] ?? 0), 0)));
}
