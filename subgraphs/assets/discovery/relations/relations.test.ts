import { describe, expect, test } from 'vitest';
import type { AssetFacts } from '../classify/asset.ts';
import { classify } from '../classify/classify.ts';
import { policySchema } from '../policy/policy.ts';
import { assetOf, saidOf } from '../profile/asset.testkit.ts';
import { dependantsOf, MOST_RELATIONS, relationsOf } from './relations.ts';

const AS_OF = Date.parse('2026-06-30T00:00:00Z');
const SSO = [{ record: 'i1', name: 'App', hasSso: true, lastLoginAt: AS_OF }];
const app = (more: Partial<AssetFacts> = {}): AssetFacts => assetOf({ identities: SSO, ...more });
const related = (assets: readonly AssetFacts[]) =>
  relationsOf(assets, classify(assets, policySchema.parse({}), AS_OF)).map(({ from, kind, to, name }) => [from, kind, to, name]);

describe('relations', () => {
  test('lead to assets by domain, host or name, and to names where the other end is no asset', () => {
    const crm = saidOf(app({ key: 'crm' }), 'CONTEXT', {
      relations: [{ kind: 'DEPENDS_ON', to: 'https://api.erp.com/v1' }, { kind: 'DEPENDS_ON', to: 'ERP' }, { kind: 'TALKS_TO', to: 'evil.example' }],
      platform: 'aws', account: '42',
    }); // prettier-ignore
    const erp = app({ key: 'erp.com', names: new Set(['erp']) });
    expect(related([crm, erp, app({ key: 'amazonaws.com' })]).filter(([from]) => from === 'crm')).toEqual([
      ['crm', 'RUNS_ON', 'amazonaws.com', 'aws'],
      ['crm', 'DEPENDS_ON', 'erp.com', 'ERP'],
      ['crm', 'AUTHENTICATES_WITH', null, 'identity provider'],
      ['crm', 'TALKS_TO', null, 'evil.example'],
    ]);
    expect(dependantsOf([crm, erp]).get('erp.com')).toBe(1);
  });

  test('say who pays, who owns, and whose data a scope reaches', () => {
    const asset = app({ finance: [{ record: 'c1', ongoing: true, yearly: 1 }] });
    saidOf(asset, 'CLOUD', { department: 'Sales', tags: { owner: 'ada@acme.com' } });
    saidOf(asset, 'CONTEXT', { grant: { provider: 'google', scopes: ['gmail.readonly', 'openid'], to: 'bob@acme.com' } });
    const all = relationsOf(
      [asset, app({ key: 'google.com' })],
      classify([asset, app({ key: 'google.com' })], policySchema.parse({}), AS_OF),
    );
    expect(all.map(({ kind, to, says }) => [kind, to, says])).toEqual([
      ['AUTHENTICATES_WITH', 'google.com', 'signs people in with google'],
      ['PAID_BY', null, 'is paid by Sales'],
      ['OWNED_BY', null, 'is probably owned by ada@acme.com (70 %)'],
      ['HOLDS_DATA_OF', 'google.com', 'may reach mail of google'],
      ['AUTHENTICATES_WITH', null, 'signs people in with the identity provider'],
    ]);
  });

  test('never go from an asset to itself, never go where several could be meant, and stay few', () => {
    const asset = app({ names: new Set(['app']) });
    saidOf(asset, 'CONTEXT', ...Array.from({ length: 500 }, (_, at) => ({ relations: [{ kind: 'TALKS_TO' as const, to: `host${at}` }] })), {
      relations: [{ kind: 'DEPENDS_ON', to: 'app.com' }],
    });
    const twins = [app({ key: 'one.com', names: new Set(['twin']) }), app({ key: 'two.com', names: new Set(['twin']) })];
    saidOf(twins[0] ?? app(), 'CONTEXT', { relations: [{ kind: 'RUNS_ON', to: 'twin' }] });
    const all = related([asset, ...twins]);
    expect(all.filter(([, kind]) => kind === 'TALKS_TO')).toHaveLength(MOST_RELATIONS);
    expect(all.filter(([, kind]) => kind === 'DEPENDS_ON')).toEqual([]);
    expect(all).toContainEqual(['one.com', 'RUNS_ON', null, 'twin']);
  });

  test('are told of what is admitted only', () => {
    expect(related([assetOf({ key: 'noise.com' })])).toEqual([]);
  });
});
