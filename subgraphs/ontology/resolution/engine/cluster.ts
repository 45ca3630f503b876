import type { ClusterConstraints, ScoredPair } from './types.ts';

/**
 * Groups records by pairs, best first. Two groups join over a pair unless people said never, a source gives each group one record at
 * most, or the groups hold pairs that speak against it: the mean weight of all known pairs between them must be above 0.
 */
export function cluster(pairs: readonly ScoredPair[], constraints: ClusterConstraints): string[][] {
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
  for (const { a, b } of pairs.toSorted(
    (left, right) => right.weight - left.weight || compare(left.a, right.a) || compare(left.b, right.b),
  )) {
    const [left, right] = [groupOf(a), groupOf(b)];
    if (left !== right && mayJoin(left, right)) join(left, right);
  }
  return [...new Set(groups.values())]
    .map((group) => [...group].toSorted(compare))
    .toSorted(([left = ''], [right = '']) => compare(left, right));
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
