import { stableId } from '../../stable-id.ts';

/** A record of a source as clusters are made of it. */
export interface Member {
  readonly id: string;
  /** The source object it is of. */
  readonly source: string;
  /** Smaller for records that came earlier. */
  readonly seq: number;
  /** The golden record it belongs to now. */
  readonly golden: string;
}

/**
 * Gives each group of records the id of its golden record, so that ids stay with whom people know by them. Groups with the members of longest standing
 * choose first: what `wanted` says of a member, else an id its members have now, the earliest member's first, else its earliest member's own. An id that
 * was made of a record stays with that record's group. No two groups get the same. @returns golden ids by record
 */
export function assignGolden(groups: readonly (readonly Member[])[], wanted: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const ordered = groups.map((group) => group.toSorted(bySeq)).toSorted((a, b) => bySeq(a[0], b[0]));
  const home = new Map(ordered.flatMap((members, i) => members.map(({ id }) => [id, i] as const)));
  const taken = new Map<string, number>();
  const golden = new Map<string, string>();
  const take = (i: number, ids: readonly string[], free: (id: string) => boolean): void => {
    const members = ordered[i] ?? [];
    const id = golden.has(members[0]?.id ?? '') ? undefined : ids.find((each) => !taken.has(each) && free(each));
    if (id === undefined) return;
    taken.set(id, i);
    for (const member of members) golden.set(member.id, id);
  };
  for (const [i, members] of ordered.entries())
    take(
      i,
      members.flatMap(({ id }) => wanted.get(id) ?? []),
      () => true,
    );
  for (const [i, members] of ordered.entries())
    take(
      i,
      members.map((member) => member.golden),
      (id) => !home.has(id) || home.get(id) === i,
    );
  for (const [i, members] of ordered.entries()) {
    take(
      i,
      members.map(({ id }) => id),
      () => true,
    );
    take(i, [stableId('golden', members[0]?.id ?? '')], () => true);
  }
  return golden;
}

function bySeq(a: Member | undefined, b: Member | undefined): number {
  return (a?.seq ?? 0) - (b?.seq ?? 0);
}
