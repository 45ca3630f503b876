import { cluster } from '../engine/cluster.ts';
import type { PairRow } from '../store/pairs.ts';
import type { Member } from './assign-golden.ts';

/** What clusters are made by, beside the pairs. */
export interface ClusterRules {
  /** At most one record of a source in a cluster, but where a person said otherwise. */
  readonly oneEach: boolean;
  /** Whether records of one source are merged without asking. */
  readonly mergeWithin: boolean;
  /** Golden records that people confirmed: two of them are never merged without asking. */
  readonly verified: ReadonlySet<string>;
}

/** Groups records by the pairs between them; every record is in exactly one group. */
export function makeClusters(members: readonly Member[], pairs: readonly PairRow[], rules: ClusterRules): Member[][] {
  const byId = new Map(members.map((member) => [member.id, member]));
  const known = pairs.filter(({ a, b }) => byId.has(a) && byId.has(b));
  const always = known.filter(({ decided_by: by, status }) => by !== null && status === 'MATCH').map(({ a, b }) => [a, b] as const);
  const never = known.filter(({ decided_by: by, status }) => by !== null && status === 'NON_MATCH').map(({ a, b }) => [a, b] as const);
  const scored = known
    .filter((pair) => pair.decided_by === null && merges(pair, byId, rules))
    .map(({ a, b, weight, probability }) => ({ a, b, weight: weight ?? 0, probability: probability ?? 0 }));
  const sources = sourcesOf(members, always);
  const groups = cluster(scored, {
    always,
    never: [...never, ...apart(members, rules.verified, always)],
    oneEach: rules.oneEach,
    sourceOf: (id) => sources.get(id) ?? id,
  });
  const grouped = new Set(groups.flat());
  const all = [...groups, ...members.filter(({ id }) => !grouped.has(id)).map(({ id }) => [id])];
  return all.map((ids) => ids.flatMap((id) => byId.get(id) ?? []));
}

/** Whether the score alone merges two records. */
export function merges({ auto, a, b }: PairRow, members: ReadonlyMap<string, Member>, { mergeWithin }: ClusterRules): boolean {
  return auto === 'MATCH' && (mergeWithin || members.get(a)?.source !== members.get(b)?.source);
}

/** Sources by record; records that a person put together although they are of one source count as sources of their own. */
function sourcesOf(members: readonly Member[], always: readonly (readonly [string, string])[]): Map<string, string> {
  const sources = new Map(members.map(({ id, source }) => [id, source]));
  for (const group of joined(always)) {
    const seen = new Map<string, number>();
    for (const id of group) seen.set(sources.get(id) ?? id, (seen.get(sources.get(id) ?? id) ?? 0) + 1);
    for (const id of group) if ((seen.get(sources.get(id) ?? id) ?? 0) > 1) sources.set(id, id);
  }
  return sources;
}

function joined(pairs: readonly (readonly [string, string])[]): Set<string>[] {
  const groups = new Map<string, Set<string>>();
  for (const [a, b] of pairs) {
    const left = groups.get(a) ?? new Set([a]);
    const right = groups.get(b) ?? new Set([b]);
    for (const id of right) left.add(id);
    for (const id of left) groups.set(id, left);
  }
  return [...new Set(groups.values())];
}

/** Records of golden records that people confirmed each for itself; where people themselves merged them, they are together. */
function apart(
  members: readonly Member[],
  verified: ReadonlySet<string>,
  always: readonly (readonly [string, string])[],
): (readonly [string, string])[] {
  if (verified.size < 2) return [];
  const together = joined(always);
  const confirmed = members.filter(({ golden }) => verified.has(golden));
  return confirmed.flatMap((a, i) =>
    confirmed
      .slice(i + 1)
      .filter((b) => a.golden !== b.golden && !together.some((group) => group.has(a.id) && group.has(b.id)))
      .map((b) => [a.id, b.id] as const),
  );
}
