import type { ScoredPair } from '../../subgraphs/ontology/resolution/engine/types.ts';
import type { ClusteredSet, PairsSet, ResolutionSet } from './resolution-sets.ts';

export interface Figures {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** Precision, recall and F1 of pairs that were taken, by the labels or clusters of a set. */
export function figuresOf(set: ResolutionSet, taken: Iterable<readonly [string, string]>): Figures {
  const truth = truthOf(set);
  let right = 0;
  let wrong = 0;
  const seen = new Set<string>();
  for (const [a, b] of taken) {
    const key = keyOf(a, b);
    if (seen.has(key)) continue;
    seen.add(key);
    const is = truth.is(key, a, b);
    if (is === true) right += 1;
    if (is === false) wrong += 1;
  }
  const p = right + wrong === 0 ? 1 : right / (right + wrong);
  const r = truth.count === 0 ? 1 : right / truth.count;
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) };
}

/** The best F1 any cut over scored pairs reaches; needs the labels, so it is a bound and no result. */
export function bestCut(set: ResolutionSet, pairs: readonly ScoredPair[]): Figures & { readonly weight: number } {
  const truth = truthOf(set);
  let best = { p: 0, r: 0, f1: 0, weight: 0 };
  let right = 0;
  let all = 0;
  for (const { a, b, weight } of pairs) {
    const is = truth.is(keyOf(a, b), a, b);
    if (is === null) continue;
    all += 1;
    if (is) right += 1;
    const [p, r] = [right / all, right / Math.max(1, truth.count)];
    const f1 = right === 0 ? 0 : (2 * p * r) / (p + r);
    if (f1 > best.f1) best = { p, r, f1, weight };
  }
  return best;
}

/** Share of right records whose best left is the true one. */
export function rightAtOne(set: PairsSet, pairs: readonly ScoredPair[]): number {
  const best = new Map<string, { left: string; weight: number }>();
  for (const { a, b, weight } of pairs) {
    const [left, right] = a.startsWith('l') ? [a, b] : [b, a];
    if (weight > (best.get(right)?.weight ?? -Infinity)) best.set(right, { left, weight });
  }
  const wanted = new Set([...set.labels.keys()].map((key) => key.slice(key.indexOf(' ') + 1)));
  return (
    [...wanted].filter((right) => set.labels.get(`${best.get(right)?.left ?? ''} ${right}`) === true).length / Math.max(1, wanted.size)
  );
}

/** Every pair within clusters. */
export function* pairsWithin(clusters: readonly (readonly string[])[]): Generator<[string, string]> {
  for (const members of clusters) for (const [at, a] of members.entries()) for (const b of members.slice(at + 1)) yield [a, b];
}

// What is known of a pair: true, false, or null where nothing is labelled.
function truthOf(set: ResolutionSet): { count: number; is: (key: string, a: string, b: string) => boolean | null } {
  if (set.form === 'CLUSTERS') {
    return { count: truePairs(set), is: (_, a, b) => set.truth.get(a) === set.truth.get(b) };
  }
  const count = [...set.labels.values()].filter(Boolean).length;
  return { count, is: (key) => set.labels.get(key) ?? (set.form === 'JOIN' ? false : null) };
}

function truePairs({ truth }: ClusteredSet): number {
  const sizes = new Map<string, number>();
  for (const cluster of truth.values()) sizes.set(cluster, (sizes.get(cluster) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
}

function keyOf(a: string, b: string): string {
  return a.startsWith('l') ? `${a} ${b}` : `${b} ${a}`;
}
