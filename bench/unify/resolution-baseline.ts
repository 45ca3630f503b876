import type { ResolvableRecord, ScoredPair } from '../../subgraphs/ontology/resolution/engine/types.ts';

// Words of so many records are left out that not many more pairs than these are looked at, for time; and of large sets pairs hardly alike, for memory.
const MOST_LOOKED_AT = 300_000_000;
const LEAST_SHARED = 200;
const LARGE = 20_000;

/** The plain baseline: TF-IDF cosine over all words of a record, nothing learned. Pairs above a cosine of 0.1, best first. */
export function cosinePairs(records: readonly ResolvableRecord[], linkOnly: boolean): ScoredPair[] {
  const words = records.map(
    ({ values }) =>
      Object.values(values)
        .join(' ')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  const holders = new Map<string, number[]>();
  for (const [index, list] of words.entries()) {
    for (const word of new Set(list)) {
      const known = holders.get(word);
      if (known === undefined) holders.set(word, [index]);
      else known.push(index);
    }
  }
  const vectors = words.map((list) => {
    const counts = new Map<string, number>();
    for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1);
    const weighted = [...counts].map(([word, count]): [string, number] => [
      word,
      count * Math.log((1 + records.length) / (1 + (holders.get(word)?.length ?? 0)) + 1),
    ]);
    const norm = Math.hypot(...weighted.map(([, weight]) => weight));
    return new Map(weighted.map(([word, weight]) => [word, weight / (norm || 1)]));
  });
  const most = Math.max(LEAST_SHARED, MOST_LOOKED_AT / (records.length * 10));
  const least = records.length > LARGE ? 0.4 : 0.1;
  const pairs: ScoredPair[] = [];
  for (const [index, vector] of vectors.entries()) {
    const sums = new Map<number, number>();
    for (const [word, weight] of vector) {
      const shared = holders.get(word) ?? [];
      // Words of nearly every record add next to nothing to a cosine.
      if (shared.length > most) continue;
      for (const other of shared) {
        if (other >= index || (linkOnly && records[other]?.source === records[index]?.source)) continue;
        sums.set(other, (sums.get(other) ?? 0) + weight * (vectors[other]?.get(word) ?? 0));
      }
    }
    for (const [other, cosine] of sums) {
      if (cosine >= least) pairs.push({ a: records[other]?.id ?? '', b: records[index]?.id ?? '', weight: cosine, probability: cosine });
    }
  }
  return pairs.toSorted((left, right) => right.weight - left.weight);
}
