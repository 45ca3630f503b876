import { hash } from './features.ts';

const SLOTS = 1 << 22;
const MAX_KEPT = 40;
// Of very many records fewer are kept of each: memory is bounded by 8 bytes a feature.
const MANY = 200_000;
const KEPT_OF_MANY = 24;
// Posting entries visited in all, which bounds the time whatever the words are.
const MAX_VISITS = 400_000_000;
const MOST_VISITS = 20_000;
const LEAST_VISITS = 600;
const MOST_SHARED = 1_000;
const LEAST_SHARED = 48;
const GRAM_WEIGHT = 0.35;

/** Sources of features by position; called twice over all records. */
export interface FeatureSource {
  readonly length: number;
  featuresAt(index: number): readonly string[];
  /** Number of the source list. */
  sourceAt(index: number): number;
}

/** For each record its likeliest others by shared information: approximate nearest neighbours over an inverted index of rare features. */
export class CandidateIndex {
  private readonly starts: Uint32Array;
  private readonly postings: Uint32Array;
  private readonly kept: Uint32Array;
  private readonly keptStarts: Uint32Array;
  private readonly weights: Float32Array;
  private readonly scores: Float32Array;
  private readonly sources: Uint16Array;
  private readonly visits: number;

  constructor(source: FeatureSource) {
    const { length } = source;
    const most = length > MANY ? KEPT_OF_MANY : MAX_KEPT;
    const shared = Math.max(LEAST_SHARED, Math.min(MOST_SHARED, Math.floor(MAX_VISITS / (length * most))));
    this.visits = Math.max(LEAST_VISITS, Math.min(MOST_VISITS, Math.floor(MAX_VISITS / length / 2)));
    const counts = new Uint32Array(SLOTS);
    this.sources = new Uint16Array(length);
    for (let index = 0; index < length; index += 1) {
      this.sources[index] = source.sourceAt(index);
      for (const feature of source.featuresAt(index)) bump(counts, hash(feature) % SLOTS);
    }
    this.weights = new Float32Array(SLOTS);
    this.starts = new Uint32Array(SLOTS + 1);
    this.keptStarts = new Uint32Array(length + 1);
    const kept = new Uint32Array(length * most);
    const sizes = new Uint32Array(SLOTS);
    let at = 0;
    for (let index = 0; index < length; index += 1) {
      const slots = source.featuresAt(index).map((feature) => ({ slot: hash(feature) % SLOTS, gram: feature.startsWith('g') }));
      const telling = slots
        .filter(({ slot }) => (counts[slot] ?? 0) > 1 && (counts[slot] ?? 0) <= shared)
        .toSorted((left, right) => (counts[left.slot] ?? 0) - (counts[right.slot] ?? 0));
      for (const { slot, gram } of telling.slice(0, most)) {
        this.weights[slot] = Math.log2(length / (counts[slot] ?? 1)) * (gram ? GRAM_WEIGHT : 1);
        kept[at] = slot;
        at += 1;
        bump(sizes, slot);
      }
      this.keptStarts[index + 1] = at;
    }
    this.kept = kept.subarray(0, at);
    for (let slot = 0; slot < SLOTS; slot += 1) this.starts[slot + 1] = (this.starts[slot] ?? 0) + (sizes[slot] ?? 0);
    this.postings = new Uint32Array(at);
    const fill = this.starts.slice(0, SLOTS);
    for (let index = 0; index < length; index += 1) {
      for (let position = this.keptStarts[index] ?? 0; position < (this.keptStarts[index + 1] ?? 0); position += 1) {
        const slot = kept[position] ?? 0;
        this.postings[fill[slot] ?? 0] = index;
        bump(fill, slot);
      }
    }
    this.scores = new Float32Array(length);
  }

  /** The `most` likeliest others of a record, best first; with `across` only of other sources. */
  nearest(index: number, most: number, across: boolean): { other: number; score: number }[] {
    const touched: number[] = [];
    let visits = this.visits;
    for (let position = this.keptStarts[index] ?? 0; position < (this.keptStarts[index + 1] ?? 0); position += 1) {
      const slot = this.kept[position] ?? 0;
      const weight = this.weights[slot] ?? 0;
      const end = this.starts[slot + 1] ?? 0;
      const start = this.starts[slot] ?? 0;
      // Rarest first: what is too common to be looked through any more says least.
      visits -= end - start;
      if (visits < 0) break;
      for (let at = start; at < end; at += 1) {
        const other = this.postings[at] ?? 0;
        if (other === index || (across && this.sources[other] === this.sources[index])) continue;
        if (this.scores[other] === 0) touched.push(other);
        this.scores[other] = (this.scores[other] ?? 0) + weight;
      }
    }
    const best: { other: number; score: number }[] = [];
    for (const other of touched) {
      const score = this.scores[other] ?? 0;
      this.scores[other] = 0;
      if (best.length === most && score <= (best[most - 1]?.score ?? 0)) continue;
      let at = best.length;
      while (at > 0 && (best[at - 1]?.score ?? 0) < score) at -= 1;
      best.splice(at, 0, { other, score });
      if (best.length > most) best.pop();
    }
    return best;
  }
}

function bump(counts: Uint32Array, slot: number): void {
  counts[slot] = (counts[slot] ?? 0) + 1;
}
