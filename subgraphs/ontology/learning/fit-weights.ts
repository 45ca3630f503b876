import { setImmediate as breathe } from 'node:timers/promises';
import { likelihood, type MatcherWeights, SHIPPED_WEIGHTS } from '../matching/matcher-weights.ts';
import { fitLogistic, type LogisticCase } from '../matching/fit-logistic.ts';
import { nameFacts } from '../matching/name-facts.ts';

/** A pair of fields with how far they are the same. */
export interface LabelledPair {
  readonly object: string;
  readonly field: string;
  readonly entity: string;
  readonly attribute: string;
  readonly score: number;
  readonly times: number;
}

export interface FittedWeights {
  readonly weights: MatcherWeights;
  /** Share of the pairs on the right side of a half, with the shipped weights and with these. */
  readonly rightBefore: number;
  readonly rightAfter: number;
}

/** Pairs worth as much as where the shipped weights stand: a handful of pairs moves little. */
const PRIOR_STRENGTH = 4;
const MOST_TIMES = 20;
/** Pairs that are prepared before others get their turn: about ten milliseconds. */
const AT_ONCE = 40;

/** Fits the weights of a pair on pairs that somebody knows, starting from the shipped ones: logistic regression with a Gaussian prior. */
export async function fitWeights(pairs: readonly LabelledPair[]): Promise<FittedWeights> {
  const cases: LogisticCase[] = [];
  for (const [index, pair] of pairs.entries()) {
    if (index % AT_ONCE === 0) await breathe();
    const facts = nameFacts(pair);
    const weight = Math.min(pair.times, MOST_TIMES);
    if (pair.score > 0) cases.push({ facts, right: true, weight: weight * pair.score });
    if (pair.score < 1) cases.push({ facts, right: false, weight: weight * (1 - pair.score) });
  }
  const pair = fitLogistic(cases, SHIPPED_WEIGHTS.pair, PRIOR_STRENGTH);
  const weights: MatcherWeights = { ...SHIPPED_WEIGHTS, pair };
  return { weights, rightBefore: shareRight(cases, SHIPPED_WEIGHTS.pair), rightAfter: shareRight(cases, pair) };
}

function shareRight(cases: readonly LogisticCase[], weights: readonly number[]): number {
  const told = cases.map(({ facts, right, weight = 1 }) => ({ right: likelihood(facts, weights) >= 0.5 === right, weight }));
  const all = told.reduce((sum, { weight }) => sum + weight, 0);
  return all === 0 ? 1 : told.reduce((sum, { right, weight }) => sum + (right ? weight : 0), 0) / all;
}
