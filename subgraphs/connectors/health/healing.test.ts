import { rename } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { Registry } from 'prom-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyAsOf } from '../../../sandbox/company/company.ts';
import { ACCESS, vendorsOfCompany } from '../../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/http/server.ts';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { keptEvents } from '../../kernel/events/recent-events.ts';
import type { System } from '../../kernel/system.ts';
import { sealSecret } from '../../kernel/vault/vault.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ConnectionRow } from '../connections/connection.entity.ts';
import { secretContext } from '../connections/source-of.ts';
import { type ConnectorsTest, SHOP, startConnectorsTest } from '../connectors.testkit.ts';
import { FolderService } from '../folders/folder.service.ts';
import { createKit } from '../kit/kit.ts';
import { createDefinitions } from '../kit/registry.ts';
import { secretKeeper } from '../kit/secret-keeper.ts';
import { SyncService } from '../syncs/sync.service.ts';
import { UploadService } from '../uploads/upload.service.ts';
import { createHealthMetrics } from './health.metrics.ts';
import { HealthService } from './health.service.ts';
import { healingChore } from './healing.ts';

const MINUTE_MS = 60_000;
let c: ConnectorsTest;
let sandbox: Sandbox;
/** The time by which the test heals; the product's own chores go by the real one, and find nothing due. */
let late = 0;
let heal: () => Promise<void>;
beforeAll(async () => {
  c = await startConnectorsTest();
  sandbox = await startSandbox({ vendors: vendorsOfCompany(companyAsOf(new Date())), port: 0 });
  const system: System = { ...c.t.system, clock: () => new Date(Date.now() + late) };
  const metrics = createHealthMetrics(new Registry());
  const kit = createKit(system, secretKeeper(system));
  const definitions = createDefinitions({ system, kit, folders: new FolderService(system), uploads: new UploadService(system) });
  const chore = healingChore({ system, health: new HealthService(system, metrics), syncs: new SyncService(system), definitions, metrics });
  heal = () => chore.run(new AbortController().signal);
});
afterAll(async () => {
  await sandbox.close();
  await c[Symbol.asyncDispose]();
});

interface Health {
  status: string;
  reasons: { code: string; todo: string }[];
  consecutiveFailures: number;
  healing: { attempts: number; nextAttemptAt: Date | null; waitsForPerson: boolean } | null;
}
interface Seen {
  health: Health;
  healthChanges: { nodes: { before: string; status: string; healed: boolean; reason: string }[] };
  syncs: { totalCount: number };
}

async function see(viewer: UserViewer, id: string): Promise<Seen> {
  const query = `query ($id: ID!) { connection(id: $id) { syncs { totalCount }
    health { status reasons { code todo } consecutiveFailures healing { attempts nextAttemptAt waitsForPerson } }
    healthChanges { nodes { before status healed reason } } } }`;
  const { data, errors } = await c.t.graph('connectors', query, { id }, viewer);
  expect(errors).toBeUndefined();
  return (data as { connection: Seen }).connection;
}

/** Whatever was under way is over and counted. */
const counted = (viewer: UserViewer, id: string, status: string): Promise<void> =>
  eventually(`it is ${status}`, async () => (await see(viewer, id)).health.status === status);

test('a source that is away is asked with growing pauses, and heals by itself when it is back, from where its sync stopped', async () => {
  const viewer = await c.t.newTenant();
  const folder = await c.folderWith(SHOP);
  const { connection, sync } = await c.connect(viewer, { folder });
  await c.finished(viewer, sync.id);
  await counted(viewer, connection.id, 'HEALTHY');
  await rename(folder, `${folder}-away`);
  await c.resync(viewer, connection.id);
  await counted(viewer, connection.id, 'FAILING');

  const pauses: number[] = [];
  for (let times = 1; times <= 4; times++) {
    const at = (await see(viewer, connection.id)).health.healing?.nextAttemptAt?.getTime() ?? 0;
    pauses.push(at - Date.now() - late);
    late = at - Date.now() + 1;
    await heal();
    expect((await see(viewer, connection.id)).health.healing?.attempts).toBe(times);
  }
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  expect(pauses.at(-1)).toBeGreaterThan(4 * (pauses[0] ?? 0));
  // It was asked, not synced: no run failed meanwhile.
  expect(await see(viewer, connection.id)).toMatchObject({
    syncs: { totalCount: 2 },
    health: { status: 'FAILING', consecutiveFailures: 1 },
  });

  await rename(`${folder}-away`, folder);
  late += 24 * 60 * MINUTE_MS;
  await heal();
  await counted(viewer, connection.id, 'HEALTHY');
  const healed = await see(viewer, connection.id);
  expect(healed).toMatchObject({ syncs: { totalCount: 2 }, health: { reasons: [], healing: null, consecutiveFailures: 0 } });
  expect(healed.healthChanges.nodes[0]).toMatchObject({ before: 'FAILING', status: 'HEALTHY', healed: true });
  expect(healed.healthChanges.nodes).toHaveLength(3);
  const selection = { tenantId: viewer.tenantId, topics: ['connectors.health-changed' as const], match: {}, except: {} };
  await eventually('both changes are told, each once', async () => {
    const { events } = await keptEvents(c.t.system.database, selection, { from: null, backwards: false, limit: 10 });
    return isDeepStrictEqual(
      events.map(({ payload }) => ('status' in payload ? payload.status : null)),
      ['FAILING', 'HEALTHY'],
    );
  });
});

test('credentials that are refused are never tried again by themselves; a person’s new ones are, at once', async () => {
  const viewer = await c.t.newTenant();
  const { secret, path } = ACCESS.NETSUITE;
  const connect = `mutation ($input: ConnectVendorInput!) { connectVendor(input: $input) { ... on ConnectionStarted { connection { id } sync { id } } } }`;
  const input = { vendor: 'NETSUITE', address: `${sandbox.url}/${path}/`, secret };
  const { data } = await c.t.graph('connectors', connect, { input }, viewer);
  const { connection, sync } = (data as { connectVendor: { connection: { id: string }; sync: { id: string } } }).connectVendor;
  await c.finished(viewer, sync.id);
  await counted(viewer, connection.id, 'HEALTHY');
  const { id } = connection;
  // At the vendor, the key was revoked meanwhile.
  await c.t.system.database.unitOfWork(viewer.tenantId, async ({ em }) => {
    const row = await em.findOneOrFail(ConnectionRow, { id });
    row.secret = sealSecret('a revoked token', c.t.system.secrets.vault, secretContext(row));
  });
  await c.resync(viewer, id);
  await counted(viewer, id, 'FAILING');
  const waiting = await see(viewer, id);
  expect(waiting.health).toMatchObject({
    reasons: [{ code: 'VENDOR_SECRET_REFUSED' }],
    healing: { attempts: 0, nextAttemptAt: null, waitsForPerson: true },
  });
  const asked = sandbox.requests().total;
  late += 7 * 24 * 60 * MINUTE_MS;
  await heal();
  expect((await see(viewer, id)).health.healing).toMatchObject({ attempts: 0, nextAttemptAt: null });
  expect(sandbox.requests().total).toBe(asked);

  const change = 'mutation ($id: ID!, $password: String!) { changeConnectionPassword(id: $id, password: $password) { __typename } }';
  expect(await c.t.graph('connectors', change, { id, password: secret }, viewer)).toMatchObject({
    data: { changeConnectionPassword: { __typename: 'ConnectionPasswordChanged' } },
  });
  expect((await see(viewer, id)).health.healing).toMatchObject({ waitsForPerson: false });
  await heal();
  await counted(viewer, id, 'HEALTHY');
});
