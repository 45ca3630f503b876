import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PairRow, pairId } from '../store/pairs.ts';
import type { Member } from './assign-golden.ts';
import { makeClusters } from './make-clusters.ts';

const PERSON = '00000000-0000-4000-8000-000000000001';
const id = (n: number): string => `00000000-0000-5000-8000-${String(n).padStart(12, '0')}`;
const member = (n: number, source: number): Member => ({ id: id(n), source: `s${source}`, seq: n, golden: id(n) });
const pair = (a: number, b: number, said: 'AUTO' | 'MATCH' | 'NON_MATCH'): PairRow => ({
  id: pairId(id(a), id(b)),
  entity: 'Account',
  a: id(Math.min(a, b)),
  b: id(Math.max(a, b)),
  weight: 10,
  probability: 0.999,
  auto: said === 'AUTO' ? 'MATCH' : null,
  status: said === 'NON_MATCH' ? 'NON_MATCH' : 'MATCH',
  decided_by: said === 'AUTO' ? null : PERSON,
  decided_at: '2026-01-01T00:00:00Z',
  approval_id: null,
});
const RULES = { oneEach: true, mergeWithin: false, verified: new Set<string>() };

const world = fc
  .integer({ min: 2, max: 9 })
  .chain((count) =>
    fc.record({
      members: fc.array(fc.nat(2), { minLength: count, maxLength: count }),
      pairs: fc.array(
        fc.tuple(fc.nat(count - 1), fc.nat(count - 1), fc.constantFrom('AUTO' as const, 'AUTO' as const, 'NON_MATCH' as const)),
        {
          maxLength: 20,
        },
      ),
    }),
  )
  .map(({ members, pairs }) => ({
    members: members.map((source, n) => member(n, source)),
    pairs: [...new Map(pairs.filter(([a, b]) => a !== b).map(([a, b, said]) => [pairId(id(a), id(b)), pair(a, b, said)])).values()],
  }));

test('every record is in one cluster, none holds what people keep apart or two of one source, whatever order pairs come in', () => {
  fc.assert(
    fc.property(world, ({ members, pairs }) => {
      const clusters = makeClusters(members, pairs, RULES);
      expect(
        clusters
          .flat()
          .map((each) => each.id)
          .toSorted(),
      ).toEqual(members.map((each) => each.id));
      for (const cluster of clusters) {
        const ids = cluster.map((each) => each.id);
        expect(pairs.filter(({ status, a, b }) => status === 'NON_MATCH' && ids.includes(a) && ids.includes(b))).toEqual([]);
        expect(new Set(cluster.map(({ source }) => source)).size).toBe(cluster.length);
      }
      expect(makeClusters(members, pairs.toReversed(), RULES)).toEqual(clusters);
    }),
  );
});

test('what people say is one is one, also of one source; confirmed records stay apart unless people merged them', () => {
  const members = [member(0, 0), member(1, 0), member(2, 1)];
  expect(makeClusters(members, [pair(0, 1, 'MATCH')], RULES)).toHaveLength(2);
  const verified = new Set([id(0), id(2)]);
  expect(makeClusters(members, [pair(0, 2, 'AUTO')], RULES)).toHaveLength(2);
  expect(makeClusters(members, [pair(0, 2, 'AUTO')], { ...RULES, verified })).toHaveLength(3);
  expect(makeClusters(members, [pair(0, 2, 'MATCH')], { ...RULES, verified })).toHaveLength(2);
});
