import { cluster } from './cluster.ts';
import { train } from './learn/train.ts';
import { prepare } from './prepare.ts';
import type { ClusterConstraints, ComparedField, LearnOptions, ResolutionModel, ResolvableRecord, ScoredPair } from './types.ts';

const LEAST_PROBABILITY = 0.01;

/** What resolving a whole list of records gives. */
export interface Resolved {
  readonly model: ResolutionModel;
  /** Every pair worth showing, best first. */
  readonly pairs: readonly ScoredPair[];
  readonly clusters: readonly (readonly string[])[];
}

/** Learns from records and resolves them, all in one. */
export function resolveAll(
  records: readonly ResolvableRecord[],
  fields: readonly ComparedField[],
  options: LearnOptions & { readonly constraints?: ClusterConstraints },
): Resolved {
  const prepared = records.map((record) => prepare(record, fields));
  const { model, left, right, weights, probabilities } = train(prepared, fields, options);
  const pairs: ScoredPair[] = [];
  for (const [pair, weight] of weights.entries()) {
    const probability = probabilities[pair] ?? 0;
    const [a, b] = [prepared[left[pair] ?? 0]?.id, prepared[right[pair] ?? 0]?.id];
    if (a !== undefined && b !== undefined && (probability >= LEAST_PROBABILITY || weight >= model.thresholds.possible))
      pairs.push({ a, b, weight, probability });
  }
  pairs.sort((one, other) => other.weight - one.weight);
  const taken = pairs.filter(({ weight }) => weight >= model.thresholds.cut);
  return { model, pairs, clusters: cluster(taken, options.constraints ?? { never: [], always: [] }) };
}
