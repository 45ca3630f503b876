import { CandidateIndex } from './block/candidates.ts';
import { featuresOf } from './block/features.ts';
import { cluster } from './cluster.ts';
import { train } from './learn/train.ts';
import { prepare, type PreparedRecord } from './prepare.ts';
import { randomOf } from './random.ts';
import { weigh } from './score.ts';
import type { ComparedField, LearnOptions, RecordList, ResolutionModel, ScoredPair } from './types.ts';

// Records that are learned from: these at random, and the nearest of each.
const SEEDS = 12_000;
const NEAREST_LEARNED = 1;
const NEIGHBOURS = 6;
const NONE = 0xffff_ffff;
const EDGES = 1 << 16;

/** What resolving a long list gives; memory grows by some 300 bytes a record, whatever the records hold. */
export interface ResolvedList {
  readonly model: ResolutionModel;
  /** By position: the position of the first record of its cluster. */
  readonly clusterOf: Uint32Array;
  /** Pairs that were compared. */
  readonly compared: number;
}

/**
 * Resolves a list that need not lie in memory: learns from a sample rich in likely pairs, compares each record with its nearest only, and
 * clusters one connected part at a time.
 */
export function resolveList(records: RecordList, fields: readonly ComparedField[], options: LearnOptions): ResolvedList {
  const { length } = records;
  const sources = new Map<string, number>();
  const index = new CandidateIndex({
    length,
    featuresAt: (at) => featuresOf(prepare(records.at(at), fields), fields, true),
    sourceAt: (at) => numberOf(sources, records.at(at).source),
  });
  const model = learnFrom(records, fields, options, index);
  const edges = new Edges();
  const nearest = new Uint32Array(length * NEIGHBOURS).fill(NONE);
  let compared = 0;
  for (let at = 0; at < length; at += 1) {
    const own = prepare(records.at(at), fields);
    for (const [rank, { other }] of index.nearest(at, NEIGHBOURS, options.linkOnly).entries()) {
      nearest[at * NEIGHBOURS + rank] = other;
      if (other < at && nearest.subarray(other * NEIGHBOURS, (other + 1) * NEIGHBOURS).includes(at)) continue;
      compared += 1;
      const { weight } = weigh(model, own, prepare(records.at(other), fields));
      if (weight >= model.thresholds.possible) edges.push(at, other, weight);
    }
  }
  return { model, clusterOf: clustersOf(length, edges, model.thresholds.cut), compared };
}

function learnFrom(records: RecordList, fields: readonly ComparedField[], options: LearnOptions, index: CandidateIndex): ResolutionModel {
  const { length } = records;
  const random = randomOf(options.seed);
  const chosen = new Set<number>();
  for (let seed = 0; seed < Math.min(SEEDS, length); seed += 1) {
    const at = length <= SEEDS * 2 ? seed * Math.ceil(length / SEEDS) : Math.floor(random() * length);
    if (at >= length) continue;
    chosen.add(at);
    for (const { other } of index.nearest(at, NEAREST_LEARNED, options.linkOnly)) chosen.add(other);
  }
  const sample: PreparedRecord[] = [...chosen].toSorted((a, b) => a - b).map((at) => prepare(records.at(at), fields));
  const { model } = train(sample, fields, options);
  // The sample was chosen for its pairs: among all records a pair at random is one far more rarely.
  const richer = Math.max(1, (length / Math.max(1, sample.length)) * 0.5);
  const prior = model.prior / (richer + model.prior * (1 - richer));
  return { ...model, records: length, prior };
}

// Pairs in typed arrays that grow.
class Edges {
  count = 0;
  left = new Uint32Array(EDGES);
  right = new Uint32Array(EDGES);
  weights = new Float32Array(EDGES);

  push(left: number, right: number, weight: number): void {
    if (this.count === this.left.length) {
      this.left = grown(this.left, new Uint32Array(this.count * 2));
      this.right = grown(this.right, new Uint32Array(this.count * 2));
      this.weights = grown(this.weights, new Float32Array(this.count * 2));
    }
    this.left[this.count] = left;
    this.right[this.count] = right;
    this.weights[this.count] = weight;
    this.count += 1;
  }
}

function grown<Values extends Uint32Array | Float32Array>(from: Values, into: Values): Values {
  into.set(from);
  return into;
}

function clustersOf(length: number, edges: Edges, cut: number): Uint32Array {
  const parents = Uint32Array.from({ length }, (_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parents[root] !== root) {
      parents[root] = parents[parents[root] ?? root] ?? root;
      root = parents[root] ?? root;
    }
    return root;
  };
  for (let edge = 0; edge < edges.count; edge += 1) {
    if ((edges.weights[edge] ?? 0) < cut) continue;
    const [left, right] = [rootOf(edges.left[edge] ?? 0), rootOf(edges.right[edge] ?? 0)];
    if (left !== right) parents[Math.max(left, right)] = Math.min(left, right);
  }
  // Edges in the order of their connected part, so that one part at a time is clustered.
  const roots = Uint32Array.from({ length: edges.count }, (_, edge) => rootOf(edges.left[edge] ?? 0));
  const order = Uint32Array.from(roots.keys()).toSorted((a, b) => (roots[a] ?? 0) - (roots[b] ?? 0));
  const clusterOf = Uint32Array.from({ length }, (_, at) => at);
  let part: ScoredPair[] = [];
  for (const [rank, edge] of order.entries()) {
    part.push({ a: String(edges.left[edge]), b: String(edges.right[edge]), weight: edges.weights[edge] ?? 0, probability: 0 });
    if (roots[order[rank + 1] ?? -1] === roots[edge]) continue;
    for (const members of cluster(part, { never: [], always: [], cut })) {
      const first = members.reduce((least, id) => Math.min(least, Number(id)), NONE);
      for (const id of members) clusterOf[Number(id)] = first;
    }
    part = [];
  }
  return clusterOf;
}

function numberOf(numbers: Map<string, number>, source: string): number {
  const number = numbers.get(source) ?? numbers.size;
  numbers.set(source, number);
  return number;
}
