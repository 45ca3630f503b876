import { cluster } from './cluster.ts';
import { train } from './learn/train.ts';
import { prepare } from './prepare.ts';
import { weigh } from './score.ts';
import type { ClusterConstraints, ComparedField, LearnOptions, ResolutionModel, ResolvableRecord, ScoredPair } from './types.ts';

/** What resolving a whole list of records gives. */
export interface Resolved {
  readonly model: ResolutionModel;
  /** Every pair that was compared, likeliest first. */
  readonly pairs: readonly ScoredPair[];
  /** Those of them that are taken for one record at the single best cut. */
  readonly links: readonly ScoredPair[];
  readonly clusters: readonly (readonly string[])[];
}

/** Learns from records and resolves them, all in one. */
export function resolveAll(
  records: readonly ResolvableRecord[],
  fields: readonly ComparedField[],
  options: LearnOptions & { readonly constraints?: ClusterConstraints },
): Resolved {
  const prepared = records.map((record) => prepare(record, fields));
  const { model, left, right, weights, probabilities, against } = train(prepared, fields, options);
  const { thresholds } = model;
  const pairs: ScoredPair[] = [];
  for (const [pair, weight] of weights.entries()) {
    const [a, b] = [prepared[left[pair] ?? 0]?.id, prepared[right[pair] ?? 0]?.id];
    if (a !== undefined && b !== undefined)
      pairs.push({ a, b, weight, probability: probabilities[pair] ?? 0, against: against[pair] ?? 0 });
  }
  pairs.sort((one, other) => other.probability - one.probability || other.weight - one.weight);
  const links = pairs.filter(({ probability }) => probability >= thresholds.cutProbability);
  const constraints = options.constraints ?? { never: [], always: [] };
  const byId = new Map(prepared.map((record) => [record.id, record]));
  const compare = (a: string, b: string): number => {
    const [one, other] = [byId.get(a), byId.get(b)];
    return one === undefined || other === undefined ? -Infinity : weigh(model, one, other).weight;
  };
  const clusters = cluster(options.linkOnly ? links : pairs, {
    cut: options.linkOnly ? -Infinity : thresholds.cut,
    ...(options.linkOnly ? {} : { compare }),
    ...constraints,
  });
  return { model, pairs, links, clusters };
}
