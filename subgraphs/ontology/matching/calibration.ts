import { SHIPPED_CALIBRATION } from './calibration-numbers.ts';
import type { RankedColumn } from './match-columns.ts';

/** What is known of a choice beside others, in the order of the calibration’s numbers. */
export type ChoiceFacts = readonly [constant: 1, odds: number, margin: number, score: number, rank: number];

/** Numbers that turn facts into a probability: one for each fact. */
export type CalibrationWeights = readonly number[];

const MOST_ODDS = 6;

/** The facts of a column’s choice, or of another place of its pairs. */
export function choiceFacts({ pairs, probabilities, chosen }: Pick<RankedColumn, 'pairs' | 'probabilities' | 'chosen'>): ChoiceFacts {
  const own = probabilities[chosen] ?? 0;
  const others = Math.max(0, ...probabilities.filter((_, place) => place !== chosen));
  const best = pairs[chosen];
  return [1, logOdds(own), logOdds(own) - logOdds(others), best?.score ?? 0, best?.rank ?? 0];
}

/** Probability that a choice is right: logistic regression on its facts (Platt 1999). */
export function calibrated(facts: readonly number[], weights: CalibrationWeights = SHIPPED_CALIBRATION.weights): number {
  const sum = facts.reduce((total: number, fact, index) => total + fact * (weights[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
}

function logOdds(probability: number): number {
  const bounded = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.max(-MOST_ODDS, Math.min(MOST_ODDS, Math.log(bounded / (1 - bounded))));
}
