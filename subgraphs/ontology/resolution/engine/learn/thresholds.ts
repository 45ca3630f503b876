import type { Thresholds } from '../types.ts';

const SURE = 0.995;
const DOUBTFUL = 0.2;

/**
 * Cuts the score distribution: the single cut where the expected F1 is greatest (probabilities summed from the best down), the weight
 * from which pairs are sure (at least `sure`), and the one from which a person is asked.
 */
export function thresholdsOf(weights: Float64Array, probabilities: Float64Array, sure: number): Thresholds {
  const order = Uint32Array.from(probabilities.keys()).toSorted(
    (left, right) => (probabilities[right] ?? 0) - (probabilities[left] ?? 0) || (weights[right] ?? 0) - (weights[left] ?? 0),
  );
  const expected = probabilities.reduce((sum, probability) => sum + probability, 0);
  let right = 0;
  let best = { f1: -1, weight: 0, probability: 1, rank: -1 };
  let lowest = Infinity;
  for (const [rank, pair] of order.entries()) {
    const probability = probabilities[pair] ?? 0;
    right += probability;
    lowest = Math.min(lowest, weights[pair] ?? 0);
    const f1 = (2 * right) / (rank + 1 + expected);
    if (f1 > best.f1) best = { f1, weight: lowest, probability, rank };
  }
  const next = weights[order[best.rank + 1] ?? -1] ?? best.weight;
  // Between the last that is taken and the first that is not, where there is room.
  const cut = next < best.weight ? (best.weight + next) / 2 : best.weight;
  const match = Math.max(sure, Math.log2(SURE / (1 - SURE)));
  return { match, possible: Math.min(cut, Math.log2(DOUBTFUL / (1 - DOUBTFUL))), cut, cutProbability: best.probability };
}
