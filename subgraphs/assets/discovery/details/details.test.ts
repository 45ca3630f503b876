import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence } from '../gather/evidence.ts';
import { addDetails } from './add-details.ts';
import { type AssetDetails, noDetails } from './asset-details.ts';
import { Bounded, newestRank } from './bounded.ts';
import { hashRank } from './hash.ts';
import { mergeDetails } from './merge-details.ts';
import { readDetails } from './read-details.ts';
import { detailsFromJson, detailsToJson, storedDetailsSchema } from './stored-details.ts';
import { joined } from './tally.ts';

const JANUARY = Date.parse('2026-01-15T00:00:00Z');
const DAY_MS = 86_400_000;

const evidence = fc
  .record({
    plane: fc.constantFrom('IDP', 'FINANCE', 'DISCOVERY', 'CONTEXT' as const),
    record: fc.option(fc.stringMatching(/^[a-z]\d$/)),
    user: fc.stringMatching(/^u\d\d?\d?$/),
    days: fc.integer({ min: -800, max: 0 }),
    amount: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    currency: fc.constantFrom('EUR', 'usd', null),
    scope: fc.constantFrom('Mail.Read', 'drive'),
  })
  .map(({ plane, record, user, days, amount, currency, scope }): Evidence => {
    const at = JANUARY + days * DAY_MS;
    const details = {
      at, user, owner: user, tags: { Team: user }, payment: { amount, currency, at }, certificate: { subject: 'a.com', issuer: user, from: null, to: at },
      contract: { amount, currency, from: at, to: null, product: null, seats: null }, grant: { provider: 'google', scopes: [scope], to: user }, users: -days,
    }; // prettier-ignore
    const mention = { record, name: null, host: 'a.com', vendor: null, details };
    if (plane === 'IDP') return { ...mention, plane, hasSso: true, lastLoginAt: at };
    if (plane === 'FINANCE') return { ...mention, plane, ongoing: true, yearly: null };
    return plane === 'DISCOVERY' ? { ...mention, plane, source: 'dns', at } : { ...mention, plane };
  });

const gathered = (records: readonly Evidence[]): AssetDetails => {
  const details = noDetails();
  for (const record of records) addDetails(details, record);
  return details;
};

describe('details', () => {
  test('are the same whatever the order of records, and whether they come at once, in parts, or in parts that were stored in between', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 400 }), fc.nat(), (records, at) => {
        const whole = detailsToJson(gathered(records));
        expect(detailsToJson(gathered(records.toReversed()))).toEqual(whole);
        const [head, tail] = [gathered(records.slice(0, at)), gathered(records.slice(at))];
        const stored = storedDetailsSchema.parse(JSON.parse(JSON.stringify(detailsToJson(head))));
        const restored = detailsFromJson(stored);
        mergeDetails(restored, tail);
        expect(detailsToJson(restored)).toEqual(whole);
        mergeDetails(head, tail);
        expect(detailsToJson(head)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });

  test('stay small however much is said, and tell that there was more', () => {
    const details = noDetails();
    for (let at = 0; at < 50_000; at += 1)
      addDetails(details, {
        plane: 'DISCOVERY', record: `r${at}`, name: null, host: 'a.com', vendor: null, source: 'dns', at: JANUARY - (at % 3_000) * DAY_MS, details: { user: `user${at}` },
      }); // prettier-ignore
    expect(details.facets.users).toMatchObject({ size: 100, more: true });
    expect(details.months).toMatchObject({ size: 36, more: true });
    expect(details.facets.users?.distinct).toBeGreaterThan(35_000);
    expect(details.facets.users?.distinct).toBeLessThan(65_000);
  });

  test('never add money of different currencies, and share what is paid to a vendor among its products', () => {
    const details = noDetails();
    const paid = (amount: number, currency: string | null): Evidence => ({
      plane: 'FINANCE', record: null, name: null, host: null, vendor: 'Acme', ongoing: true, yearly: null, details: { payment: { amount, currency, at: JANUARY } },
    }); // prettier-ignore
    for (const record of [paid(0.1, 'EUR'), paid(0.2, 'eur'), paid(5, 'USD'), paid(Number.NaN, 'USD'), paid(7, 'dollars')])
      addDetails(details, record);
    addDetails(details, paid(9, 'EUR'), 3);
    expect(details.payments?.entries().map(([key, { hundredths }]) => [key, hundredths])).toEqual([
      [joined('2026-01', 'EUR'), 330],
      [joined('2026-01', 'USD'), 500],
      [joined('2026-01', 'XXX'), 700],
    ]);
  });
});

test('what is kept of too many keys is the same in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 300 }), fc.constantFrom(hashRank, newestRank), (keys, rank) => {
      const kept = (order: readonly string[]) => {
        const bounded = new Bounded<{ count: number }>(7, (key) => rank(key) || 0);
        for (const key of order) {
          const value = bounded.at(key, () => ({ count: 0 }));
          if (value !== null) value.count += 1;
        }
        return { entries: bounded.entries(), more: bounded.more, size: bounded.size };
      };
      expect(kept(keys.toReversed())).toEqual(kept(keys));
      expect(kept(keys).size).toBe(Math.min(7, new Set(keys).size));
      expect(kept(keys).more).toBe(new Set(keys).size > 7);
    }),
  );
});

test('snapshots say owners, grants, contracts and tags in their own words', () => {
  expect(
    readDetails('finance.contracts', { annual_value: '1,200', currency: 'EUR', end_date: '2026-12-31', owner_email: 'a@b.c' }),
  ).toEqual({
    owner: 'a@b.c',
    contract: { amount: 1_200, currency: 'EUR', from: null, to: Date.parse('2026-12-31'), product: null, seats: null },
  });
  expect(readDetails('idp.objects', { scopes: 'Mail.Read Files.Read', consent_type: 'AllPrincipals' })).toEqual({
    grant: { provider: null, scopes: ['Mail.Read', 'Files.Read'], to: null },
  });
  expect(readDetails('cloud.resources', { tags: [{ Key: 'Owner', Value: 'ada' }], region: 'eu-west-1', cloud_provider: 'aws' })).toEqual({
    tags: { Owner: 'ada' },
    region: 'eu-west-1',
    platform: 'aws',
  });
  expect(readDetails('discovery.observations', { domain: 'a.com', tags: 7 })).toBeNull();
});
