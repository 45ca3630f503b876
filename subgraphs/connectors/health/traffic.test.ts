import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyAsOf } from '../../../sandbox/company/company.ts';
import { ACCESS, vendorsOfCompany } from '../../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/http/server.ts';
import { eventually } from '../../../tests/testkit/eventually.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type ConnectorsTest, SHOP, startConnectorsTest } from '../connectors.testkit.ts';
import type { HealthEvent } from '../kit/health.ts';
import { createHealthMetrics } from './health.metrics.ts';
import { HealthService } from './health.service.ts';
import { Traffic } from './traffic.ts';
import { createTrafficMetrics } from './traffic.metrics.ts';

let c: ConnectorsTest;
let sandbox: Sandbox;
beforeAll(async () => {
  c = await startConnectorsTest();
  const failures = { seed: 'mesh', rates: { TOO_MANY: 0.2, SERVER_ERROR: 0.2 }, retryAfter: 0.01, inARow: 2, next: ['TOO_MANY', 'SERVER_ERROR'] } as const; // prettier-ignore
  sandbox = await startSandbox({ vendors: vendorsOfCompany(companyAsOf(new Date())), port: 0, failures });
});
afterAll(async () => {
  await sandbox.close();
  await c[Symbol.asyncDispose]();
});

async function ask<Data>(viewer: UserViewer, query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await c.t.graph('connectors', query, variables, viewer);
  expect(errors).toBeUndefined();
  return data as Data;
}

interface Seen {
  status: string;
  reasons: { code: string }[];
  breaker: { state: string; nextProbeAt: Date | null };
}
const healthOf = async (viewer: UserViewer, id: string): Promise<Seen> =>
  (
    await ask<{ connection: { health: Seen } }>(
      viewer,
      'query ($id: ID!) { connection(id: $id) { health { status reasons { code } breaker { state nextProbeAt } } } }',
      { id },
    )
  ).connection.health;

test('a source whose breaker is open is degraded, stays so while one request tries it, and is well when that succeeds', async () => {
  const viewer = await c.t.newTenant();
  const { connection, sync } = await c.connect(viewer, { folder: await c.folderWith(SHOP) });
  await c.finished(viewer, sync.id);
  const { id } = connection;
  await eventually('it is healthy', async () => (await healthOf(viewer, id)).status === 'HEALTHY');
  const metrics = createTrafficMetrics(new Registry());
  const traffic = new Traffic(c.t.system, new HealthService(c.t.system, createHealthMetrics(new Registry())), metrics);
  const happen = async (...events: HealthEvent[]): Promise<Seen> => {
    for (const event of events) traffic.observe({ tenantId: viewer.tenantId, connectionId: id, planeId: null }, event, new Date());
    await traffic.flush();
    return healthOf(viewer, id);
  };
  const open = await happen({ kind: 'BREAKER', state: 'OPEN' });
  expect(open).toMatchObject({ status: 'DEGRADED', reasons: [{ code: 'BREAKER_OPEN' }], breaker: { state: 'OPEN' } });
  expect(open.breaker.nextProbeAt).not.toBeNull();
  expect(await happen({ kind: 'BREAKER', state: 'PROBING' })).toMatchObject({ status: 'DEGRADED', breaker: { state: 'HALF_OPEN' } });
  // The process that had opened it is gone; another one gets an answer.
  expect(await happen({ kind: 'ANSWERED', status: 200, milliseconds: 5 })).toMatchObject({
    status: 'HEALTHY',
    breaker: { state: 'CLOSED' },
  });
  const changes = await ask(viewer, 'query ($id: ID!) { connection(id: $id) { healthChanges { nodes { before status } } } }', { id });
  expect(changes).toEqual({
    connection: {
      healthChanges: {
        nodes: [
          { before: 'DEGRADED', status: 'HEALTHY' },
          { before: 'HEALTHY', status: 'DEGRADED' },
          { before: 'UNKNOWN', status: 'HEALTHY' },
        ],
      },
    },
  });
});

test('what was asked of a vendor that fails and limits is counted: requests, failures, repeats, refusals', async () => {
  const viewer = await c.t.newTenant();
  const connect =
    'mutation ($input: ConnectVendorInput!) { connectVendor(input: $input) { ... on ConnectionStarted { connection { id } sync { id } } } }';
  const input = { vendor: 'NETSUITE', address: `${sandbox.url}/${ACCESS.NETSUITE.path}/`, secret: ACCESS.NETSUITE.secret };
  const { connectVendor } = await ask<{ connectVendor: { connection: { id: string }; sync: { id: string } } }>(viewer, connect, { input });
  expect(await c.finished(viewer, connectVendor.sync.id)).toMatchObject({ status: 'SUCCEEDED' });
  interface Vendor {
    kind: string;
    requests: number;
    failures: number;
    retries: number;
    limited: number;
  }
  const vendors = async (): Promise<Vendor[]> =>
    (await ask<{ mesh: { vendors: Vendor[] } }>(viewer, '{ mesh { vendors { kind requests failures retries limited waitedSeconds } } }'))
      .mesh.vendors;
  await eventually('the numbers are written', async () => (await vendors()).length > 0, 30_000);
  const [netsuite] = await vendors();
  expect(netsuite).toMatchObject({ kind: 'NETSUITE' });
  expect(netsuite?.requests).toBeGreaterThan(netsuite?.retries ?? Infinity);
  expect(netsuite?.retries).toBe((netsuite?.failures ?? 0) + (netsuite?.limited ?? 0));
  expect(netsuite?.limited).toBeGreaterThan(0);
  expect(netsuite?.failures).toBeGreaterThan(0);
});
