/** Pairs by position of their records, with the evidence of each in bits. */
export interface WeighedPairs {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly weights: Float64Array;
}

/** What the best of a record means: probability by weight, for records of one source looked up in another. */
export interface Calibration {
  /** Whether a record looks others up here. */
  readonly asks: (record: number) => boolean;
  readonly expected: number;
  readonly probability: (weight: number) => number;
}

// More than this share of records claimed twice, and the other side is no clean list.
const CLAIMED_TWICE = 0.03;
const SURE = 0.9;

/**
 * Probabilities of pairs across sources, from the scores alone. A list that is clean in itself tells how good the best wrong answer is:
 * its records have no true match among themselves. The best answers across the sources are a mixture of those and of true ones
 * (as with local false discovery rates, Efron 2004). Of the two directions the one that explains more is taken, so a source with duplicates of its own
 * does no harm.
 */
export function calibrate(across: WeighedPairs, within: WeighedPairs, sides: Uint8Array): Float64Array & { calibration?: Calibration } {
  const best = bestOf(across, sides.length);
  const wrong = bestOf(within, sides.length);
  const directions = [0, 1].map((side) => directionOf(best, wrong, sides, side));
  const [one, other] = directions;
  if (one === undefined || other === undefined) return new Float64Array(across.weights.length);
  const taken = one.expected >= other.expected ? one : other;
  const shares = sharesOf(across, sides.length);
  const probabilities: Float64Array & { calibration?: Calibration } = across.weights.map((weight, pair) => {
    const asking = taken.asks(across.left[pair] ?? 0) ? across.left[pair] : across.right[pair];
    return taken.probability(weight) * shares(asking ?? 0, weight);
  });
  if (claimedTwice(across, probabilities, taken.asks) <= CLAIMED_TWICE) {
    for (const [pair, probability] of probabilities.entries()) {
      const asked = taken.asks(across.left[pair] ?? 0) ? across.right[pair] : across.left[pair];
      probabilities[pair] = probability * shares(asked ?? 0, across.weights[pair] ?? 0);
    }
  }
  probabilities.calibration = taken;
  return probabilities;
}

function bestOf({ left, right, weights }: WeighedPairs, records: number): Float64Array {
  const best = new Float64Array(records).fill(-Infinity);
  for (const [pair, weight] of weights.entries()) {
    for (const record of [left[pair] ?? 0, right[pair] ?? 0]) if (weight > (best[record] ?? 0)) best[record] = weight;
  }
  return best;
}

// Records of `side` look others up in the other source; that source among itself shows what a wrong best is like.
function directionOf(best: Float64Array, wrong: Float64Array, sides: Uint8Array, side: number): Calibration {
  const asked = [...best.keys()].filter((record) => sides[record] === side).map((record) => best[record] ?? -Infinity);
  const nulls = [...wrong.keys()].filter((record) => sides[record] !== side).map((record) => wrong[record] ?? -Infinity);
  const falseShare = Math.min(1, shareBelow(asked, median(nulls)) / 0.5);
  const blocks = isotonic(asked, nulls);
  const probability = (weight: number): number => {
    const rate = blocks.findLast(({ from }) => from <= weight)?.rate ?? 0;
    return rate <= 0 ? 0 : Math.max(0, 1 - (falseShare * (1 - rate)) / rate);
  };
  return { asks: (record) => sides[record] === side, probability, expected: asked.reduce((sum, weight) => sum + probability(weight), 0) };
}

// Rate of answers (against wrong ones, each set weighing the same) that never falls with the weight.
function isotonic(asked: readonly number[], nulls: readonly number[]): { from: number; rate: number }[] {
  const points = [
    ...asked.map((at) => ({ at, yes: 1 / asked.length, no: 0 })),
    ...nulls.map((at) => ({ at, yes: 0, no: 1 / nulls.length })),
  ];
  const blocks: { from: number; yes: number; no: number }[] = [];
  for (const { at, yes, no } of points.toSorted((left, right) => left.at - right.at)) {
    let block = { from: at, yes, no };
    for (
      let last = blocks.at(-1);
      last !== undefined && last.yes * (block.yes + block.no) >= block.yes * (last.yes + last.no);
      last = blocks.at(-1)
    ) {
      block = { from: last.from, yes: last.yes + block.yes, no: last.no + block.no };
      blocks.pop();
    }
    blocks.push(block);
  }
  const doubt = 0.5 / Math.max(1, nulls.length);
  return blocks.map(({ from, yes, no }) => ({ from, rate: yes / (yes + no + doubt) }));
}

// Which share of a record's evidence a pair has.
function sharesOf({ left, right, weights }: WeighedPairs, records: number): (record: number, weight: number) => number {
  const sums = new Float64Array(records);
  const best = bestOf({ left, right, weights }, records);
  for (const [pair, weight] of weights.entries()) {
    for (const record of [left[pair] ?? 0, right[pair] ?? 0]) sums[record] = (sums[record] ?? 0) + 2 ** (weight - (best[record] ?? 0));
  }
  return (record, weight) => 2 ** (weight - (best[record] ?? 0)) / (sums[record] ?? 1);
}

function claimedTwice({ left, right }: WeighedPairs, probabilities: Float64Array, asks: (record: number) => boolean): number {
  const claims = new Map<number, number>();
  for (const [pair, probability] of probabilities.entries()) {
    if (probability < SURE) continue;
    const asked = (asks(left[pair] ?? 0) ? right[pair] : left[pair]) ?? 0;
    claims.set(asked, (claims.get(asked) ?? 0) + 1);
  }
  return [...claims.values()].filter((count) => count > 1).length / Math.max(1, claims.size);
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? -Infinity;
}

function shareBelow(values: readonly number[], limit: number): number {
  return values.filter((value) => value <= limit).length / Math.max(1, values.length);
}
