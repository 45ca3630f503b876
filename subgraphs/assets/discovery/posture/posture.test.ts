import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssetFacts } from '../classify/asset.ts';
import { classify } from '../classify/classify.ts';
import { findingsOf } from '../findings/findings-of.ts';
import { policySchema } from '../policy/policy.ts';
import { assetOf, saidOf } from '../profile/asset.testkit.ts';
import { scoreAssets } from '../scores/score-assets.ts';
import { comparePosture } from './compare-posture.ts';
import { COMPONENTS } from './components.ts';
import { type Posture, postureOf } from './posture.ts';

const AS_OF = Date.parse('2026-06-30T00:00:00Z');
const POLICY = policySchema.parse({ admission: { noiseFloor: 1 } });

function posture(assets: readonly AssetFacts[], owned: readonly string[] = []): Posture[] {
  const judged = classify(assets, POLICY, AS_OF);
  const scores = scoreAssets(assets, judged, POLICY, AS_OF);
  const options = { policy: POLICY, asOf: AS_OF, owned: new Set(owned) };
  return postureOf(assets, judged, scores, findingsOf(assets, judged, options), options);
}
const used = (key: string, department?: string): AssetFacts =>
  saidOf(
    assetOf({ key, seenBy: new Map([['dns', { count: 1, at: AS_OF, record: null }]]) }),
    'CONTEXT',
    department === undefined ? {} : { department },
  );
const governed = (key: string): AssetFacts => {
  const asset = used(key, 'Sales');
  return saidOf({ ...asset, identities: [{ record: 'i1', name: 'App', hasSso: true, lastLoginAt: AS_OF }] }, 'CONTEXT', {
    owner: 'ada',
    ownerBy: 'CMDB',
  });
};

test('the weights of what posture is made of come to 100', () => {
  expect(Object.values(COMPONENTS).reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
});

describe('posture', () => {
  test('is told of the tenant and of every department, however records write it', () => {
    const all = posture([governed('a.com'), used('b.com', 'sales '), used('c.com', 'Legal'), used('d.com')]);
    expect(all.map(({ department, assets, shadow }) => [department, assets, shadow])).toEqual([
      [null, 4, 3],
      ['Legal', 1, 1],
      ['Sales', 2, 1],
    ]);
    expect(all[0]).toMatchObject({ version: 1, day: '2026-06-30', unowned: 3 });
  });

  test('says what it is made of, and leaves out what there is nothing of', () => {
    const [tenant] = posture([governed('a.com'), used('b.com')]);
    expect(tenant?.components.map(({ code, value, of }) => [code, value, of])).toEqual([
      ['GOVERNED', 50, 2], ['RISK', 73.5, 2], ['OWNED', 50, 2], ['SIGN_ON', 100, 1], ['ATTESTED', 0, 2], ['NOT_CRITICAL', 100, 2],
    ]); // prettier-ignore
    expect(posture([])).toMatchObject([{ score: 100, assets: 0, components: [] }]);
  });

  test('is compared by what both days could look at', () => {
    const [before, after] = [posture([used('b.com')])[0], posture([governed('a.com')])[0]];
    if (before === undefined || after === undefined) throw new Error('Tenants always have one');
    const change = comparePosture(before, after);
    expect(change?.apart).toEqual(['SIGN_ON']);
    expect(change?.score).toBeGreaterThan(0);
    expect(comparePosture(before, { ...before, version: 2 })).toBeNull();
    expect(comparePosture(before, before)?.score).toBe(0);
  });
});

test('posture is a number from 0 to 100, and governing one more asset never makes it worse', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (known) => {
      const made = (governs: (at: number) => boolean): number =>
        posture(known.map((_, at) => (governs(at) ? governed(`a${at}.com`) : used(`a${at}.com`))))[0]?.score ?? -1;
      const before = made((at) => known[at] === true);
      expect(before >= 0 && before <= 100).toBe(true);
      const missing = known.indexOf(false);
      if (missing >= 0) expect(made((at) => at === missing || known[at] === true)).toBeGreaterThanOrEqual(before);
    }),
  );
});
