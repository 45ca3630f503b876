import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDetails } from '../details/add-details.ts';
import type { RecordDetails } from '../details/record-details.ts';
import type { Evidence } from '../gather/evidence.ts';
import { assetOf } from '../profile/asset.testkit.ts';
import { anomaliesOf } from './anomalies.ts';
import { unusualLast } from './robust.ts';

const AS_OF = Date.parse('2026-06-15T00:00:00Z');
const monthsAgo = (months: number): number => Date.UTC(2026, 5 - months, 10);

const found = (said: readonly (readonly [months: number, details: RecordDetails])[]) => {
  const asset = assetOf();
  for (const [months, details] of said) {
    const at = monthsAgo(months);
    const evidence: Evidence = {
      plane: 'CONTEXT',
      record: `r${months}`,
      name: 'App',
      host: null,
      vendor: null,
      details: { at, ...details },
    };
    addDetails(asset.details, evidence);
  }
  return anomaliesOf(asset, AS_OF).map(({ kind, about, rise }) => [kind, about, rise]);
};
const pays = (months: number, amount: number): readonly [number, RecordDetails] => [
  months,
  { payment: { amount, currency: 'EUR', at: monthsAgo(months) } },
];

describe('anomalies', () => {
  test('a month that costs far more than half a year before it is unusual', () => {
    const usual = [2, 3, 4, 5, 6, 7].map((months) => pays(months, 1_000 + months));
    expect(found([...usual, pays(1, 3_000)])).toEqual([['SPEND', 'EUR', true]]);
    expect(found([...usual, pays(1, 1_100)])).toEqual([]);
    expect(found([...usual.slice(1), pays(1, 3_000)])).toEqual([]);
  });

  test('the month that is not over yet says nothing', () => {
    expect(found([...[1, 2, 3, 4, 5, 6, 7].map((months) => pays(months, 1_000)), pays(0, 90_000)])).toEqual([]);
  });

  test('use that rises, or breaks off, is unusual', () => {
    const used = (months: number, people: number) => Array.from({ length: people }, (_, at) => [months, { user: `u${at}` }] as const);
    const usual = [2, 3, 4, 5, 6, 7, 8].flatMap((months) => used(months, 10));
    expect(found([...usual, ...used(1, 40)])).toEqual([['USAGE', 'users', true]]);
    expect(found(usual)).toEqual([['USAGE', 'users', false]]);
  });

  test('a new country, flow or far-reaching scope of what has long been known is told; of what is new itself nothing is', () => {
    const talks = { relations: [{ kind: 'TALKS_TO' as const, to: 'evil.example' }] };
    const news = [[0, { country: 'KP' }], [0, talks], [0, { grant: { provider: 'google', scopes: ['gmail.readonly', 'openid'], to: null, at: monthsAgo(0) } }]] as const; // prettier-ignore
    expect(found([[6, { country: 'DE' }], ...news])).toEqual([
      ['NEW_COUNTRY', 'KP', true],
      ['NEW_DATA_FLOW', 'evil.example', true],
      ['NEW_DATA_FLOW', 'gmail.readonly', true],
    ]);
    expect(found([[1, { country: 'DE' }], ...news])).toEqual([]);
  });
});

test('one peak in the past hides no later one, and what is always the same is never unusual', () => {
  expect(unusualLast([10, 10, 500, 10, 11, 10, 10, 300])).toMatchObject({ value: 300, usual: 10, months: 7 });
  fc.assert(fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.integer({ min: 0, max: 30 }), (value, length) => {
    expect(unusualLast(Array.from({ length }, () => value))).toBeNull();
  })); // prettier-ignore
});

test('a score is a number whatever the series', () => {
  fc.assert(fc.property(fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true })), (series) => {
    const unusual = unusualLast(series);
    expect(unusual === null || Number.isFinite(unusual.score)).toBe(true);
  })); // prettier-ignore
});
