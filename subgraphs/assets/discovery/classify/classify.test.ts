import { describe, expect, test } from 'vitest';
import { Gatherer } from '../gather/gatherer.ts';
import type { Evidence, Observation } from '../gather/evidence.ts';
import { DEFAULT_POLICY, policySchema } from '../policy/policy.ts';
import type { Judged } from './asset.ts';
import { classify } from './classify.ts';

const AS_OF = Date.parse('2026-06-30T00:00:00Z');
const DAY_MS = 86_400_000;
const ago = (days: number): number => AS_OF - days * DAY_MS;

const seen = (host: string, source: string, days: number, more: Partial<Observation> = {}): Observation => ({
  plane: 'DISCOVERY', record: null, details: null, name: null, vendor: null, host, source, at: ago(days), ...more,
}); // prettier-ignore
const login = (name: string, days: number | null, more: object = {}): Evidence => ({
  plane: 'IDP', record: null, details: null, name, vendor: null, host: null, hasSso: true, lastLoginAt: days === null ? null : ago(days), ...more,
}); // prettier-ignore
const item = (name: string, lifecycle = 'production', more: object = {}): Evidence => ({
  plane: 'CMDB', record: null, details: null, name, vendor: null, host: null, type: 'app', lifecycle, ...more,
}); // prettier-ignore
const paid = (name: string | null, vendor: string, ongoing = true): Evidence => ({
  plane: 'FINANCE',
  record: null,
  details: null,
  name,
  vendor,
  host: null,
  ongoing,
  yearly: null,
});

function judged(records: readonly Evidence[], policy: object = {}): Record<string, Judged> {
  const parsed = policySchema.parse(policy);
  const gatherer = new Gatherer(parsed, AS_OF);
  for (const record of records) expect(gatherer.take(record)).toBeNull();
  return Object.fromEntries(classify(gatherer.facts(), parsed, AS_OF).map((each) => [each.key, each]));
}

describe('by the default policy', () => {
  test('what two sources saw lately and nobody governs is shadow IT', () => {
    expect(judged([seen('app.notion.so', 'dns', 3), seen('https://notion.so/x', 'proxy', 5)])['notion.so']).toMatchObject({
      admission: { admitted: true, because: 'SEEN' },
      class: 'SHADOW',
      reasons: ['HAS_DISCOVERY', 'NO_IDP', 'NO_CMDB', 'UNGOVERNED', 'RECENT_ACTIVITY', 'NO_SECURITY_ATTESTATION'],
    });
  });

  test('what one source saw, or two saw long ago, is rejected and still classed', () => {
    const found = judged([seen('one.com', 'dns', 3), seen('past.com', 'dns', 100), seen('past.com', 'proxy', 120)]);
    expect(found['one.com']).toMatchObject({ admission: { because: 'TOO_FEW_SOURCES' }, class: 'SHADOW' });
    expect(found['past.com']).toMatchObject({ admission: { because: 'TOO_FEW_SOURCES' }, class: 'PARKED' });
  });

  test('what is governed, not used any more, and still paid for is a zombie', () => {
    const found = judged([
      login('Dropbox', 200, { host: 'dropbox.com' }),
      paid('Dropbox', 'Dropbox Inc'),
      login('Box', 200),
      paid('Box', 'Box Inc', false),
    ]);
    expect(found['dropbox.com']).toMatchObject({ class: 'ZOMBIE', admission: { because: 'GOVERNED' } });
    expect(found['dropbox.com']?.reasons).toEqual(
      expect.arrayContaining(['HAS_IDP', 'HAS_FINANCE', 'HAS_ONGOING_FINANCE', 'STALE_ACTIVITY']),
    );
    expect(found['box']).toMatchObject({ class: 'CLEAN', activity: 'STALE' });
  });

  test('a log-in is activity: what was last observed long ago is recent', () => {
    const found = judged([seen('asana.com', 'dns', 200, { name: 'Asana' }), login('asana', 2)]);
    expect(found['asana.com']).toMatchObject({ class: 'CLEAN', activity: 'RECENT', governed: true });
  });

  test('copies in the identity provider and retired records govern nothing', () => {
    const found = judged([seen('crm.com', 'dns', 2, { name: 'CRM (legacy)' }), login('CRM (legacy)', 1), item('crm', 'Retired')]);
    expect(found['crm.com']).toMatchObject({ governed: false, class: 'SHADOW' });
    expect(found['crm.com']?.reasons).toEqual(expect.arrayContaining(['NO_IDP', 'NO_CMDB', 'UNGOVERNED']));
  });

  test('one governed product of a vendor governs the others of its family', () => {
    const found = judged([
      login('Google Workspace', 1, { host: 'google.com', vendor: 'Google' }),
      seen('youtube.com', 'dns', 1, { vendor: 'google' }),
      seen('vimeo.com', 'dns', 1, { vendor: 'Vimeo' }),
    ]);
    expect(found['youtube.com']).toMatchObject({
      governed: true,
      class: 'CLEAN',
      reasons: expect.arrayContaining(['VENDOR_GOVERNED', 'NO_IDP']),
    });
    expect(found['vimeo.com']).toMatchObject({ governed: false, class: 'SHADOW' });
  });

  test('what no registry knows is rejected; what stands in the cloud is admitted', () => {
    const found = judged([
      seen('db.corp.internal', 'dns', 1),
      { plane: 'CLOUD', record: null, details: null, name: 'orders-db', vendor: null, host: null },
    ]);
    expect(found['db.corp.internal']).toMatchObject({ admission: { because: 'NO_PUBLIC_SUFFIX' }, class: 'CLEAN' });
    expect(found['ordersdb']).toMatchObject({ admission: { because: 'CLOUD' }, class: 'CLEAN', activity: 'NONE' });
  });
});

describe('a policy', () => {
  const app = [seen('app.com', 'dns', 1), seen('app.com', 'proxy', 1)];

  test('bans, excludes, and leaves the plumbing out', () => {
    expect(judged(app, { banned: ['app.com'] })['app.com']).toMatchObject({
      admission: { because: 'BANNED' },
      reasons: expect.arrayContaining(['POLICY_EXCLUDED']),
    });
    expect(judged(app, { exclusions: ['www.APP.com'] })['app.com']).toMatchObject({ admission: { because: 'EXCLUDED' } });
    expect(judged(app, { infrastructure: { domains: ['app.com'] } })['app.com']).toMatchObject({
      admission: { because: 'INFRASTRUCTURE' },
    });
    expect(judged(app, { infrastructure: { domains: ['app.com'], included: true } })['app.com']).toMatchObject({
      admission: { admitted: true },
    });
  });

  test('collapses aliases, and says what is the company’s own', () => {
    const found = judged([seen('getapp.io', 'dns', 1), ...app.slice(1)], { aliases: { 'getapp.io': 'app.com' } });
    expect(Object.keys(found)).toEqual(['app.com']);
    expect(found['app.com']).toMatchObject({ admission: { because: 'SEEN' } });
    expect(judged(app, { ownDomains: ['app.com'] })['app.com']).toMatchObject({ external: false, class: 'CLEAN' });
  });

  test('asks for single sign-on, and for somebody else who knows what the CMDB says', () => {
    expect(judged([login('App', 1, { host: 'app.com', hasSso: false })], { identity: { requireSso: true } })['app.com']).toMatchObject({
      governed: false,
    });
    expect(judged([item('App')], { cmdb: { corroborated: true } })['app']).toMatchObject({ governed: false });
    expect(judged([item('App')])['app']).toMatchObject({ governed: true });
  });
});

test('the order of records changes nothing', () => {
  const records: Evidence[] = [
    seen('notion.so', 'dns', 1, { name: 'Notion', vendor: 'Notion Labs' }), login('Notion', 4), login('Figma', 3, { host: 'figma.com' }), item('figma'),
    paid('Figma', 'Figma Inc'), paid(null, 'Notion Labs'), item('Payroll'), seen('payroll.example', 'proxy', 9), { plane: 'SECURITY', record: null, details: null, name: 'Notion', vendor: null, host: null },
  ]; // prettier-ignore
  expect(judged(records.toReversed())).toEqual(judged(records));
});

test('records that name nothing, or come from the future, are kept out and named', () => {
  const gatherer = new Gatherer(DEFAULT_POLICY, AS_OF);
  expect(gatherer.take(seen('10.1.2.3', 'dns', 1))).toBe('IP_ONLY');
  expect(gatherer.take(seen('late.com', 'dns', -2))).toBe('FUTURE_TIME');
  expect(gatherer.take(login('***', 1))).toBe('NO_IDENTITY');
  expect(gatherer.facts()).toEqual([]);
});
