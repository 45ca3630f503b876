import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AssetFacts } from '../classify/asset.ts';
import { classify } from '../classify/classify.ts';
import type { RecordDetails } from '../details/record-details.ts';
import { policySchema } from '../policy/policy.ts';
import { assetOf, saidOf } from '../profile/asset.testkit.ts';
import { COMPLIANCE_RULES, CONDITIONS } from './compliance-rules.ts';
import { type DiscoveryFinding, FINDING_CODES, SEVERITY_RANK } from './finding.ts';
import { findingsOf } from './findings-of.ts';

const AS_OF = Date.parse('2026-06-30T00:00:00Z');
const DAY_MS = 86_400_000;
const ago = (days: number): number => AS_OF - days * DAY_MS;

const found = (assets: readonly AssetFacts[], policy: object = {}, owned: readonly string[] = []): DiscoveryFinding[] => {
  const parsed = policySchema.parse(policy);
  return findingsOf(assets, classify(assets, parsed, AS_OF), { policy: parsed, asOf: AS_OF, owned: new Set(owned) });
};
const shown = (assets: readonly AssetFacts[], policy: object = {}, owned: readonly string[] = []): string[] =>
  found(assets, policy, owned).map(({ severity, code, about }) => `${severity} ${code}${about === null ? '' : ` ${about}`}`);

const used = (days: number, more: Partial<AssetFacts> = {}): AssetFacts =>
  assetOf({ seenBy: new Map([['dns', { count: 2, at: ago(days), record: 'o1' }], ['proxy', { count: 1, at: ago(days), record: 'o2' }]]), ...more }); // prettier-ignore
const governed = (days: number, more: Partial<AssetFacts> = {}): AssetFacts =>
  used(days, { identities: [{ record: 'i1', name: 'App', hasSso: true, lastLoginAt: ago(days) }], ...more });
const ITEM = { record: 'c1', name: 'App', type: 'app', lifecycle: 'production' };
const PAID = [{ record: 'f1', ongoing: true, yearly: 1_000 }];
const SOC: RecordDetails = { attestation: { standard: 'SOC 2', issued: ago(30), expires: null } };
const OWNER: RecordDetails = { owner: 'ada@acme.com', ownerBy: 'CMDB' };

describe('findings', () => {
  test('what is known, owned, paid for and harmless has none', () => {
    expect(shown([saidOf(governed(1, { finance: PAID, configurationItems: [ITEM] }), 'CONTEXT', OWNER, SOC)])).toEqual([]);
  });

  test('shadow IT is critical where it reaches data that matter', () => {
    expect(shown([used(1)], {}, ['app.com'])).toEqual(['INFO COMPLIANCE_GAP ISO 27001', 'WARNING SHADOW_IT'].toSorted().toReversed());
    const reading = saidOf(used(1), 'CONTEXT', { grant: { provider: 'google', scopes: ['drive'], to: null } });
    expect(found([reading], {}, ['app.com'])[0]).toMatchObject({
      code: 'RISKY_GRANT', about: 'google', severity: 'CRITICAL', detail: 'By drive it reads and changes everything of its kind; granted by an administrator, for everybody.',
      evidence: [{ plane: 'IDP', record: 'context-0', says: 'drive: reads and changes everything of its kind' }],
    }); // prettier-ignore
    expect(shown([reading])).toContain('CRITICAL SHADOW_IT');
  });

  test('a zombie says what it costs and since when nobody uses it', () => {
    const idle = saidOf(governed(200, { finance: PAID }), 'CONTEXT', {
      contract: { amount: 90_000, currency: 'EUR', from: ago(10), to: ago(-300), product: null, seats: null },
    });
    expect(found([idle])[0]).toMatchObject({
      code: 'ZOMBIE',
      severity: 'CRITICAL',
      detail: 'EUR 90,000 a year is still paid; it was used last on 2025-12-12.',
    });
  });

  test('nobody owns what no record and no person names an owner of', () => {
    expect(shown([governed(1)])).toContain('WARNING NO_OWNER');
    expect(shown([governed(1)], {}, ['app.com']).join()).not.toContain('NO_OWNER');
    expect(shown([saidOf(governed(1), 'CONTEXT', OWNER)]).join()).not.toContain('NO_OWNER');
  });

  test('gaps: used without single sign-on, used without a contract, paid without use', () => {
    expect(shown([used(1, { configurationItems: [ITEM] })])).toEqual(
      expect.arrayContaining(['WARNING IDENTITY_GAP', 'INFO FINANCE_GAP UNPAID']),
    );
    expect(shown([assetOf({ configurationItems: [ITEM], finance: PAID })])).toContain('WARNING FINANCE_GAP UNSEEN');
  });

  test('papers that have ended are told, and replaced ones are not', () => {
    const certificate = (to: number): RecordDetails => ({ certificate: { subject: 'api.app.com', issuer: 'R3', from: null, to } });
    expect(shown([saidOf(governed(1), 'CONTEXT', certificate(ago(1)))])).toContain('CRITICAL EXPIRED_CERTIFICATE api.app.com');
    expect(shown([saidOf(governed(1), 'CONTEXT', certificate(ago(-10)))])).toContain('WARNING EXPIRED_CERTIFICATE api.app.com');
    expect(shown([saidOf(governed(1), 'CONTEXT', certificate(ago(1)), certificate(ago(-90)))]).join()).not.toContain('EXPIRED_CERTIFICATE');
    const old: RecordDetails = { attestation: { standard: 'SOC 2', issued: ago(500), expires: null } };
    expect(shown([saidOf(governed(1), 'CONTEXT', old)])).toContain('WARNING EXPIRED_ATTESTATION');
    expect(shown([saidOf(governed(1), 'CONTEXT', old, SOC)]).join()).not.toContain('EXPIRED_ATTESTATION');
  });

  test('what is banned and used all the same is told though it is not in the graph', () => {
    expect(shown([used(1)], { banned: ['app.com'] })).toEqual(['CRITICAL BANNED_APPLICATION']);
  });

  test('paid twice: contracts that run for one product, and applications for one purpose', () => {
    const contract = (amount: number): RecordDetails => ({
      contract: { amount, currency: 'EUR', from: ago(9), to: ago(-9), product: 'Pro', seats: null },
      category: 'video',
    });
    const apps = ['zoom.us', 'webex.com'].map((key, at) =>
      saidOf(governed(1, { key, finance: PAID }), 'CONTEXT', OWNER, SOC, contract(1_000 * (at + 1))),
    );
    expect(found(apps).flatMap(({ asset, code, title }) => (code === 'DUPLICATE_SPEND' ? [[asset, title]] : []))).toEqual([
      ['zoom.us', 'zoom.us is paid for beside webex.com'],
    ]);
    expect(shown([saidOf(governed(1), 'CONTEXT', contract(1), contract(2))])).toContain('WARNING DUPLICATE_SPEND contracts pro');
  });

  test('compliance says which controls ask for what', () => {
    const crm = saidOf(governed(1, { finance: PAID }), 'CONTEXT', OWNER, { category: 'crm' });
    expect(found([crm]).filter(({ code }) => code === 'COMPLIANCE_GAP').map(({ title }) => title)).toEqual([
      'app.com falls short of GDPR Art. 28, Art. 30, Art. 32 and 1 more',
      'app.com falls short of ISO 27001 A.5.9 and A.5.22',
      'app.com falls short of SOC 2 CC9.2',
    ]); // prettier-ignore
  });
});

test('every rule of compliance asks for what can be answered, and each control stands once', () => {
  for (const { applies, requires } of COMPLIANCE_RULES)
    for (const each of [...applies, ...requires]) expect(CONDITIONS).toHaveProperty(each);
  expect(new Set(COMPLIANCE_RULES.map(({ framework, control }) => `${framework} ${control}`)).size).toBe(COMPLIANCE_RULES.length);
});

test('whatever is known, no finding comes twice, the gravest come first, each says something, and the same facts give the same findings', () => {
  const details = fc.oneof(
    fc.record({ grant: fc.record({ provider: fc.constantFrom(null, 'google'), scopes: fc.array(fc.string()), to: fc.option(fc.string()) }) }),
    fc.record({ category: fc.string(), owner: fc.string(), country: fc.string(), user: fc.string(), at: fc.constantFrom(ago(1), ago(300)) }),
    fc.record({ certificate: fc.record({ subject: fc.option(fc.string()), issuer: fc.option(fc.string()), from: fc.constant(null), to: fc.constantFrom(ago(3), null) }) }),
    fc.record({ contract: fc.record({ amount: fc.option(fc.double()), currency: fc.option(fc.string()), from: fc.constant(null), to: fc.constant(null), product: fc.option(fc.string()), seats: fc.option(fc.integer()) }) }),
  ); // prettier-ignore
  const asset = fc.tuple(fc.constantFrom('a.com', 'b.com', 'c.com'), fc.boolean(), fc.array(details, { maxLength: 8 }));
  fc.assert(
    fc.property(fc.uniqueArray(asset, { selector: ([key]) => key }), (said) => {
      const assets = said.map(([key, known, each]) => saidOf(known ? governed(1, { key }) : used(1, { key }), 'CONTEXT', ...each));
      const findings = found(assets);
      expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length);
      const ranks = findings.map(({ severity }) => SEVERITY_RANK[severity]);
      expect(ranks).toEqual(ranks.toSorted((one, other) => other - one));
      for (const { code, title, detail, remedy } of findings) {
        expect(FINDING_CODES).toContain(code);
        for (const text of [title, detail, remedy]) expect(text.trim()).not.toBe('');
      }
      expect(found(assets)).toEqual(findings);
    }),
  );
});
