import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Member, assignGolden } from './assign-golden.ts';

const id = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`;
/** Records that are grouped one way now, and another way next. */
const regrouped = fc.array(fc.record({ now: fc.nat(6), next: fc.nat(6) }), { minLength: 1, maxLength: 12 });
const groupsOf = (members: readonly Member[], by: (index: number) => number): Member[][] =>
  [...Map.groupBy(members.entries(), ([index]) => by(index)).values()].map((group) => group.map(([, member]) => member));
const fresh = (count: number): Member[] => Array.from({ length: count }, (_, i) => ({ id: id(i), source: 's', seq: i, golden: id(i) }));
const withGolden = (members: readonly Member[], golden: ReadonlyMap<string, string>): Member[] =>
  members.map((member) => ({ ...member, golden: golden.get(member.id) ?? '' }));

test('every group has one id, no two the same, and deciding again changes nothing', () => {
  fc.assert(
    fc.property(regrouped, (records) => {
      const now = assignGolden(groupsOf(fresh(records.length), (i) => records[i]?.now ?? 0));
      const members = withGolden(fresh(records.length), now);
      const groups = groupsOf(members, (i) => records[i]?.next ?? 0);
      const next = assignGolden(groups);
      const ids = groups.map((group) => new Set(group.map((member) => next.get(member.id))));
      expect(ids.every((each) => each.size === 1)).toBe(true);
      expect(new Set(ids.flatMap((each) => [...each])).size).toBe(groups.length);
      const again = assignGolden(groupsOf(withGolden(members, next), (i) => records[i]?.next ?? 0));
      expect(again).toEqual(next);
    }),
  );
});

test('a merge keeps the id of who came first, and a split gives each its own again', () => {
  const members = fresh(3);
  const merged = assignGolden([members]);
  expect([...merged.values()]).toEqual([id(0), id(0), id(0)]);
  const apart = assignGolden(withGolden(members, merged).map((member) => [member]));
  expect([...apart.values()]).toEqual([id(0), id(1), id(2)]);
});

test('taken back, golden records have the ids they had', () => {
  const members = fresh(4).map((member) => ({ ...member, golden: id(0) }));
  const wanted = new Map([[id(0), id(0)], [id(1), id(0)], [id(2), id(3)], [id(3), id(3)]]); // prettier-ignore
  const golden = assignGolden([members.slice(0, 2), members.slice(2)], wanted);
  expect([...golden.values()]).toEqual([id(0), id(0), id(3), id(3)]);
});
