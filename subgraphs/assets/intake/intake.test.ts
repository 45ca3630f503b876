import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { daysAgo, type DiscoveryTest, snapshotOf, startDiscoveryTest } from '../discovery.testkit.ts';

let d: DiscoveryTest;
beforeAll(async () => {
  d = await startDiscoveryTest();
});
afterAll(() => d[Symbol.asyncDispose]());

const ADD = `mutation ($input: AddTelemetryFeedInput!) { addTelemetryFeed(input: $input) {
  ... on TelemetryFeedAdded { feed { id name kind addedBy { id } } } ... on InputRefused { problems { code field } } } }`;

async function add(viewer: UserViewer, input: object): Promise<unknown> {
  return (await d.ask<{ addTelemetryFeed: unknown }>(viewer, ADD, { input: { name: 'feed', ...input } })).addTelemetryFeed;
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'autonomos-telemetry-'));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

const seen = (domain: string, source: string): object => ({
  observation_id: `${domain} ${source}`,
  domain,
  source,
  observed_at: daysAgo(1),
});
const snapshot = (domain: string): string => snapshotOf({ 'discovery.observations': [seen(domain, 'dns'), seen(domain, 'proxy')] });

test('a folder is read by every scan as it is then, folders in it too, whatever format its files have', async () => {
  const viewer = await d.t.newTenant();
  const here = await folder();
  await mkdir(join(here, 'cmdb'));
  await writeFile(join(here, 'a.json'), snapshot('a.com'));
  await writeFile(
    join(here, 'cmdb', 'items.csv'),
    'sys_id,name,domain,sys_class_name,life_cycle_stage_status\n1,Bee,b.com,application,production\n',
  );
  expect(await add(viewer, { folder: here })).toMatchObject({ feed: { name: 'feed', kind: 'FOLDER', addedBy: { id: viewer.userId } } });
  const first = await d.scan(viewer, { asOf: '2026-06-30T00:00:00Z' });
  expect(first).toMatchObject({ status: 'SUCCEEDED', recordsRead: 3, counts: { found: 2 } });
  await writeFile(join(here, 'c.json'), snapshot('c.com'));
  expect(await d.scan(viewer, { asOf: '2026-06-30T00:00:00Z' })).toMatchObject({ recordsRead: 5, counts: { found: 3 } });
});

test('no folder is read that nobody may read, nor one by a link out of those', async () => {
  const viewer = await d.t.newTenant();
  const here = await folder();
  await symlink('/etc', join(here, 'way-out'));
  for (const asked of ['/etc', 'relative', join(here, 'way-out'), join(here, 'nowhere'), d.t.system.config.dataFolder, tmpdir()])
    expect([asked, await add(viewer, { folder: asked })]).toEqual([
      asked,
      { problems: [{ code: 'FEED_FOLDER_REFUSED', field: 'folder' }] },
    ]);
});

test('an upload is its tenant’s own, and the feed keeps its files whatever becomes of it', async () => {
  const viewer = await d.t.newTenant();
  const uploadId = randomUUID();
  const uploads = join(d.t.system.config.dataFolder, 'uploads', viewer.tenantId, uploadId);
  await mkdir(uploads, { recursive: true });
  await writeFile(join(uploads, 'a.json'), snapshot('a.com'));
  const empty = { problems: [{ code: 'FEED_EMPTY', field: 'uploadId' }] };
  expect(await add(await d.t.newTenant(), { uploadId })).toEqual(empty);
  expect(await add(viewer, { uploadId: randomUUID() })).toEqual(empty);
  expect(await add(viewer, { uploadId: '../..' })).toEqual(empty);
  expect(await add(viewer, { uploadId })).toMatchObject({ feed: { kind: 'UPLOAD' } });
  await rm(uploads, { recursive: true });
  expect(await d.scan(viewer)).toMatchObject({ counts: { found: 1 } });
  expect(await add(viewer, {})).toEqual({ problems: [{ code: 'FEED_SOURCE_AMBIGUOUS', field: null }] });
  expect(await add(viewer, { name: ' ', uploadId })).toEqual({ problems: [{ code: 'FEED_NAME_INVALID', field: 'name' }] });
});
