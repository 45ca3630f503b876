import { CandidateIndex } from '../block/candidates.ts';
import { featuresOf } from '../block/features.ts';
import type { PreparedRecord } from '../prepare.ts';
import { randomOf } from '../random.ts';
import type { ComparedField, LearnOptions } from '../types.ts';
import type { Sources } from './calibrate.ts';

// Candidates of a record: more where records are few, since all copies of one should meet.
const NEIGHBOURS = 12;
const MOST_NEIGHBOURS = 60;
const WANTED_PAIRS = 100_000;
const RANDOM_PAIRS = 20_000;

/** Pairs by position of their records. */
export interface RecordPairs {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
}

/** The pairs that may be one: each record with its nearest. */
export function candidatePairs(
  records: readonly PreparedRecord[],
  fields: readonly ComparedField[],
  linkOnly: boolean,
  limit = linkOnly ? NEIGHBOURS : MOST_NEIGHBOURS,
): RecordPairs {
  const sources = new Map<string, number>();
  const index = new CandidateIndex({
    length: records.length,
    featuresAt: (at) => {
      const record = records[at];
      return record === undefined ? [] : featuresOf(record, fields);
    },
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

/** The nearest of each record within its own source: in a clean list these are all wrong. */
export function withinPairs(records: readonly PreparedRecord[], fields: readonly ComparedField[]): RecordPairs {
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

/** Pairs at random, of which hardly any is one. */
export function randomPairs(records: readonly PreparedRecord[], { linkOnly, seed }: LearnOptions): RecordPairs {
  const random = randomOf(seed);
  const left: number[] = [];
  const right: number[] = [];
  for (let tries = 0; tries < RANDOM_PAIRS * 3 && left.length < RANDOM_PAIRS; tries += 1) {
    const [a, b] = [Math.floor(random() * records.length), Math.floor(random() * records.length)];
    if (a === b || (linkOnly && records[a]?.source === records[b]?.source)) continue;
    left.push(a);
    right.push(b);
  }
  return { left: Uint32Array.from(left), right: Uint32Array.from(right) };
}

/** How many pairs there are in all. */
export function countPairs(records: readonly PreparedRecord[], linkOnly: boolean): number {
  const half = (count: number): number => (count * (count - 1)) / 2;
  if (!linkOnly) return half(records.length);
  const sizes = new Map<string, number>();
  for (const { source } of records) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  return half(records.length) - [...sizes.values()].reduce((sum, size) => sum + half(size), 0);
}

/** Sources by number, those with more records first. */
export function sourcesOf(records: readonly PreparedRecord[]): Sources {
  const sizes = new Map<string, number>();
  for (const { source } of records) sizes.set(source, (sizes.get(source) ?? 0) + 1);
  const numbers = new Map([...sizes].toSorted((one, other) => other[1] - one[1]).map(([source], number) => [source, number]));
  return { of: Uint16Array.from(records, ({ source }) => numbers.get(source) ?? 0), count: numbers.size };
}
