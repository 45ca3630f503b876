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
  /** Weight at which either is as likely. */
  readonly even: number;
  /** Weight above which hardly any best answer is wrong. */
  readonly sure: number;
}

// More than this share of records claimed twice, and the other side is no clean list.
const CLAIMED_TWICE = 0.03;
const SURE = 0.9;
// Wrong answers there might have been besides those that were seen.
const DOUBT = 0.5;
// Bits beyond even odds that are enough even where a list holds its own duplicates, which look like sure wrong answers.
const MOST_SURE = 14;
// Bits above the best wrong answer that are clear of it.
const CLEAR = 6;
// Answers below which a list is too short to learn odds from.
const FEW = 20;
const MOST_WRONG = 0.01;

/**
 * Probabilities of pairs across sources, from the scores alone. A list that is clean in itself tells how good the best wrong answer is:
 * its records have no true match among themselves. The best answers across the sources are a mixture of those and of true ones
 * (as with local false discovery rates, Efron 2004). Of the two directions the one that explains more is taken, so a source with duplicates of its own
 * does no harm.
 */
export function calibrate(
  across: WeighedPairs,
  within: WeighedPairs,
  sides: Uint8Array,
): { probabilities: Float64Array; calibration: Calibration | null } {
  const best = bestOf(across, sides.length);
  const wrong = bestOf(within, sides.length);
  const directions = [0, 1].map((side) => directionOf(best, wrong, sides, side));
  const [one, other] = directions;
  if (one === undefined || other === undefined) return { probabilities: new Float64Array(across.weights.length), calibration: null };
  const taken = one.expected >= other.expected ? one : other;
  const shares = sharesOf(across, sides.length);
  const probabilities = across.weights.map((weight, pair) => {
    const asking = taken.asks(across.left[pair] ?? 0) ? across.left[pair] : across.right[pair];
    return taken.probability(weight) * shares(asking ?? 0, weight);
  });
  if (claimedTwice(across, probabilities, taken.asks) <= CLAIMED_TWICE) {
    for (const [pair, probability] of probabilities.entries()) {
      const asked = taken.asks(across.left[pair] ?? 0) ? across.right[pair] : across.left[pair];
      probabilities[pair] = probability * shares(asked ?? 0, across.weights[pair] ?? 0);
    }
  }
  return { probabilities, calibration: taken };
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
  const steps = blocks.map(({ centre, rate }) => ({
    centre,
    probability: rate <= 0 ? 0 : Math.max(0, 1 - (falseShare * (1 - rate)) / rate),
  }));
  const probability = (weight: number): number => between(steps, weight);
  // Too few answers show nothing: there the model's own zero stays, or what the scores say where that is higher.
  const even = Math.min(asked.length, nulls.length) < FEW ? Math.max(0, evenOf(steps)) : evenOf(steps);
  return {
    asks: (record) => sides[record] === side,
    probability,
    even,
    sure: Math.min(even + MOST_SURE, Math.max(even, greatest(nulls)) + CLEAR, sureOf(asked, nulls, falseShare)),
    expected: asked.reduce((sum, weight) => sum + probability(weight), 0),
  };
}

// Rate of answers (against wrong ones, each set weighing the same) that never falls with the weight, at the middle of each step.
function isotonic(asked: readonly number[], nulls: readonly number[]): { centre: number; rate: number }[] {
  const points = [
    ...asked.map((at) => ({ at, yes: 1 / asked.length, no: 0 })),
    ...nulls.map((at) => ({ at, yes: 0, no: 1 / nulls.length })),
  ].filter(({ at }) => at > -Infinity);
  const blocks: { sum: number; count: number; yes: number; no: number }[] = [];
  for (const { at, yes, no } of points.toSorted((left, right) => left.at - right.at)) {
    let block = { sum: at, count: 1, yes, no };
    for (
      let last = blocks.at(-1);
      last !== undefined && last.yes * (block.yes + block.no) >= block.yes * (last.yes + last.no);
      last = blocks.at(-1)
    ) {
      block = { sum: last.sum + block.sum, count: last.count + block.count, yes: last.yes + block.yes, no: last.no + block.no };
      blocks.pop();
    }
    blocks.push(block);
  }
  const doubt = DOUBT / Math.max(1, nulls.length);
  return blocks.map(({ sum, count, yes, no }) => ({ centre: sum / count, rate: yes / (yes + no + doubt) }));
}

function between(steps: readonly { centre: number; probability: number }[], weight: number): number {
  const above = steps.findIndex(({ centre }) => centre > weight);
  const high = steps[above];
  const low = steps[above < 0 ? steps.length - 1 : above - 1];
  if (low === undefined) return 0;
  if (high === undefined) return low.probability;
  return low.probability + ((weight - low.centre) / (high.centre - low.centre)) * (high.probability - low.probability);
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

// Where scores turn from wrong to right: where the model itself says, if that lies in the middle of the gap between the two, else at its edge.
function evenOf(steps: readonly { centre: number; probability: number }[]): number {
  const at = steps.findIndex(({ probability }) => probability >= 0.5);
  const high = steps[at]?.centre ?? steps.at(-1)?.centre ?? 0;
  const low = (at < 0 ? steps.at(-1) : steps[at - 1])?.centre ?? high;
  return Math.min(high - (high - low) * 0.5, Math.max(low + (high - low) * 0.25, 0));
}

// The lowest weight from which on fewer than 1 in 100 best answers are wrong, by the wrong ones seen.
function sureOf(asked: readonly number[], nulls: readonly number[], falseShare: number): number {
  const [answers, wrong] = [asked.toSorted((left, right) => right - left), nulls.toSorted((left, right) => right - left)];
  let above = 0;
  let sure = Infinity;
  for (const [rank, weight] of answers.entries()) {
    if (weight === -Infinity) break;
    while ((wrong[above] ?? -Infinity) >= weight) above += 1;
    const rate =
      (falseShare * (above + DOUBT * 2 ** Math.min(0, (wrong[0] ?? weight) - weight)) * answers.length) /
      Math.max(1, wrong.length) /
      (rank + 1);
    if (rate <= MOST_WRONG) sure = weight;
  }
  return sure;
}

function greatest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? -Infinity;
}

function shareBelow(values: readonly number[], limit: number): number {
  return values.filter((value) => value <= limit).length / Math.max(1, values.length);
}
