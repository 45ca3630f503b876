import type { ClusterConstraints, ScoredPair } from './types.ts';

// Beyond these bits one pair speaks no louder.
const LOUDEST = 12;
// What a pair says that was never compared, because nothing made the two likely.
const UNSEEN = -3;
// Of pairs between two groups that were no candidates, so many are compared after all.
const MOST_COMPARED = 200;
const PASSES = 3;

/**
 * Groups records by pairs, best first. Two groups join over a pair that speaks for it (weight at or above the cut) unless people said
 * never, a source gives each group one record at most, or the pairs between the two groups speak against it on average: one likely pair
 * does not chain two groups together that are otherwise unlike.
 */
export function cluster(pairs: readonly ScoredPair[], constraints: ClusterConstraints): string[][] {
  const cut = constraints.cut ?? 0;
  const groups = new Map<string, Set<string>>();
  const groupOf = (id: string): Set<string> => {
    const known = groups.get(id) ?? new Set([id]);
    groups.set(id, known);
    return known;
  };
  const enemies = new Map<string, Set<string>>();
  const oppose = (a: string, b: string): void => void enemies.set(a, (enemies.get(a) ?? new Set()).add(b));
  for (const [a, b] of constraints.never) {
    oppose(a, b);
    oppose(b, a);
  }
  const mayJoin = (left: Set<string>, right: Set<string>): boolean => {
    const [small, large] = left.size <= right.size ? [left, right] : [right, left];
    for (const id of small) for (const enemy of enemies.get(id) ?? []) if (large.has(enemy)) return false;
    if (constraints.oneEach !== true || constraints.sourceOf === undefined) return true;
    const sources = new Set([...small].map(constraints.sourceOf));
    return ![...large].some((id) => sources.has(constraints.sourceOf?.(id) ?? ''));
  };
  const join = (left: Set<string>, right: Set<string>): void => {
    const [small, large] = left.size <= right.size ? [left, right] : [right, left];
    for (const id of small) {
      large.add(id);
      groups.set(id, large);
    }
  };
  for (const [a, b] of constraints.always) {
    const [left, right] = [groupOf(a), groupOf(b)];
    if (left !== right && mayJoin(left, right)) join(left, right);
  }
  const weights = new Map<string, Map<string, number>>();
  const know = (a: string, b: string, weight: number): void =>
    void weights.set(a, (weights.get(a) ?? new Map<string, number>()).set(b, weight));
  for (const { a, b, weight } of pairs) {
    know(a, b, weight - cut);
    know(b, a, weight - cut);
  }
  const weightBetween = (a: string, b: string, spare: { left: number }): number | null => {
    const seen = weights.get(a)?.get(b);
    if (seen !== undefined || constraints.compare === undefined) return seen ?? UNSEEN;
    if (spare.left === 0) return null;
    spare.left -= 1;
    const weight = constraints.compare(a, b) - cut;
    know(a, b, weight);
    know(b, a, weight);
    return weight;
  };
  const evidence = (left: Set<string>, right: Set<string>): number => {
    const spare = { left: MOST_COMPARED };
    let sum = 0;
    for (const a of left) for (const b of right) sum += Math.max(-LOUDEST, Math.min(LOUDEST, weightBetween(a, b, spare) ?? 0));
    return sum;
  };
  const joining = pairs
    .filter(({ weight }) => weight >= cut)
    .toSorted((left, right) => right.weight - left.weight || compare(left.a, right.a) || compare(left.b, right.b));
  for (let pass = 0, changed = true; changed && pass < PASSES; pass += 1) {
    changed = false;
    for (const { a, b } of joining) {
      const [left, right] = [groupOf(a), groupOf(b)];
      if (left === right || !mayJoin(left, right) || evidence(left, right) < 0) continue;
      join(left, right);
      changed = true;
    }
  }
  return [...new Set(groups.values())]
    .map((group) => [...group].toSorted(compare))
    .toSorted(([left = ''], [right = '']) => compare(left, right));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
