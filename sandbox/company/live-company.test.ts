import { expect, test } from 'vitest';
import { companyAsOf } from './company.ts';
import { liveCompany } from './live-company.ts';

const begin = companyAsOf(new Date('2026-10-20T15:00:00Z'));
const grown = liveCompany(begin).advance(45);

test('five days at once are one day five times, and the same whenever they are let go by', () => {
  const slowly = liveCompany(companyAsOf(new Date('2026-10-20T15:00:00Z')));
  for (let day = 0; day < 45; day++) slowly.advance(1);
  expect(slowly.now).toEqual(grown);
});

test('what was there is as it was, but for what changed on the new days; everything has grown', () => {
  expect(companyAsOf(new Date('2026-10-20T15:00:00Z'))).toEqual(begin);
  for (const part of ['accounts', 'contacts', 'opportunities', 'subscriptions', 'invoices', 'tickets', 'usage', 'health', 'costs', 'incidents'] as const) {
    const before = new Set<object>(begin[part]);
    const kept = grown[part].filter((one) => before.has(one)).length;
    expect.soft(grown[part].length, part).toBeGreaterThan(begin[part].length);
    expect.soft(kept, part).toBeGreaterThan(begin[part].length * 0.6);
    expect.soft(new Set(grown[part].map(({ index }) => index)).size, part).toBe(grown[part].length);
  } // prettier-ignore
});

test('something of each kind is deleted, and is in no list any more', () => {
  const gone = (kind: string): number[] => grown.removed.flatMap((one) => (one.kind === kind ? [one.index] : []));
  for (const [kind, list] of [['contact', grown.contacts], ['opportunity', grown.opportunities], ['ticket', grown.tickets], ['cost', grown.costs]] as const) {
    expect.soft(gone(kind).length, kind).toBeGreaterThan(0);
    expect.soft(list.filter(({ index }) => gone(kind).includes(index)), kind).toEqual([]);
  } // prettier-ignore
});

test('days come one after the other, and not by the thousand', () => {
  for (const days of [0, -1, 1.5, 401]) expect(() => liveCompany(begin).advance(days)).toThrow(RangeError);
});
