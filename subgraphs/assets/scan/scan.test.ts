import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { AS_OF, daysAgo, type DiscoveryTest, snapshotOf, startDiscoveryTest } from '../discovery.testkit.ts';

let d: DiscoveryTest;
beforeAll(async () => {
  d = await startDiscoveryTest();
});
afterAll(() => d[Symbol.asyncDispose]());

interface Listed {
  name: string;
  class: string;
  admission: string;
  reasons: { code: string; evidence: { plane: string; record: string | null }[] }[];
  evidence: { totalCount: number; nodes: { plane: string; record: string | null; says: string }[] };
  scores: { risk: { value: number } };
}

const LIST = `query ($filter: AssetFilter, $order: AssetOrder) { assets(filter: $filter, order: $order) { totalCount nodes { name class admission
  reasons { code evidence { plane record } } evidence { totalCount nodes { plane record says } } scores { risk { value } } } } }`;

async function listed(viewer: UserViewer, filter: object = { kind: 'APPLICATION' }): Promise<Listed[]> {
  return (await d.ask<{ assets: { nodes: Listed[] } }>(viewer, LIST, { filter })).assets.nodes;
}

const seen = (domain: string, source: string, days: number, id = `${domain} ${source}`): object => ({
  observation_id: id, domain, source, observed_at: daysAgo(days),
}); // prettier-ignore

const LISTS = {
  'discovery.observations': [
    seen('notion.so', 'dns', 3),
    seen('notion.so', 'proxy', 5),
    seen('dropbox.com', 'dns', 200),
    seen('one.com', 'dns', 1),
  ],
  'idp.objects': [{ idp_id: 'i1', name: 'Dropbox', domain: 'dropbox.com', has_sso: true, last_login_at: daysAgo(150) }],
  'finance.contracts': [{ contract_id: 'c1', product: 'Dropbox', start_date: '2026-01-01', end_date: '2026-12-31', annual_value: 1200 }],
};

test('what telemetry tells of is in the inventory with class, reasons and the records behind them', async () => {
  const viewer = await d.t.newTenant();
  await d.feed(viewer, { 'snapshot.json': snapshotOf(LISTS) });
  expect(await d.scan(viewer)).toMatchObject({
    number: 1, status: 'SUCCEEDED', mode: 'FULL', asOf: new Date(AS_OF), policyVersion: 0, recordsRead: 6, recordsTaken: 6, recordsRefused: 0,
    counts: { found: 3, admitted: 2, shadow: 1, zombie: 1 },
  }); // prettier-ignore
  const found = await listed(viewer);
  expect(found.map(({ name, class: as, admission }) => [name, as, admission])).toEqual([
    ['dropbox.com', 'ZOMBIE', 'GOVERNED'],
    ['notion.so', 'SHADOW', 'SEEN'],
  ]);
  expect(found[0]?.reasons.find(({ code }) => code === 'HAS_ONGOING_FINANCE')?.evidence).toEqual([{ plane: 'FINANCE', record: 'c1' }]);
  expect(found[0]?.evidence.totalCount).toBe(3);
  expect((await listed(viewer, { admitted: false })).map(({ name }) => name)).toEqual(['one.com']);
  expect((await listed(viewer, { reasons: ['HAS_IDP', 'STALE_ACTIVITY'] })).map(({ name }) => name)).toEqual(['dropbox.com']);
  expect((await listed(viewer, { admitted: false, admissions: ['TOO_FEW_SOURCES'] })).map(({ name }) => name)).toEqual(['one.com']);
  expect((await listed(viewer, { classes: ['SHADOW'] })).map(({ name }) => name)).toEqual(['notion.so']);
});

test('a record that cannot be taken is named, and every record is counted out', async () => {
  const viewer = await d.t.newTenant();
  const late = seen('late.com', 'dns', -2, 'late');
  const twice = [seen('a.com', 'dns', 1, 'same'), seen('a.com', 'dns', 1, 'same')];
  await d.feed(viewer, { 'snapshot.json': snapshotOf({ 'discovery.observations': [late, ...twice, seen('10.0.0.1', 'dns', 1)] }) });
  const scan = await d.scan(viewer);
  expect(scan).toMatchObject({ recordsRead: 4, recordsTaken: 1, recordsKept: 0, recordsRefused: 3 });
  const { scan: shown } = await d.ask<{ scan: { problems: { nodes: object[] }; files: object[] } }>(
    viewer,
    'query ($id: ID!) { scan(id: $id) { problems { nodes { file list record code } } files { name whole feed { name } lists { list read refused } } } }',
    { id: scan.id },
  );
  expect(shown.problems.nodes).toEqual([
    { file: 'snapshot.json', list: 'discovery.observations', record: 'late', code: 'FUTURE_TIME' },
    { file: 'snapshot.json', list: 'discovery.observations', record: 'same', code: 'DUPLICATE_ID' },
    { file: 'snapshot.json', list: 'discovery.observations', record: '10.0.0.1 dns', code: 'IP_ONLY' },
  ]);
  expect(shown.files).toEqual([
    { name: 'snapshot.json', whole: true, feed: { name: 'sensors' }, lists: [{ list: 'discovery.observations', read: 4, refused: 3 }] },
  ]);
});

test('a replay reads the same files as of the same moment by the same policy and comes to the same', async () => {
  const viewer = await d.t.newTenant();
  await d.feed(viewer, { 'snapshot.json': snapshotOf(LISTS) });
  const first = await d.scan(viewer, { asOf: AS_OF });
  await d.feed(viewer, {
    'more.json': snapshotOf({ 'discovery.observations': [seen('more.com', 'dns', 1), seen('more.com', 'proxy', 1)] }),
  });
  const second = await d.scan(viewer);
  expect(second.digest).not.toBe(first.digest);
  const replay = await d.scan(viewer, { replayOf: first.id });
  expect(replay).toMatchObject({ digest: first.digest, asOf: first.asOf, counts: first.counts });
  expect((await listed(viewer)).map(({ name }) => name)).toEqual(['dropbox.com', 'notion.so']);
  expect((await listed(viewer, { removed: true })).map(({ name }) => name)).toEqual(['more.com']);
});

test('another tenant neither reads nor scans what is not its own', async () => {
  const owner = await d.t.newTenant();
  const feed = await d.feed(owner, { 'snapshot.json': snapshotOf(LISTS) });
  const { id } = await d.scan(owner);
  const stranger = await d.t.newTenant();
  const { data } = await d.t.graph(
    'assets',
    'query ($id: ID!) { scan(id: $id) { id } scans { totalCount } telemetryFeeds { totalCount } }',
    { id },
    stranger,
  );
  expect(data).toEqual({ scan: null, scans: { totalCount: 0 }, telemetryFeeds: { totalCount: 0 } });
  const { errors } = await d.t.graph('assets', 'mutation ($id: ID!) { removeTelemetryFeed(id: $id) }', { id: feed }, stranger);
  expect(errors).toMatchObject([{ extensions: { code: 'FEED_NOT_FOUND' } }]);
});

test('two scans differ in what came, went, and is judged otherwise; the history of an application says so too', async () => {
  const viewer = await d.t.newTenant();
  const feed = await d.feed(viewer, { 'a.json': snapshotOf(LISTS) });
  const first = await d.scan(viewer);
  await d.ask(viewer, 'mutation ($id: ID!) { removeTelemetryFeed(id: $id) }', { id: feed });
  const after = {
    'discovery.observations': [...LISTS['discovery.observations'].slice(0, 2), seen('new.com', 'dns', 1)],
    'idp.objects': [{ idp_id: 'i2', name: 'Notion', domain: 'notion.so', has_sso: true, last_login_at: daysAgo(1) }],
  };
  await d.feed(viewer, { 'b.json': snapshotOf(after) });
  const second = await d.scan(viewer);
  const { scanDiff } = await d.ask<{ scanDiff: { changes: { nodes: { key: string }[] } } }>(
    viewer,
    `query ($id: ID!, $other: ID) { scanDiff(scanId: $id, comparedWith: $other) { older { number } newer { number } added gone changed
      changes { totalCount nodes { key kind asset { name history { totalCount nodes { class since { number } until { number } } } } changes { field before after } } } } }`,
    { id: first.id, other: second.id },
  );
  expect(scanDiff).toMatchObject({ older: { number: 1 }, newer: { number: 2 }, added: 1, gone: 2, changed: 1 });
  expect(scanDiff.changes.nodes.find(({ key }) => key === 'notion.so')).toMatchObject({
    kind: 'CHANGED',
    asset: {
      history: {
        totalCount: 2,
        nodes: [
          { class: 'CLEAN', since: { number: 2 }, until: null },
          { class: 'SHADOW', since: { number: 1 }, until: { number: 2 } },
        ],
      },
    },
    changes: expect.arrayContaining([
      { field: 'class', before: 'SHADOW', after: 'CLEAN' },
      { field: 'reasons', before: 'NO_IDP', after: null },
      { field: 'reasons', before: null, after: 'HAS_IDP' },
    ]),
  });
});

describe('an incremental scan', () => {
  const more = {
    'discovery.observations': [seen('asana.com', 'dns', 2), seen('asana.com', 'browser', 4), seen('notion.so', 'browser', 1)],
    'idp.objects': [{ idp_id: 'i9', name: 'Notion', domain: 'notion.so', has_sso: true, last_login_at: daysAgo(1) }],
    'cmdb.cis': [{ ci_id: 'm1', name: 'Asana', ci_type: 'app', lifecycle: 'production' }],
  };

  test('comes to the same as a full one over all files, and reads only what is new', async () => {
    const viewer = await d.t.newTenant();
    await d.feed(viewer, { 'a.json': snapshotOf(LISTS) });
    await d.scan(viewer);
    await d.feed(viewer, { 'b.json': snapshotOf(more) });
    const incremental = await d.scan(viewer, { mode: 'INCREMENTAL' });
    expect(incremental).toMatchObject({ mode: 'INCREMENTAL', recordsRead: 5, status: 'SUCCEEDED' });
    const shown = await listed(viewer);
    const full = await d.scan(viewer);
    expect(full).toMatchObject({ mode: 'FULL', digest: incremental.digest, counts: incremental.counts });
    expect(await listed(viewer)).toEqual(shown);
    const idle = await d.scan(viewer, { mode: 'INCREMENTAL' });
    expect(idle).toMatchObject({ mode: 'INCREMENTAL', recordsRead: 0, digest: full.digest });
  });

  test('becomes a full one when what was read is gone, or the policy is another', async () => {
    const viewer = await d.t.newTenant();
    const feed = await d.feed(viewer, { 'a.json': snapshotOf(LISTS) });
    await d.feed(viewer, { 'b.json': snapshotOf(more) });
    await d.scan(viewer);
    const save = 'mutation ($input: SaveDiscoveryPolicyInput!) { saveDiscoveryPolicy(input: $input) { __typename } }';
    await d.ask(viewer, save, { input: { policy: { banned: ['asana.com'] }, expectedVersion: 0 } });
    expect(await d.scan(viewer, { mode: 'INCREMENTAL' })).toMatchObject({ mode: 'FULL', policyVersion: 1 });
    expect(await listed(viewer, { admitted: false })).toMatchObject([{ name: 'asana.com', admission: 'BANNED' }, { name: 'one.com' }]);
    await d.ask(viewer, 'mutation ($id: ID!) { removeTelemetryFeed(id: $id) }', { id: feed });
    expect(await d.scan(viewer, { mode: 'INCREMENTAL' })).toMatchObject({ mode: 'FULL', counts: { found: 2 } });
  });
});

test('how the company stands is kept by the day a scan is of', async () => {
  const viewer = await d.t.newTenant();
  await d.feed(viewer, { 'a.json': snapshotOf(LISTS) });
  await d.scan(viewer, { asOf: daysAgo(1) });
  await d.scan(viewer);
  await d.scan(viewer);
  const { posture, postureByDepartment } = await d.ask<{ posture: object[]; postureByDepartment: object[] }>(
    viewer,
    '{ posture { day department score assets shadow scan { number } components { code value of } } postureByDepartment { department } }',
  );
  expect(posture).toMatchObject([
    { day: '2026-06-29', scan: { number: 1 } },
    { day: '2026-06-30', department: null, assets: 2, shadow: 1, scan: { number: 3 } },
  ]);
  expect(postureByDepartment).toEqual([]);
});

describe('a scan that comes to no end', () => {
  test('because what it repeats is gone, fails with what to do, and changes nothing', async () => {
    const viewer = await d.t.newTenant();
    const feed = await d.feed(viewer, { 'a.json': snapshotOf(LISTS) });
    const first = await d.scan(viewer);
    await d.feed(viewer, { 'b.json': snapshotOf({ 'discovery.observations': [seen('b.com', 'dns', 1), seen('b.com', 'proxy', 1)] }) });
    const shown = await listed(viewer);
    await d.ask(viewer, 'mutation ($id: ID!) { removeTelemetryFeed(id: $id) }', { id: feed });
    expect(await d.scan(viewer, { replayOf: first.id })).toMatchObject({ status: 'FAILED', problem: { code: 'NO_TELEMETRY' } });
    expect(await listed(viewer)).toEqual(shown);
    expect(await d.scan(viewer)).toMatchObject({ number: 3, status: 'SUCCEEDED', counts: { found: 1 } });
  });

  test('because it was cancelled, makes room for another', async () => {
    const viewer = await d.t.newTenant();
    await d.feed(viewer, { 'a.json': snapshotOf(LISTS) });
    const start = 'mutation { startScan { ... on ScanStarted { scan { id run { id } } } ... on InputRefused { problems { code } } } }';
    const { startScan } = await d.ask<{ startScan: { scan: { id: string } } }>(viewer, start);
    expect(await d.ask(viewer, start)).toEqual({ startScan: { problems: [{ code: 'SCAN_RUNNING' }] } });
    await d.ask(viewer, 'mutation ($id: ID!) { cancelScan(id: $id) { id } }', startScan.scan);
    await d.t.settled();
    const { scan } = await d.ask<{ scan: object }>(
      viewer,
      'query ($id: ID!) { scan(id: $id) { status problem { code } } }',
      startScan.scan,
    );
    expect(scan).toEqual({ status: 'CANCELLED', problem: { code: 'SCAN_CANCELLED' } });
    expect(await d.scan(viewer)).toMatchObject({ number: 2, status: 'SUCCEEDED' });
  });

  test('is not started without telemetry', async () => {
    const start = 'mutation { startScan { ... on InputRefused { problems { code } } } }';
    expect(await d.ask(await d.t.newTenant(), start)).toEqual({ startScan: { problems: [{ code: 'NO_TELEMETRY' }] } });
  });
});
