import { CandidateIndex } from '../block/candidates.ts';
import { featuresOf } from '../block/features.ts';
import { comparersOf, type Comparer } from '../compare/comparer.ts';
import type { PreparedRecord } from '../prepare.ts';
import { randomOf } from '../random.ts';
import type { ComparedField, ComparisonModel, FieldKind, LearnOptions, ResolutionModel } from '../types.ts';
import { calibrate } from './calibrate.ts';
import { type ComparedPairs, estimate, SILENT } from './em.ts';
import { countTerms, frequenciesOf } from './frequencies.ts';
import { thresholdsOf } from './thresholds.ts';

// Candidates of a record: more where records are few, since all copies of one should meet.
const NEIGHBOURS = 12;
const MOST_NEIGHBOURS = 60;
const WANTED_PAIRS = 100_000;
const REST_PAIRS = 20_000;
const RARITY = 0.25;
const NAMING: ReadonlySet<FieldKind> = new Set(['NAME', 'TITLE', 'ORGANISATION']);
// Codes that agree were words that agree already; only what is left of their evidence counts.
const CODES_AGREE = 0.25;
const ALIKE = 70;
const MOST_RARITY = 6;

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
  const compared = compareAll(records, comparers, left, right);
  const rest = restPairs(records, comparers, options);
  const total = allPairs(records, options.linkOnly);
  const restWeight = Math.max(1, total - compared.pairs.count) / Math.max(1, rest.count);
  const sigmoid = (weights: Float64Array): Float64Array => weights.map((weight) => 1 / (1 + 2 ** -weight));
  const within = options.linkOnly ? withinPairs(records, fields) : { left: new Uint32Array(0), right: new Uint32Array(0) };
  const negatives = compareAll(records, comparers, within.left, within.right);
  const sides = sidesOf(records);
  const calibrated = (weights: Float64Array, wrong: Float64Array): ReturnType<typeof calibrate> =>
    calibrate({ left, right, weights }, { ...within, weights: wrong }, sides);
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
  const weighed = weigh(compared, comparisons, start);
  const linked = options.linkOnly ? calibrated(weighed.weights, weigh(negatives, comparisons, start).weights) : null;
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

/** Weight of one comparison: of its likeness, and of how rare what agrees is. */
export function weightOf(
  comparison: { readonly weights: readonly number[]; readonly meanBits: number },
  likeness: number,
  bits: number,
): number {
  if (likeness === SILENT) return 0;
  const at = likeness / 10;
  const low = Math.min(9, Math.floor(at));
  const weight = (comparison.weights[low] ?? 0) * (1 - at + low) + (comparison.weights[low + 1] ?? 0) * (at - low);
  if (weight <= 0) return weight;
  const rarity = Math.max(-MOST_RARITY, Math.min(MOST_RARITY, bits - comparison.meanBits)) * RARITY;
  return Math.max(0, weight + rarity);
}

interface Compared {
  readonly pairs: ComparedPairs;
  readonly bits: Float32Array;
}

function compareAll(records: readonly PreparedRecord[], comparers: readonly Comparer[], left: Uint32Array, right: Uint32Array): Compared {
  const width = comparers.length;
  const rows = new Uint8Array(left.length * width);
  const bits = new Float32Array(left.length * width);
  for (let pair = 0; pair < left.length; pair += 1) {
    const [a, b] = [records[left[pair] ?? 0], records[right[pair] ?? 0]];
    if (a === undefined || b === undefined) continue;
    for (const [index, comparer] of comparers.entries()) {
      const likeness = comparer.compare(a, b);
      rows[pair * width + index] = likeness === null ? SILENT : Math.round(likeness.likeness * 100);
      bits[pair * width + index] = likeness?.bits ?? 0;
    }
  }
  return { pairs: { width, rows, count: left.length }, bits };
}

function candidatePairs(
  records: readonly PreparedRecord[],
  fields: readonly ComparedField[],
  linkOnly: boolean,
  limit = linkOnly ? NEIGHBOURS : MOST_NEIGHBOURS,
): { left: Uint32Array; right: Uint32Array } {
  const sources = new Map<string, number>();
  const index = new CandidateIndex({
    length: records.length,
    featuresAt: (at) => featuresOf(records[at] as PreparedRecord, fields),
    sourceAt: (at) => {
      const source = records[at]?.source ?? '';
      const number = sources.get(source) ?? sources.size;
      sources.set(source, number);
      return number;
    },
  });
  const most = Math.max(NEIGHBOURS, Math.min(limit, Math.floor(WANTED_PAIRS / records.length)));
  const keys = new Set<number>();
  for (let at = 0; at < records.length; at += 1) {
    for (const { other } of index.nearest(at, most, linkOnly)) keys.add(Math.min(at, other) * records.length + Math.max(at, other));
  }
  const sorted = Float64Array.from(keys).toSorted();
  return {
    left: Uint32Array.from(sorted, (key) => Math.floor(key / records.length)),
    right: Uint32Array.from(sorted, (key) => key % records.length),
  };
}

function withinPairs(records: readonly PreparedRecord[], fields: readonly ComparedField[]): { left: Uint32Array; right: Uint32Array } {
  const left: number[] = [];
  const right: number[] = [];
  const bySource = Map.groupBy(records.keys(), (at) => records[at]?.source ?? '');
  for (const members of bySource.values()) {
    const own = members.flatMap((at) => records[at] ?? []);
    const pairs = candidatePairs(own, fields, false, NEIGHBOURS);
    for (const [pair, at] of pairs.left.entries()) {
      left.push(members[at] ?? 0);
      right.push(members[pairs.right[pair] ?? 0] ?? 0);
    }
  }
  return { left: Uint32Array.from(left), right: Uint32Array.from(right) };
}

function restPairs(records: readonly PreparedRecord[], comparers: readonly Comparer[], { linkOnly, seed }: LearnOptions): ComparedPairs {
  const random = randomOf(seed);
  const left: number[] = [];
  const right: number[] = [];
  for (let tries = 0; tries < REST_PAIRS * 3 && left.length < REST_PAIRS; tries += 1) {
    const [a, b] = [Math.floor(random() * records.length), Math.floor(random() * records.length)];
    if (a === b || (linkOnly && records[a]?.source === records[b]?.source)) continue;
    left.push(a);
    right.push(b);
  }
  return compareAll(records, comparers, Uint32Array.from(left), Uint32Array.from(right)).pairs;
}

function allPairs(records: readonly PreparedRecord[], linkOnly: boolean): number {
  const half = (count: number): number => (count * (count - 1)) / 2;
  if (!linkOnly) return half(records.length);
  const sizes = new Map<string, number>();
  for (const { source } of records) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  return half(records.length) - [...sizes.values()].reduce((sum, size) => sum + half(size), 0);
}

function weigh(
  { pairs, bits }: Compared,
  comparisons: readonly ComparisonModel[],
  start: number,
): { weights: Float64Array; against: Float64Array } {
  const { width, rows, count } = pairs;
  const weights = new Float64Array(count).fill(start);
  const against = new Float64Array(count);
  for (let pair = 0; pair < count; pair += 1) {
    for (const [index, comparison] of comparisons.entries()) {
      const at = pair * width + index;
      const own = weightOf(comparison, rows[at] ?? SILENT, bits[at] ?? 0);
      weights[pair] = (weights[pair] ?? 0) + own;
      against[pair] = Math.min(against[pair] ?? 0, own);
    }
  }
  return { weights, against };
}

function sidesOf(records: readonly PreparedRecord[]): Uint8Array {
  const first = records[0]?.source;
  return Uint8Array.from(records, ({ source }) => (source === first ? 0 : 1));
}

// What records are called: the name or title that tells most.
function namingOf(comparers: readonly Comparer[], { pairs, bits }: Compared): number {
  let naming = { index: -1, bits: 0 };
  for (const [index, { kind, aspect }] of comparers.entries()) {
    if (aspect !== 'VALUE' || !NAMING.has(kind)) continue;
    let sum = 0;
    let count = 1e-9;
    for (let pair = 0; pair < pairs.count; pair += 1) {
      const likeness = pairs.rows[pair * pairs.width + index] ?? SILENT;
      if (likeness === SILENT || likeness < ALIKE) continue;
      sum += bits[pair * pairs.width + index] ?? 0;
      count += 1;
    }
    if (sum / count > naming.bits) naming = { index, bits: sum / count };
  }
  return naming.index;
}

function meanBits({ pairs, bits }: Compared, index: number, probabilities: Float64Array): number {
  let sum = 0;
  let weight = 1e-9;
  for (let pair = 0; pair < pairs.count; pair += 1) {
    const likeness = pairs.rows[pair * pairs.width + index] ?? SILENT;
    const share = probabilities[pair] ?? 0;
    if (likeness === SILENT || likeness < ALIKE) continue;
    sum += (bits[pair * pairs.width + index] ?? 0) * share;
    weight += share;
  }
  return sum / weight;
}
