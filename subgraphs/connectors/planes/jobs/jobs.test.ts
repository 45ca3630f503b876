import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../sandbox/http/server.ts';
import { airbyteVendor } from '../../../../sandbox/planes/airbyte.ts';
import { celigoVendor } from '../../../../sandbox/planes/celigo.ts';
import { trayVendor } from '../../../../sandbox/planes/tray.ts';
import { workatoVendor } from '../../../../sandbox/planes/workato.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { type ConnectorsTest, startConnectorsTest } from '../../connectors.testkit.ts';
import { NATS_PLANE, type PlanesTest, planesTest } from '../planes.testkit.ts';

let c: ConnectorsTest;
let p: PlanesTest;
let sandbox: Sandbox;
beforeAll(async () => {
  c = await startConnectorsTest();
  p = planesTest(c);
  const vendors = [workatoVendor('wk'), trayVendor('tr'), celigoVendor('ce'), airbyteVendor('app', 'app-secret')];
  sandbox = await startSandbox({ vendors, port: 0, limitEvery: 7, retryAfter: 0.02 });
});
afterAll(async () => {
  await sandbox.close();
  await c[Symbol.asyncDispose]();
});

interface Job {
  id: string;
  name: string;
  status: string;
  records: number | null;
  bytes: number | null;
  failures: number | null;
  problem: string | null;
  finishedAt: string | null;
}
const JOBS =
  'query ($id: ID!, $first: Int!) { fabricPlane(id: $id) { jobs(first: $first) { id name status startedAt finishedAt records bytes failures problem } } }';
const jobsOf = async (viewer: UserViewer, id: string, first = 20): Promise<Job[]> =>
  (await p.ask<{ fabricPlane: { jobs: Job[] } }>(viewer, JOBS, { id, first })).fabricPlane.jobs;
const plane = async (viewer: UserViewer, kind: string, secret: string, settings: { name: string; value: string }[] = []): Promise<string> =>
  (
    await p.create(viewer, {
      kind,
      address: `${sandbox.url}/${kind.toLowerCase()}${kind === 'AIRBYTE' ? '/v1' : ''}`,
      secret,
      settings,
      name: `${kind} ${secret}`,
    })
  ).id;
const LOOK = 'mutation ($id: ID!) { it: testFabricPlane(id: $id) { status statusReason latencyMs } }';

test('jobs of Workato’s running recipes, newest first, with what went wrong', async () => {
  const viewer = await c.t.newTenant();
  const jobs = await jobsOf(viewer, await plane(viewer, 'WORKATO', 'wk'));
  expect(jobs).toHaveLength(6);
  expect(new Set(jobs.map(({ name }) => name)).size).toBe(2);
  expect(jobs.map(({ status }) => status)).toEqual(['WAITING', 'WAITING', 'FAILED', 'FAILED', 'SUCCEEDED', 'SUCCEEDED']);
  expect(jobs[2]?.problem).toBe('422 Unprocessable Entity');
  expect(await jobsOf(viewer, (await p.create(viewer, { kind: 'WORKATO', address: `${sandbox.url}/workato`, secret: 'wk', name: 'one', settings: [{ name: 'recipes', value: '1003' }] })).id, 2)).toHaveLength(2); // prettier-ignore
});

test('executions of Tray’s workflows', async () => {
  const viewer = await c.t.newTenant();
  const jobs = await jobsOf(viewer, await plane(viewer, 'TRAY', 'tr'));
  expect(jobs.map(({ id, name, status }) => [id, name, status])).toEqual([['ex-2', 'Leads to CRM', 'FAILED'], ['ex-1', 'Leads to CRM', 'SUCCEEDED']]); // prettier-ignore
});

test('jobs of Celigo’s flows; one that completed with errors failed in part', async () => {
  const viewer = await c.t.newTenant();
  const jobs = await jobsOf(viewer, await plane(viewer, 'CELIGO', 'ce'));
  expect(jobs.map(({ name, status, records, failures }) => [name, status, records, failures])).toEqual([
    ['Orders to NetSuite', 'RUNNING', 40, 0],
    ['Refunds to NetSuite', 'FAILED', 97, 3],
    ['Orders to NetSuite', 'SUCCEEDED', 120, 0],
  ]);
});

test('Airbyte’s jobs with rows and bytes; those of one connection', async () => {
  const viewer = await c.t.newTenant();
  const clientId = { name: 'clientId', value: 'app' };
  const jobs = await jobsOf(viewer, await plane(viewer, 'AIRBYTE', 'app-secret', [clientId]));
  expect(jobs[2]).toMatchObject({
    id: '301',
    name: 'Salesforce → warehouse (sync)',
    status: 'SUCCEEDED',
    records: 12_345,
    bytes: 5_242_880,
  });
  expect(jobs[0]).toMatchObject({ status: 'RUNNING', finishedAt: null });
  const other = await c.t.newTenant();
  const one = { name: 'connection', value: '0a000000-0000-4000-8000-000000000002' };
  expect((await jobsOf(other, await plane(other, 'AIRBYTE', 'app-secret', [clientId, one]))).map(({ id }) => id)).toEqual(['302']);
});

test('a plane that lets us in is up; one that does not is degraded, with the reason, and its jobs say so', async () => {
  const viewer = await c.t.newTenant();
  const clientId = { name: 'clientId', value: 'app' };
  const known: [string, string, { name: string; value: string }[]][] = [['WORKATO', 'wk', []], ['TRAY', 'tr', []], ['CELIGO', 'ce', []], ['AIRBYTE', 'app-secret', [clientId]]]; // prettier-ignore
  for (const [kind, secret, settings] of known) {
    const up = await p.ask<{ it: object }>(viewer, LOOK, { id: await plane(viewer, kind, secret, settings) });
    expect(up.it).toMatchObject({ status: 'UP', statusReason: null });
    const refused = await plane(viewer, kind, 'wrong', settings);
    const { it } = await p.ask<{ it: { statusReason: string } }>(viewer, LOOK, { id: refused });
    expect(it).toMatchObject({ status: 'DEGRADED', statusReason: expect.stringContaining('does not let us in') });
    expect(await p.failure(viewer, JOBS, { id: refused, first: 1 })).toBe('PLANE_SECRET_REFUSED');
  }
});

test('a plane of another kind has no jobs', async () => {
  const viewer = await c.t.newTenant();
  const { id } = await p.create(viewer, NATS_PLANE);
  expect(await jobsOf(viewer, id)).toBeNull();
});
