import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type ConnectorsTest, SHOP, startConnectorsTest } from '../connectors.testkit.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

const HEALTH = `query ($id: ID!) { connection(id: $id) { health {
    status since lastSuccessAt consecutiveFailures freshnessSeconds lagSeconds expectedEverySeconds
    reasons { code message todo } errorBudget { syncs failedSyncs left } breaker { state nextProbeAt }
    healing { attempts nextAttemptAt waitsForPerson }
  } healthChanges { totalCount nodes { before status reason healed } } } }`;

interface Health {
  status: string;
  freshnessSeconds: number | null;
  reasons: { code: string }[];
  errorBudget: { syncs: number; failedSyncs: number; left: number };
  healing: { nextAttemptAt: string | null; waitsForPerson: boolean } | null;
}

async function ask<Data>(viewer: UserViewer, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await c.t.graph('connectors', query, variables, viewer);
  expect(errors).toBeUndefined();
  return data as Data;
}

const healthOf = async (viewer: UserViewer, id: string): Promise<Health> =>
  (await ask<{ connection: { health: Health } }>(viewer, HEALTH, { id })).connection.health;

test('a connection whose syncs succeed is healthy, with fresh data and its budget untouched', async () => {
  const viewer = await c.t.newTenant();
  const { connection, sync } = await c.connect(viewer, { folder: await c.folderWith(SHOP) });
  await c.finished(viewer, sync.id);
  await eventually('it is assessed', async () => (await healthOf(viewer, connection.id)).status === 'HEALTHY');
  const health = await healthOf(viewer, connection.id);
  expect(health).toMatchObject({ reasons: [], healing: null, errorBudget: { syncs: 1, failedSyncs: 0, left: 1 } });
  expect(health.freshnessSeconds).not.toBeNull();
});

test('a source that is gone shows why, what to do and when it is tried again; the mesh counts it', async () => {
  const viewer = await c.t.newTenant();
  const folder = await c.folderWith(SHOP);
  const { connection, sync } = await c.connect(viewer, { folder });
  await c.finished(viewer, sync.id);
  await rm(folder, { recursive: true });
  expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'FAILED' });
  await eventually('it is assessed', async () => (await healthOf(viewer, connection.id)).status === 'FAILING');
  const health = await healthOf(viewer, connection.id);
  expect(health.reasons).toMatchObject([{ code: 'FOLDER_NOT_FOUND' }]);
  expect(health.healing).toMatchObject({ nextAttemptAt: expect.anything(), waitsForPerson: false });
  const { mesh } = await ask<{ mesh: object }>(
    viewer,
    `{ mesh { connections { total healthy failing } driftEvents24h repairs24h { automatic approved rejected rolledBack waiting } healed24h
      recordsLanded24h quarantined freshness { p50 p95 } lag { p50 p95 } errorBudgetLeft vendors { kind requests } } }`,
  );
  expect(mesh).toMatchObject({
    connections: { total: 1, healthy: 0, failing: 1 },
    driftEvents24h: 0,
    recordsLanded24h: 2503,
    errorBudgetLeft: 0,
  });
});

test('the flow says how many records passed which stage, and where they wait', async () => {
  const viewer = await c.t.newTenant();
  const { sync } = await c.connect(viewer, { folder: await c.folderWith(SHOP) });
  await c.finished(viewer, sync.id);
  interface Stage {
    stage: string;
    records: number;
    inFlight: number;
  }
  const flow = async () =>
    (
      await ask<{ flow: { stages: Stage[]; slowest: { stage: string } | null } }>(
        viewer,
        '{ flow(minutes: 5) { at minutes stages { stage records ratePerMinute inFlight lagSeconds lagP95Seconds waitingSeconds minutes { at records } } slowest { stage seconds why connection { id } } } }',
      )
    ).flow;
  await eventually('all has landed', async () => (await flow()).stages.find(({ stage }) => stage === 'MAPPED')?.inFlight === 2503);
  expect((await flow()).stages.map(({ stage, records, inFlight }) => [stage, records, inFlight])).toEqual([
    ['SOURCE', 2503, 0],
    ['LANDED', 2503, 0],
    ['MAPPED', 0, 2503],
    ['RESOLVED', 0, 0],
    ['METRIC', 0, 0],
    ['AGENT', 0, 0],
  ]);
});

test('a column that was renamed at the source is a drift of the day, and what became of it a repair of the day', async () => {
  const viewer = await c.t.newTenant();
  const people = (name: string): string =>
    [`id,${name},city`, ...Array.from({ length: 200 }, (_, i) => `${i},person${i}@example.com,${['Oslo', 'Bergen'][i % 2]}`)].join('\n');
  const folder = await c.folderWith({ 'people.csv': people('contact') });
  const { connection, sync } = await c.connect(viewer, { folder });
  await c.finished(viewer, sync.id);
  await writeFile(join(folder, 'people.csv'), people('contact_address'));
  expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED' });
  const { mesh } = await ask<{ mesh: { driftEvents24h: number; repairs24h: Record<string, number> } }>(
    viewer,
    '{ mesh { driftEvents24h repairs24h { automatic approved rejected rolledBack waiting } } }',
  );
  expect(mesh.driftEvents24h).toBeGreaterThan(0);
  expect(Object.values(mesh.repairs24h).reduce((sum, each) => sum + each, 0)).toBe(1);
});
