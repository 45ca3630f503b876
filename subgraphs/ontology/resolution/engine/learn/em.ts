/** Steps of likeness, 0 … 1. */
export const STEPS = 10;
/** Likeness of a comparison that says nothing, beside 0 … 100. */
export const SILENT = 255;
const ROUNDS = 20;
// Bits; once no weight moves by more, nothing more is learned.
const SETTLED = 0.05;
const SMOOTHING = 1;
// However few pairs there are, one may be true and one false.
const LEAST_MATCHES = 1;
const MOST_PRIOR = 0.5;
const MAX_BITS = 24;
// Bits against two records that are called otherwise, whatever else they share: neighbours share an address and a telephone.
const NAMED_OTHERWISE = [10, 8, 5];
const FIRST_M = [0.02, 0.01, 0.01, 0.01, 0.02, 0.03, 0.04, 0.06, 0.1, 0.15, 0.55];

/** Compared pairs: one row of likenesses (0 … 100, SILENT) a pair. */
export interface ComparedPairs {
  readonly width: number;
  readonly rows: Uint8Array;
  readonly count: number;
}

/** What is known of comparisons before any is made. */
export interface Penalties {
  /** Factor on evidence for, by comparison: below 1 where another comparison says the same already. */
  readonly agreement: readonly number[];
  /** The comparison of what records are called, or -1. */
  readonly naming: number;
}

export interface Estimated {
  readonly m: number[][];
  readonly u: number[][];
  readonly weights: number[][];
  readonly prior: number;
  /** Of each candidate. */
  readonly probabilities: Float64Array;
}

/**
 * Fellegi–Sunter parameters by expectation-maximisation (Winkler 1988). Candidates are all the pairs that may match; `rest` is a sample
 * of all others, standing for `restWeight` pairs each, so that u is the rate among all pairs that are not one. `compete` may lower the
 * probabilities of candidates that exclude each other.
 */
export function estimate(
  candidates: ComparedPairs,
  rest: ComparedPairs,
  restWeight: number,
  judge: (candidates: Float64Array, negatives: Float64Array) => Float64Array,
  negatives: ComparedPairs,
  penalties: Penalties,
): Estimated {
  const { width } = candidates;
  const restCounts = Array.from({ length: width }, () => new Float64Array(STEPS + 1));
  tally(rest, restCounts, () => restWeight);
  const total = Math.max(1, candidates.count + rest.count * restWeight);
  const count = Math.max(1, candidates.count);
  const negativeWeight = negatives.count === 0 ? 0 : candidates.count / negatives.count;
  let m = Array.from({ length: width }, () => [...FIRST_M]);
  let u = ratesOf(restCounts.map((counts, index) => addCandidates(counts, candidates, index)));
  let prior = Math.min(0.3, Math.sqrt(count) / count + 0.02) * (count / total);
  let weights = weightsOf(m, u, penalties);
  let probabilities: Float64Array = new Float64Array(candidates.count);
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = Math.log2(prior / (1 - prior));
    probabilities = judge(sumWeights(candidates, weights, start), sumWeights(negatives, weights, start));
    const matched = Array.from({ length: width }, () => new Float64Array(STEPS + 1));
    const unmatched = restCounts.map((counts) => Float64Array.from(counts));
    tally(candidates, matched, (pair) => probabilities[pair] ?? 0);
    tally(candidates, unmatched, (pair) => 1 - (probabilities[pair] ?? 0));
    tally(negatives, unmatched, () => negativeWeight);
    const before = weights;
    m = ratesOf(matched, FIRST_M);
    u = ratesOf(unmatched);
    weights = weightsOf(m, u, penalties);
    prior = Math.min(
      MOST_PRIOR,
      Math.max(
        LEAST_MATCHES,
        probabilities.reduce((sum, probability) => sum + probability, 0),
      ) / total,
    );
    if (moved(before, weights) < SETTLED) break;
  }
  return { m, u, weights, prior, probabilities };
}

/** Sum of the evidence of each pair, in bits, on top of `start`. */
export function sumWeights({ width, rows, count }: ComparedPairs, weights: readonly (readonly number[])[], start: number): Float64Array {
  const sums = new Float64Array(count);
  for (let pair = 0; pair < count; pair += 1) {
    let sum = start;
    for (let index = 0; index < width; index += 1) sum += weightAt(weights[index] ?? [], rows[pair * width + index] ?? SILENT);
    sums[pair] = sum;
  }
  return sums;
}

/** Weight of a likeness (0 … 100, SILENT), between the steps in proportion. */
export function weightAt(weights: readonly number[], likeness: number): number {
  if (likeness === SILENT) return 0;
  const at = (likeness / 100) * STEPS;
  const low = Math.min(STEPS - 1, Math.floor(at));
  const above = at - low;
  return (weights[low] ?? 0) * (1 - above) + (weights[low + 1] ?? 0) * above;
}

function tally({ width, rows, count }: ComparedPairs, into: readonly Float64Array[], weightOf: (pair: number) => number): void {
  for (let pair = 0; pair < count; pair += 1) {
    const weight = weightOf(pair);
    if (weight === 0) continue;
    for (let index = 0; index < width; index += 1) {
      const likeness = rows[pair * width + index] ?? SILENT;
      const counts = into[index];
      if (likeness === SILENT || counts === undefined) continue;
      const at = (likeness / 100) * STEPS;
      const low = Math.min(STEPS - 1, Math.floor(at));
      counts[low] = (counts[low] ?? 0) + weight * (1 - at + low);
      counts[low + 1] = (counts[low + 1] ?? 0) + weight * (at - low);
    }
  }
}

function addCandidates(counts: Float64Array, candidates: ComparedPairs, index: number): Float64Array {
  const sums = Array.from({ length: candidates.width }, () => new Float64Array(STEPS + 1));
  tally(candidates, sums, () => 1);
  return counts.map((count, step) => count + (sums[index]?.[step] ?? 0));
}

function ratesOf(counts: readonly Float64Array[], prior?: readonly number[]): number[][] {
  return counts.map((steps) => {
    const total = steps.reduce((sum, count) => sum + count, 0);
    return Array.from(
      steps,
      (count, step) => (count + SMOOTHING * (prior?.[step] ?? 0.01)) / (total + SMOOTHING * (prior === undefined ? 0.11 : 1)),
    );
  });
}

// Evidence never falls with likeness: neighbours that would are pooled (isotonic regression).
function weightsOf(m: readonly (readonly number[])[], u: readonly (readonly number[])[], penalties: Penalties): number[][] {
  return m.map((rates, index) => {
    const blocks: { m: number; u: number; size: number }[] = [];
    for (const [step, rate] of rates.entries()) {
      let block = { m: rate, u: u[index]?.[step] ?? 1e-9, size: 1 };
      for (let last = blocks.at(-1); last !== undefined && last.m / last.u >= block.m / block.u; last = blocks.at(-1)) {
        block = { m: block.m + last.m, u: block.u + last.u, size: block.size + last.size };
        blocks.pop();
      }
      blocks.push(block);
    }
    const bits = blocks.flatMap((block) =>
      Array.from({ length: block.size }, () => bounded(Math.log2(block.m / block.u), penalties.agreement[index] ?? 1)),
    );
    return index === penalties.naming ? bits.map((weight, step) => weight - (NAMED_OTHERWISE[step] ?? 0)) : bits;
  });
}

function moved(before: readonly (readonly number[])[], after: readonly (readonly number[])[]): number {
  return Math.max(
    ...after.map((steps, index) => Math.max(...steps.map((weight, step) => Math.abs(weight - (before[index]?.[step] ?? 0))))),
  );
}

function bounded(bits: number, agreement: number): number {
  return bits > 0 ? Math.min(MAX_BITS, bits * agreement) : Math.max(-MAX_BITS, bits);
}
