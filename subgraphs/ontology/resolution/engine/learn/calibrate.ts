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

/** Which source each record is of, by number from 0 on. */
export interface Sources {
  readonly of: Uint16Array;
  readonly count: number;
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
 * (as with local false discovery rates, Efron 2004). Of the two directions between two sources the one that explains more is taken, so a source with
 * duplicates of its own does no harm. Of more sources every record asks each of the others, and all of their answers are one mixture.
 */
export function calibrate(
  across: WeighedPairs,
  within: WeighedPairs,
  sources: Sources,
): { probabilities: Float64Array; calibration: Calibration | null } {
  const best = bestOf(across, sources);
  const wrong = bestOf(within, sources);
  const all = directionOf(best, wrong, sources, () => true, () => true); // prettier-ignore
  const directions = [0, 1].map((side) => directionOf(best, wrong, sources, (source) => source === side, (source) => source !== side)); // prettier-ignore
  const taken = sources.count > 2 ? all : directions.reduce((one, other) => (one.expected >= other.expected ? one : other));
  const shareOf = sharesOf(across, sources, best);
  const twice = claimedTwice(across, sources, best, taken) > CLAIMED_TWICE;
  const probabilities = across.weights.map((weight, pair) => {
    const [left, right] = [across.left[pair] ?? 0, across.right[pair] ?? 0];
    const shares = [shareOf(left, right, weight), shareOf(right, left, weight)] as const;
    const [asking, asked] = taken.asks(left) ? shares : [shares[1], shares[0]];
    // Where records are claimed twice, one of the two lists holds duplicates: their shares in it say nothing against them.
    const share = !twice ? asking * asked : sources.count > 2 ? Math.max(asking, asked) : asking;
    return taken.probability(weight) * share;
  });
  return { probabilities, calibration: taken };
}

/** Place of what a record finds in a source. */
function placeOf({ of, count }: Sources, record: number, other: number): number {
  return record * count + (of[other] ?? 0);
}

/** The best that each record finds in each source. */
function bestOf({ left, right, weights }: WeighedPairs, sources: Sources): Float64Array {
  const best = new Float64Array(sources.of.length * sources.count).fill(-Infinity);
  for (const [pair, weight] of weights.entries()) {
    const [a, b] = [left[pair] ?? 0, right[pair] ?? 0];
    for (const place of [placeOf(sources, a, b), placeOf(sources, b, a)]) if (weight > (best[place] ?? 0)) best[place] = weight;
  }
  return best;
}

// Records of the sources that ask look others up in each other source; sources that are asked show among themselves what a wrong best is like.
function directionOf(
  best: Float64Array,
  wrong: Float64Array,
  { of, count }: Sources,
  isAsking: (source: number) => boolean,
  isAsked: (source: number) => boolean,
): Calibration {
  const asked: number[] = [];
  const nulls: number[] = [];
  for (const [record, own] of of.entries()) {
    if (isAsked(own)) nulls.push(wrong[record * count + own] ?? -Infinity);
    if (!isAsking(own)) continue;
    for (let source = 0; source < count; source += 1) if (source !== own) asked.push(best[record * count + source] ?? -Infinity);
  }
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
    asks: (record) => isAsking(of[record] ?? 0),
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

// Which share a pair has of a record's evidence in the other's source.
function sharesOf(
  { left, right, weights }: WeighedPairs,
  sources: Sources,
  best: Float64Array,
): (record: number, other: number, weight: number) => number {
  const sums = new Float64Array(best.length);
  for (const [pair, weight] of weights.entries()) {
    const [a, b] = [left[pair] ?? 0, right[pair] ?? 0];
    for (const place of [placeOf(sources, a, b), placeOf(sources, b, a)])
      sums[place] = (sums[place] ?? 0) + 2 ** (weight - (best[place] ?? 0));
  }
  return (record, other, weight) => {
    const place = placeOf(sources, record, other);
    return 2 ** (weight - (best[place] ?? 0)) / (sums[place] ?? 1);
  };
}

// Share of those that are asked whom several records of one source are sure of.
function claimedTwice({ left, right, weights }: WeighedPairs, sources: Sources, best: Float64Array, taken: Calibration): number {
  const shareOf = sharesOf({ left, right, weights }, sources, best);
  const claims = new Map<number, number>();
  const claim = (asking: number, asked: number, weight: number): void => {
    if (taken.probability(weight) * shareOf(asking, asked, weight) < SURE) return;
    const place = placeOf(sources, asked, asking);
    claims.set(place, (claims.get(place) ?? 0) + 1);
  };
  for (const [pair, weight] of weights.entries()) {
    const [a, b] = [left[pair] ?? 0, right[pair] ?? 0];
    if (taken.asks(a)) claim(a, b, weight);
    if (taken.asks(b)) claim(b, a, weight);
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
