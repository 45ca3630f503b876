import { comparersOf } from '../compare/comparer.ts';
import type { PreparedRecord } from '../prepare.ts';
import type { ComparedField, LearnOptions, ResolutionModel } from '../types.ts';
import { calibrate } from './calibrate.ts';
import { compareAll, meanBits, namingOf, weighAll } from './compared.ts';
import { estimate } from './em.ts';
import { countTerms, frequenciesOf } from './frequencies.ts';
import { candidatePairs, countPairs, randomPairs, sourcesOf, withinPairs } from './pairs.ts';
import { thresholdsOf } from './thresholds.ts';

// Codes that agree were words that agree already; only what is left of their evidence counts.
const CODES_AGREE = 0.25;

/** What training gives: the model, and the candidates it was estimated on with their final weights. */
export interface Trained {
  readonly model: ResolutionModel;
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly weights: Float64Array;
  readonly probabilities: Float64Array;
  /** The strongest evidence against each pair, in bits of at most 0. */
  readonly against: Float64Array;
}

/** Learns how to tell the same from the different in records without labels. Deterministic for a seed. */
export function train(records: readonly PreparedRecord[], fields: readonly ComparedField[], options: LearnOptions): Trained {
  const frequencies = countTerms(records, fields);
  const comparers = comparersOf(
    fields,
    frequenciesOf(frequencies),
    records.some(({ related }) => related.length > 0),
  );
  const { left, right } = candidatePairs(records, fields, options.linkOnly);
  const compared = compareAll(records, comparers, { left, right });
  const rest = compareAll(records, comparers, randomPairs(records, options)).pairs;
  const total = countPairs(records, options.linkOnly);
  const restWeight = Math.max(1, total - compared.pairs.count) / Math.max(1, rest.count);
  const sigmoid = (weights: Float64Array): Float64Array => weights.map((weight) => 1 / (1 + 2 ** -weight));
  const within = options.linkOnly ? withinPairs(records, fields) : { left: new Uint32Array(0), right: new Uint32Array(0) };
  const negatives = compareAll(records, comparers, within);
  const sources = sourcesOf(records);
  const calibrated = (weights: Float64Array, wrong: Float64Array): ReturnType<typeof calibrate> =>
    calibrate({ left, right, weights }, { ...within, weights: wrong }, sources);
  const judge = (weights: Float64Array, wrong: Float64Array): Float64Array =>
    options.linkOnly ? calibrated(weights, wrong).probabilities : sigmoid(weights);
  const penalties = {
    agreement: comparers.map(({ aspect }) => (aspect === 'CODES' ? CODES_AGREE : 1)),
    naming: namingOf(comparers, compared),
  };
  const estimated = estimate(compared.pairs, rest, restWeight, judge, negatives.pairs, penalties);
  const means = comparers.map((_, index) => meanBits(compared, index, estimated.probabilities));
  const comparisons = comparers.map(({ field, kind, aspect }, index) => ({
    field, kind, aspect, m: estimated.m[index] ?? [], u: estimated.u[index] ?? [], weights: estimated.weights[index] ?? [], meanBits: means[index] ?? 0,
  })); // prettier-ignore
  const start = Math.log2(estimated.prior / (1 - estimated.prior));
  const weighed = weighAll(compared, comparisons, start);
  const linked = options.linkOnly ? calibrated(weighed.weights, weighAll(negatives, comparisons, start).weights) : null;
  const probabilities = linked?.probabilities ?? sigmoid(weighed.weights);
  // Weights are told so that 0 is as likely as not.
  const even = linked?.calibration?.even ?? 0;
  const weights = weighed.weights.map((weight) => weight - even);
  const sure = linked?.calibration === null || linked?.calibration === undefined ? -Infinity : linked.calibration.sure - even;
  const model: ResolutionModel = {
    version: 1,
    fields,
    linkOnly: options.linkOnly,
    records: records.length,
    comparisons,
    frequencies,
    prior: 1 / (1 + 2 ** (even - start)),
    thresholds: thresholdsOf(weights, probabilities, sure),
  };
  return { model, left, right, weights, probabilities, against: weighed.against };
}
