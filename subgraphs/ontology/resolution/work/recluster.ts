import type { Kysely } from 'kysely';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import type { ChangeKind, Group, NewChange, PairBefore } from '../store/changes.ts';
import { writeClusters } from '../store/golden.ts';
import { componentOf } from '../store/members.ts';
import type { PairRow } from '../store/pairs.ts';
import { showConflicts } from '../store/verified.ts';
import { type Member, assignGolden } from './assign-golden.ts';
import { type ClusterRules, makeClusters, merges } from './make-clusters.ts';

/** What is being resolved, and how. */
export interface Resolving {
  readonly entity: string;
  /** Table of the records of sources. */
  readonly table: string;
  readonly rules: Omit<ClusterRules, 'verified'>;
  readonly now: Date;
}

/** A person's doing, of which the change is to be remembered as one. */
export interface Act {
  readonly kind: ChangeKind;
  readonly by: string;
  readonly pairs: readonly PairBefore[];
  /** Golden records that are to have their ids again. */
  readonly wanted?: ReadonlyMap<string, string>;
}

export interface Reclustered {
  readonly goldens: readonly string[];
  /** Ids of what is remembered of it. */
  readonly changes: readonly string[];
  readonly groups: readonly (readonly Member[])[];
  readonly golden: ReadonlyMap<string, string>;
}

/**
 * Looks at the clusters of these records once more and writes what has become of them: the same pairs always make the same clusters. Runs in one
 * transaction; `act` null: nobody's doing but the scores'.
 */
export async function recluster(
  db: Kysely<TenantTables>,
  resolving: Resolving,
  seeds: readonly string[],
  act: Act | null,
): Promise<Reclustered> {
  const { entity, table, now } = resolving;
  const { members, pairs, verified } = await componentOf(db, seeds);
  const rules: ClusterRules = { ...resolving.rules, verified };
  const groups = makeClusters(members, pairs, rules);
  const golden = assignGolden(groups, act?.wanted);
  const moves = members.flatMap((member) => {
    const to = golden.get(member.id) ?? member.golden;
    return to === member.golden ? [] : [{ member, golden: to }];
  });
  await showConflicts(db, conflicts(pairs, members, golden, rules));
  const changes = await writeClusters(
    db,
    { entity, table, now },
    {
      moves,
      settled: [...new Set([...seeds, ...members.map(({ id }) => id)])],
      changes: act === null ? mergesOf(members, golden) : [changeOf(act, members, golden)],
    },
  );
  const goldens = [...new Set(moves.flatMap((move) => [move.member.golden, move.golden]))];
  return { goldens, changes, groups, golden };
}

/** Pairs whose scores say the same thing twice: together, and as records apart. People are asked about those that are apart. */
function conflicts(
  pairs: readonly PairRow[],
  members: readonly Member[],
  golden: ReadonlyMap<string, string>,
  rules: ClusterRules,
): { id: string; status: 'MATCH' | 'POSSIBLE' }[] {
  const byId = new Map(members.map((member) => [member.id, member]));
  return pairs.flatMap((pair) => {
    if (pair.decided_by !== null || pair.auto !== 'MATCH') return [];
    const together = golden.get(pair.a) !== undefined && golden.get(pair.a) === golden.get(pair.b);
    const status = together || (merges(pair, byId, rules) && !(byId.has(pair.a) && byId.has(pair.b))) ? 'MATCH' : 'POSSIBLE';
    return status === pair.status ? [] : [{ id: pair.id, status }];
  });
}

function changeOf({ kind, by, pairs }: Act, members: readonly Member[], golden: ReadonlyMap<string, string>): NewChange {
  const moved = new Set(
    members.filter((member) => golden.get(member.id) !== member.golden).flatMap((m) => [m.golden, golden.get(m.id) ?? '']),
  );
  const named = new Set(pairs.flatMap(({ a, b }) => [a, b]));
  const concerned = members.filter((m) => named.has(m.id) || moved.has(m.golden) || moved.has(golden.get(m.id) ?? ''));
  const all = new Set(concerned.flatMap((m) => [m.golden, golden.get(m.id) ?? m.golden]));
  const within = members.filter((m) => all.has(m.golden) || all.has(golden.get(m.id) ?? m.golden));
  return {
    kind,
    decided_by: by,
    pairs: [...pairs],
    before: groupsBy(within, (m) => m.golden),
    after: groupsBy(within, (m) => golden.get(m.id) ?? m.golden),
  };
}

/** What the scores did, one change for each golden record that others came into or went out of. */
function mergesOf(members: readonly Member[], golden: ReadonlyMap<string, string>): NewChange[] {
  const touched = members.filter((member) => golden.get(member.id) !== member.golden);
  const seen = new Set<string>();
  return touched.flatMap((member) => {
    const ids = new Set([member.golden, golden.get(member.id) ?? member.golden]);
    // Whatever shares an id before or after is one change.
    for (let size = 0; size !== ids.size;) {
      size = ids.size;
      for (const other of members) {
        const [was, is] = [other.golden, golden.get(other.id) ?? other.golden];
        if (was !== is && (ids.has(was) || ids.has(is))) ids.add(was).add(is);
      }
    }
    if ([...ids].some((id) => seen.has(id))) return [];
    for (const id of ids) seen.add(id);
    const within = members.filter((each) => ids.has(each.golden) || ids.has(golden.get(each.id) ?? each.golden));
    const before = groupsBy(within, (each) => each.golden);
    const after = groupsBy(within, (each) => golden.get(each.id) ?? each.golden);
    return [{ kind: after.length <= before.length ? 'MERGED' : 'SPLIT', decided_by: null, pairs: [], before, after }];
  });
}

function groupsBy(members: readonly Member[], goldenOf: (member: Member) => string): Group[] {
  return [...Map.groupBy(members, goldenOf)].map(([golden, group]) => ({ golden, members: group.map(({ id }) => id) }));
}
