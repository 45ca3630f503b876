import { crypto64 } from './hash.ts';
import { keysOf } from '../engine/block/keys.ts';
import { prepare, type PreparedRecord } from '../engine/prepare.ts';
import { decide, weigh } from '../engine/score.ts';
import type { ResolutionModel, ResolvableRecord, Thresholds } from '../engine/types.ts';
import type { AutoPair } from '../store/pairs.ts';
import type { Candidate } from '../store/keys.ts';

/** Width of a bin of the histogram of scores, in bits. */
export const BIN_BITS = 2;
const LOWEST_BITS = -40;
const HIGHEST_BITS = 60;

/** How pairs of records are judged. */
export interface Judging {
  readonly thresholds: Pick<Thresholds, 'match' | 'possible'>;
  /** Whether records of one source are compared at all. */
  readonly within: boolean;
}

/** What scoring some pairs gives. */
export interface ScoredPage {
  readonly pairs: AutoPair[];
  /** How many pairs scored how much: lower bound of the bin in bits → pairs. */
  readonly histogram: Record<string, number>;
}

/** The keys that records are found by, as numbers of 64 bits; `salt` keeps those of different models apart. */
export function hashedKeys(model: ResolutionModel, records: readonly ResolvableRecord[], salt: string): string[][] {
  return records.map((record) => [...new Set(keysOf(model, record).map((key) => crypto64(`${salt}|${key}`)))]);
}

/** Scores candidates among these records; each pair once, in the order it is kept in. */
export function scoreCandidates(
  model: ResolutionModel,
  records: readonly ResolvableRecord[],
  candidates: readonly Candidate[],
  { thresholds, within }: Judging,
): ScoredPage {
  const byId = new Map(records.map((record) => [record.id, record]));
  const prepared = new Map<string, PreparedRecord>();
  const preparedOf = (record: ResolvableRecord): PreparedRecord => {
    const known = prepared.get(record.id) ?? prepare(record, model.fields);
    prepared.set(record.id, known);
    return known;
  };
  const judged = { ...model, thresholds: { ...model.thresholds, ...thresholds } };
  const seen = new Set<string>();
  const pairs: AutoPair[] = [];
  const histogram: Record<string, number> = {};
  for (const { id, other } of candidates) {
    const [a, b] = id < other ? [id, other] : [other, id];
    const [left, right] = [byId.get(a), byId.get(b)];
    if (left === undefined || right === undefined || seen.has(a + b) || (!within && left.source === right.source)) continue;
    seen.add(a + b);
    const scored = weigh(model, preparedOf(left), preparedOf(right));
    const { weight, probability } = scored;
    const bin = Math.floor(Math.min(HIGHEST_BITS, Math.max(LOWEST_BITS, weight)) / BIN_BITS) * BIN_BITS;
    histogram[bin] = (histogram[bin] ?? 0) + 1;
    const auto = decide(judged, scored);
    if (auto !== 'NON_MATCH') pairs.push({ a, b, weight, probability, auto });
  }
  return { pairs, histogram };
}
