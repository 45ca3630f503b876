import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { daysAgo, type DiscoveryTest, snapshotOf, startDiscoveryTest } from '../discovery.testkit.ts';

let d: DiscoveryTest;
beforeAll(async () => {
  d = await startDiscoveryTest();
});
afterAll(() => d[Symbol.asyncDispose]());

const SAVE = `mutation ($input: SaveDiscoveryPolicyInput!) { saveDiscoveryPolicy(input: $input) {
  ... on DiscoveryPolicySaved { policy { version note author { id } policy } } ... on InputRefused { problems { code field message } } } }`;
const PREVIEW = `query ($policy: JSON!, $scanId: ID) { previewDiscoveryPolicy(policy: $policy, scanId: $scanId) {
  ... on DiscoveryPolicyPreview { scan { number } before { admitted shadow clean } after { admitted shadow clean } changed shownByScanOnly
    changes { key kind asset { name } changes { field before after } } }
  ... on InputRefused { problems { code field } } } }`;

async function save(viewer: UserViewer, policy: unknown, expectedVersion: number): Promise<unknown> {
  const input = { policy, expectedVersion, note: 'because' };
  return (await d.ask<{ saveDiscoveryPolicy: unknown }>(viewer, SAVE, { input })).saveDiscoveryPolicy;
}

const seen = (domain: string, source: string): object => ({
  observation_id: `${domain} ${source}`,
  domain,
  source,
  observed_at: daysAgo(1),
});
const LISTS = { 'discovery.observations': [seen('notion.so', 'dns'), seen('notion.so', 'proxy'), seen('one.com', 'dns')] };

test('is the default until one is saved; each save is a version of its own', async () => {
  const viewer = await d.t.newTenant();
  const current = '{ discoveryPolicy { version policy author { id } } discoveryPolicyVersions { totalCount nodes { version } } }';
  expect(await d.ask(viewer, current)).toMatchObject({
    discoveryPolicy: { version: 0, policy: { activityWindowDays: 90, admission: { noiseFloor: 2 } }, author: null },
    discoveryPolicyVersions: { totalCount: 0 },
  });
  expect(await save(viewer, { activityWindowDays: 30 }, 0)).toMatchObject({
    policy: {
      version: 1,
      note: 'because',
      author: { id: viewer.userId },
      policy: { activityWindowDays: 30, admission: { noiseFloor: 2 } },
    },
  });
  expect(await save(viewer, { activityWindowDays: 60 }, 1)).toMatchObject({ policy: { version: 2 } });
  expect(await d.ask(viewer, current)).toMatchObject({
    discoveryPolicy: { version: 2 },
    discoveryPolicyVersions: { totalCount: 2, nodes: [{ version: 2 }, { version: 1 }] },
  });
  const { discoveryPolicy } = await d.ask<{ discoveryPolicy: object }>(viewer, '{ discoveryPolicy(version: 1) { policy } }');
  expect(discoveryPolicy).toMatchObject({ policy: { activityWindowDays: 30 } });
  expect(await d.ask(await d.t.newTenant(), '{ discoveryPolicy { version } }')).toEqual({ discoveryPolicy: { version: 0 } });
});

test('is not saved over somebody else’s, nor with a fault, which is named with its field', async () => {
  const viewer = await d.t.newTenant();
  await save(viewer, {}, 0);
  expect(await save(viewer, {}, 0)).toMatchObject({ problems: [{ code: 'DISCOVERY_POLICY_CHANGED', field: 'expectedVersion' }] });
  expect(await save(viewer, { admission: { noiseFloor: 'two' } }, 1)).toMatchObject({
    problems: [{ code: 'DISCOVERY_POLICY_INVALID', field: 'policy.admission.noiseFloor' }],
  });
  expect(await save(viewer, { cmdb: { lifecycles: ['live'], retired: ['Live'] } }, 1)).toMatchObject({
    problems: [{ code: 'DISCOVERY_POLICY_INVALID', field: 'policy.cmdb.lifecycles' }],
  });
  const reader: UserViewer = { ...viewer, role: 'VIEWER' };
  const { errors } = await d.t.graph('assets', SAVE, { input: { policy: {}, expectedVersion: 1 } }, reader);
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('can be tried on a past scan: what would change, and nothing does', async () => {
  const viewer = await d.t.newTenant();
  await d.feed(viewer, { 'a.json': snapshotOf(LISTS) });
  const { id } = await d.scan(viewer);
  const policy = { admission: { noiseFloor: 1 }, ownDomains: ['notion.so'], aliases: { 'a.com': 'b.com' } };
  const { previewDiscoveryPolicy } = await d.ask<{ previewDiscoveryPolicy: object }>(viewer, PREVIEW, { policy, scanId: id });
  expect(previewDiscoveryPolicy).toMatchObject({
    scan: { number: 1 },
    before: { admitted: 1, shadow: 1, clean: 0 },
    after: { admitted: 2, shadow: 1, clean: 1 },
    changed: 2,
    changes: [
      { key: 'notion.so', kind: 'CHANGED', asset: { name: 'notion.so' }, changes: expect.arrayContaining([{ field: 'class', before: 'SHADOW', after: 'CLEAN' }]) },
      { key: 'one.com', changes: expect.arrayContaining([{ field: 'admitted', before: 'false', after: 'true' }]) },
    ],
    shownByScanOnly: ['aliases'],
  }); // prettier-ignore
  expect(await d.ask(viewer, '{ discoveryPolicy { version } assets { totalCount } }')).toEqual({
    discoveryPolicy: { version: 0 },
    assets: { totalCount: 1 },
  });
  expect(await d.ask(await d.t.newTenant(), PREVIEW, { policy, scanId: id })).toMatchObject({
    previewDiscoveryPolicy: { problems: [{ code: 'SCAN_NOT_FOUND', field: 'scanId' }] },
  });
});
