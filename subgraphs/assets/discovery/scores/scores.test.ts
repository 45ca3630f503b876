import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssetFacts } from '../classify/asset.ts';
import { classify } from '../classify/classify.ts';
import type { RecordDetails } from '../details/record-details.ts';
import { policySchema } from '../policy/policy.ts';
import { assetOf, saidOf } from '../profile/asset.testkit.ts';
import { type AssetScores, scoreAssets } from './score-assets.ts';
import { WEIGHTS } from './weights.ts';

const AS_OF = Date.parse('2026-06-30T00:00:00Z');
const DAY_MS = 86_400_000;
const POLICY = policySchema.parse({});

const scored = (...assets: readonly AssetFacts[]): AssetScores[] => scoreAssets(assets, classify(assets, POLICY, AS_OF), POLICY, AS_OF);
const one = (more: Partial<AssetFacts>, ...said: readonly RecordDetails[]): AssetScores => {
  const [scores] = scored(saidOf(assetOf(more), 'CONTEXT', ...said));
  if (scores === undefined) throw new Error('Every asset has scores');
  return scores;
};
const points = ({ factors }: { factors: readonly { code: string; points: number }[] }): Record<string, number> =>
  Object.fromEntries(factors.map(({ code, points: each }) => [code, each]));
const seen = (days: number): Partial<AssetFacts> => ({ seenBy: new Map([['dns', { count: 1, at: AS_OF - days * DAY_MS, record: 'o1' }]]) });

test('the points of every score come to 100', () => {
  for (const weights of Object.values(WEIGHTS)) expect(Object.values(weights).reduce((sum, { most }) => sum + most, 0)).toBe(100);
});

describe('risk', () => {
  test('says in figures what it is made of', () => {
    const { risk } = one(
      seen(1),
      { grant: { provider: 'google', scopes: ['gmail.readonly', 'openid'], to: null } },
      { category: 'payroll' },
    );
    expect(risk.factors).toEqual([
      { code: 'EXPOSURE', points: 14, says: 'It stands outside the company and is governed by nobody.' },
      {
        code: 'SCOPES',
        points: 13,
        says: 'It was granted 2 scopes; by the gravest, gmail.readonly, granted for everybody, it reads everything of its kind.',
      },
      { code: 'DATA', points: 13, says: 'It holds, or may reach, data about employees and what people write to each other.' },
      { code: 'ATTESTATION', points: 10, says: 'Nobody attests to its security.' },
      { code: 'OWNERSHIP', points: 10, says: 'No record says who owns it.' },
    ]);
    expect(risk.value).toBe(60);
  });

  test('is lower for what is governed, owned and attested by somebody independent; a paper that ended is none', () => {
    const soc = (days: number): RecordDetails => ({
      attestation: { standard: 'SOC 2 Type II', issued: AS_OF - days * DAY_MS, expires: null },
    });
    const governed = { ...seen(1), identities: [{ record: 'i1', name: 'App', hasSso: true, lastLoginAt: AS_OF }] };
    expect(points(one(governed, soc(100), { owner: 'ada@acme.com', ownerBy: 'CMDB' }).risk)).toEqual({ EXPOSURE: 7, OWNERSHIP: 2 });
    expect(points(one(governed, soc(400)).risk)).toMatchObject({ ATTESTATION: 10 });
    expect(points(one(governed, { attestation: { standard: 'Questionnaire', issued: null, expires: null } }).risk)).toMatchObject({
      ATTESTATION: 5,
    });
  });

  test('grows with access that stays open while nobody uses it', () => {
    const idle = (days: number) =>
      points(one({ ...seen(days), identities: [{ record: 'i1', name: 'App', hasSso: true, lastLoginAt: null }] }).risk)['AGE'] ?? 0;
    expect([idle(1), idle(180), idle(900)]).toEqual([0, 2, 10]);
  });
});

describe('cost', () => {
  const contract = (amount: number, currency: string, seats: number | null = null): RecordDetails => ({
    contract: { amount, currency, from: AS_OF - 10 * DAY_MS, to: AS_OF + 300 * DAY_MS, product: null, seats },
  });

  test('is that of the largest sum; sums of several currencies are told and not added', () => {
    const { cost } = one(seen(1), contract(10_000, 'EUR'), contract(15_000, 'JPY'));
    expect(cost.factors).toEqual([{ code: 'CONTRACT', points: 18, says: 'Contracts that run come to EUR 10,000 and JPY 15,000 a year.' }]);
    expect(one(seen(1), contract(10_000, 'EUR')).cost.value).toBe(cost.value);
  });

  test('counts what is not used any more, and empty seats, as waste', () => {
    expect(points(one(seen(200), contract(1_000, 'EUR')).cost)).toMatchObject({ WASTE: 25 });
    expect(points(one(seen(1), contract(1_000, 'EUR', 4), { user: 'ada', at: AS_OF - DAY_MS }).cost)).toMatchObject({ WASTE: 19 });
    expect(points(one(seen(1), contract(1_000, 'EUR', 4)).cost)).not.toHaveProperty('WASTE');
  });
});

test('what others need, and what records say is the system of record, is critical', () => {
  const erp = saidOf(assetOf({ key: 'erp.com' }), 'CONTEXT', { systemOfRecord: true, category: 'ERP', tier: 'mission critical' });
  const others = Array.from({ length: 31 }, (_, at) =>
    saidOf(assetOf({ key: `app${at}.com` }), 'CONTEXT', { relations: [{ kind: 'DEPENDS_ON', to: 'erp.com' }] }),
  );
  const [scores] = scored(erp, ...others);
  expect(points(scores?.systemOfRecord ?? { factors: [] })).toEqual({ SAID: 40, CATEGORY: 20, DATA: 11, DEPENDANTS: 15 });
  expect(points(scores?.criticality ?? { factors: [] })).toEqual({ DEPENDANTS: 35, SYSTEM_OF_RECORD: 17, TIER: 15 });
  expect(one({}, { systemOfRecord: false, category: 'ERP' }).systemOfRecord.value).toBe(0);
});

const moment = fc.integer({ min: -2_000, max: 0 }).map((days) => AS_OF + days * DAY_MS);
const amount = fc.oneof(fc.double(), fc.integer({ min: -10, max: 1e7 }));
const graver = fc.oneof(
  fc.record({ grant: fc.record({ provider: fc.constantFrom(null, 'google', 'slack', 'x'), scopes: fc.array(fc.constantFrom('drive', 'full', 'zebra', 'Mail.Read', 'openid')), to: fc.constantFrom(null, 'ada') }) }),
  fc.record({ dataClasses: fc.array(fc.constantFrom('health', 'pii', 'public', 'zebra')) }),
  fc.record({ category: fc.constantFrom('payroll', 'crm', 'wiki', 'toys') }),
  fc.record({ attestation: fc.record({ standard: fc.constantFrom('SOC 2', null), issued: fc.constant(0), expires: fc.constant(1) }) }),
  fc.record({ certificate: fc.record({ subject: fc.string(), issuer: fc.constant(null), from: fc.constant(null), to: moment }) }),
  fc.record({ users: fc.nat() }),
); // prettier-ignore
const anything = fc.oneof(
  graver,
  fc.record({ user: fc.string(), at: moment }),
  fc.record({ contract: fc.record({ amount: fc.option(amount), currency: fc.constantFrom('EUR', 'JPY', null), from: fc.option(moment), to: fc.option(moment), product: fc.constant(null), seats: fc.option(amount) }) }),
  fc.record({ payment: fc.record({ amount, currency: fc.constantFrom('EUR', null), at: moment }) }),
  fc.record({ owner: fc.string(), systemOfRecord: fc.boolean(), tier: fc.string(), environment: fc.string() }),
  fc.record({ relations: fc.array(fc.record({ kind: fc.constantFrom('DEPENDS_ON' as const, 'TALKS_TO' as const), to: fc.string() })), at: moment }),
); // prettier-ignore

describe('whatever records say', () => {
  test('scores are whole numbers from 0 to 100, the sum of their factors, and the same again in any order of records', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 40 }), fc.nat({ max: 400 }), (said, days) => {
        const scores = one(seen(days), ...said);
        for (const { value, factors } of Object.values(scores)) {
          expect(Number.isInteger(value) && value >= 0 && value <= 100).toBe(true);
          let sum = 0;
          for (const factor of factors) sum += factor.points;
          expect(value).toBe(Math.max(0, sum));
          for (const { says } of factors) expect(says).toMatch(/^\S.*\.$/su);
        }
        expect(one(seen(days), ...said.toReversed())).toEqual(scores);
      }),
    );
  });

  test('more evidence of risk never lowers risk', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 20 }), graver, (said, more) => {
        expect(one(seen(3), ...said, more).risk.value).toBeGreaterThanOrEqual(one(seen(3), ...said).risk.value);
      }),
      { numRuns: 300 },
    );
  });

  test('another asset that needs it never makes it less critical', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), (count) => {
        const needing = Array.from({ length: count + 1 }, (_, at) =>
          saidOf(assetOf({ key: `n${at}.com` }), 'CONTEXT', { relations: [{ kind: 'RUNS_ON', to: 'app.com' }] }),
        );
        const value = (others: readonly AssetFacts[]): number => scored(assetOf(), ...others)[0]?.criticality.value ?? 0;
        expect(value(needing)).toBeGreaterThanOrEqual(value(needing.slice(1)));
      }),
    );
  });
});
