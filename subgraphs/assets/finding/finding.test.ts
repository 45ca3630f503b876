import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { daysAgo, type DiscoveryTest, snapshotOf, startDiscoveryTest } from '../discovery.testkit.ts';

let d: DiscoveryTest;
beforeAll(async () => {
  d = await startDiscoveryTest();
});
afterAll(() => d[Symbol.asyncDispose]());

interface Shown {
  id: string;
  code: string;
  status: string;
  timesOpened: number;
  comment: string | null;
  assignee: { id: string } | null;
  decider: { id: string } | null;
}

const FIELDS =
  'id code status timesOpened comment severity remedy assignee { id } decider { id } asset { name } evidence { plane record says }';

async function findings(viewer: UserViewer, filter: object = {}): Promise<Shown[]> {
  const query = `query ($filter: AssetFindingFilter) { assetFindings(filter: $filter) { nodes { ${FIELDS} } } }`;
  return (await d.ask<{ assetFindings: { nodes: Shown[] } }>(viewer, query, { filter })).assetFindings.nodes;
}

async function triage(viewer: UserViewer, mutation: string, given: object): Promise<unknown> {
  const { data, errors } = await d.t.graph(
    'assets',
    `mutation { result: ${mutation}(${Object.entries(given).map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(', ')}) {
      ... on FindingTriaged { finding { ${FIELDS} } } ... on InputRefused { problems { code field } } } }`,
    {},
    viewer,
  ); // prettier-ignore
  expect(errors).toBeUndefined();
  return (data as { result: unknown }).result;
}

const seen = (source: string): object => ({ observation_id: `notion ${source}`, domain: 'notion.so', source, observed_at: daysAgo(3) });
const SHADOW = { 'discovery.observations': [seen('dns'), seen('proxy')] };

async function withShadow(): Promise<{ viewer: UserViewer; id: string }> {
  const viewer = await d.t.newTenant();
  await d.feed(viewer, { 'a.json': snapshotOf(SHADOW) });
  await d.scan(viewer);
  const id = (await findings(viewer, { codes: ['SHADOW_IT'] }))[0]?.id ?? '';
  return { viewer, id };
}

const statusOf = async (viewer: UserViewer, id: string): Promise<Shown | undefined> =>
  (await findings(viewer, { statuses: ['OPEN', 'ACCEPTED', 'RESOLVED'] })).find((each) => each.id === id);

test('what a scan finds is listed with evidence and remedy, once, however often it is found', async () => {
  const { viewer, id } = await withShadow();
  expect(await findings(viewer, { codes: ['SHADOW_IT'] })).toMatchObject([
    { id, status: 'OPEN', timesOpened: 1, asset: { name: 'notion.so' }, remedy: expect.any(String), evidence: expect.arrayContaining([expect.objectContaining({ plane: 'DISCOVERY' })]) },
  ]); // prettier-ignore
  await d.scan(viewer);
  expect(await findings(viewer, { codes: ['SHADOW_IT'] })).toHaveLength(1);
  const { assets } = await d.ask<{ assets: { nodes: { findings: { code: string }[] }[] } }>(
    viewer,
    '{ assets { nodes { findings { code } } } }',
  );
  expect(assets.nodes[0]?.findings.map(({ code }) => code)).toContain('SHADOW_IT');
});

test('who takes care of it, and what was decided, stays from scan to scan', async () => {
  const { viewer, id } = await withShadow();
  expect(await triage(viewer, 'assignFinding', { id, userId: viewer.userId })).toMatchObject({
    finding: { assignee: { id: viewer.userId } },
  });
  const until = new Date(Date.now() + 86_400_000).toISOString();
  expect(await triage(viewer, 'acceptFinding', { id, until, reason: 'a trial' })).toMatchObject({
    finding: { status: 'ACCEPTED', comment: 'a trial', decider: { id: viewer.userId } },
  });
  await d.scan(viewer);
  expect(await statusOf(viewer, id)).toMatchObject({ status: 'ACCEPTED', assignee: { id: viewer.userId }, timesOpened: 1 });
  // As of a moment after the day until which it was accepted.
  await d.scan(viewer, { asOf: new Date(Date.now() + 2 * 86_400_000).toISOString() });
  expect((await statusOf(viewer, id))?.status).not.toBe('ACCEPTED');
});

test('resolved, it opens again when it is found again; gone, it is resolved', async () => {
  const { viewer, id } = await withShadow();
  expect(await triage(viewer, 'resolveFinding', { id, comment: 'blocked' })).toMatchObject({ finding: { status: 'RESOLVED' } });
  await d.scan(viewer);
  expect(await statusOf(viewer, id)).toMatchObject({ status: 'OPEN', timesOpened: 2 });
  await d.feed(viewer, {
    'b.json': snapshotOf({
      'idp.objects': [{ idp_id: 'i', name: 'Notion', domain: 'notion.so', has_sso: true, last_login_at: daysAgo(1) }],
    }),
  });
  await d.scan(viewer);
  expect(await statusOf(viewer, id)).toMatchObject({ status: 'RESOLVED', timesOpened: 2 });
});

test('what cannot be decided so is refused with the field; a stranger finds nothing', async () => {
  const { viewer, id } = await withShadow();
  expect(await triage(viewer, 'acceptFinding', { id, until: '2020-01-01T00:00:00Z', reason: 'x' })).toEqual({
    problems: [{ code: 'FINDING_ACCEPTED_IN_PAST', field: 'until' }],
  });
  expect(await triage(viewer, 'acceptFinding', { id, reason: ' ' })).toEqual({
    problems: [{ code: 'FINDING_REASON_MISSING', field: 'reason' }],
  });
  expect(await triage(viewer, 'reopenFinding', { id })).toEqual({ problems: [{ code: 'FINDING_STATUS_CONFLICT', field: 'id' }] });
  expect(await triage(viewer, 'assignFinding', { id, userId: id })).toEqual({ problems: [{ code: 'OWNER_UNKNOWN', field: 'userId' }] });
  const stranger = await d.t.newTenant();
  expect(await triage(stranger, 'resolveFinding', { id })).toEqual({ problems: [{ code: 'ASSET_FINDING_NOT_FOUND', field: 'id' }] });
  expect(await findings(stranger, { statuses: ['OPEN', 'ACCEPTED', 'RESOLVED'] })).toEqual([]);
});

test('an application that was named an owner is not reported as unowned, and is again when it loses it', async () => {
  const { viewer } = await withShadow();
  const codes = async (): Promise<string[]> => (await findings(viewer)).map(({ code }) => code);
  const { assets } = await d.ask<{ assets: { nodes: { id: string }[] } }>(viewer, '{ assets { nodes { id } } }');
  const assign =
    'mutation ($assetId: ID!, $userId: ID) { assignOwner(assetId: $assetId, userId: $userId) { ... on OwnerAssigned { asset { owner { id } } } } }';
  expect(await codes()).toContain('NO_OWNER');
  await d.ask(viewer, assign, { assetId: assets.nodes[0]?.id, userId: viewer.userId });
  expect(await codes()).not.toContain('NO_OWNER');
  await d.scan(viewer);
  expect(await codes()).not.toContain('NO_OWNER');
  await d.ask(viewer, assign, { assetId: assets.nodes[0]?.id, userId: null });
  expect(await codes()).toContain('NO_OWNER');
});
