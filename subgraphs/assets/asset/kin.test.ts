import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { daysAgo, type DiscoveryTest, snapshotOf, startDiscoveryTest } from '../discovery.testkit.ts';

let d: DiscoveryTest;
beforeAll(async () => {
  d = await startDiscoveryTest();
});
afterAll(() => d[Symbol.asyncDispose]());

const seen = (domain: string, vendor: string): object[] =>
  ['dns', 'proxy'].map((source) => ({
    observation_id: `${domain} ${source}`, domain, source, observed_at: daysAgo(2), vendor_hint: vendor,
  })); // prettier-ignore

const LISTS = {
  'discovery.observations': [...seen('acmedesk.com', 'Acme'), ...seen('acmechat.com', 'Acme'), ...seen('other.com', 'Other')],
  'idp.objects': [
    { idp_id: 'i1', name: 'Acme Desk', domain: 'acmedesk.com', has_sso: true, last_login_at: daysAgo(1) },
    { idp_id: 'i2', name: 'Payroll', has_sso: true, last_login_at: daysAgo(1) },
    { idp_id: 'i3', name: 'Payroll (legacy)', has_sso: true, last_login_at: daysAgo(1) },
    { idp_id: 'i4', name: 'Payroll-staging', has_sso: true, last_login_at: daysAgo(1) },
  ],
};

interface Shown {
  name: string;
  governedBy: { name: string } | null;
  copyOf: { name: string } | null;
}

async function kinOf(viewer: UserViewer): Promise<Record<string, [string | null, string | null]>> {
  const query = '{ assets(filter: { kind: APPLICATION }) { nodes { name governedBy { name } copyOf { name } } } rejected: assets(filter: { admitted: false }) { nodes { name governedBy { name } copyOf { name } } } }'; // prettier-ignore
  const { assets, rejected } = await d.ask<Record<'assets' | 'rejected', { nodes: Shown[] }>>(viewer, query);
  return Object.fromEntries(
    [...assets.nodes, ...rejected.nodes].map(({ name, governedBy, copyOf }) => [name, [governedBy?.name ?? null, copyOf?.name ?? null]]),
  );
}

test('an application leads to the one of its vendor that governs it, and a copy to what it is a copy of', async () => {
  const viewer = await d.t.newTenant();
  const feed = await d.feed(viewer, { 'a.json': snapshotOf(LISTS) });
  await d.scan(viewer);
  expect(await kinOf(viewer)).toEqual({
    'acmechat.com': ['acmedesk.com', null],
    'acmedesk.com': [null, null],
    'other.com': [null, null],
    payroll: [null, null],
    payrolllegacy: [null, 'payroll'],
    payrollstaging: [null, 'payroll'],
  });
  await d.ask(viewer, 'mutation ($id: ID!) { removeTelemetryFeed(id: $id) }', { id: feed });
  await d.feed(viewer, { 'b.json': snapshotOf({ ...LISTS, 'idp.objects': LISTS['idp.objects'].slice(2) }) });
  await d.scan(viewer);
  expect(await kinOf(viewer)).toMatchObject({ 'acmechat.com': [null, null], payrolllegacy: [null, null] });
});
