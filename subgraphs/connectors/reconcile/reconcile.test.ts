import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyAsOf } from '../../../sandbox/company/company.ts';
import { ACCESS, vendorsOfCompany } from '../../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/http/server.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type ConnectorsTest, SHOP, startConnectorsTest } from '../connectors.testkit.ts';

let c: ConnectorsTest;
let sandbox: Sandbox;
beforeAll(async () => {
  c = await startConnectorsTest();
  sandbox = await startSandbox({ vendors: vendorsOfCompany(companyAsOf(new Date())), port: 0 });
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

interface Compared {
  name: string;
  status: string;
  rowCount: number;
  reconciliation: {
    method: string;
    sourceRecords: number;
    landedRecords: number;
    missing: number;
    surplus: number;
    complete: boolean;
  } | null;
}

/** Every table of a connection, compared. */
async function compare(viewer: UserViewer, id: string): Promise<Compared[]> {
  await ask(viewer, 'mutation ($id: ID!) { reconcileConnection(id: $id) { run { id } } }', { id });
  await c.t.settled();
  const { connection } = await ask<{ connection: { objects: { nodes: Compared[] } } }>(
    viewer,
    `query ($id: ID!) { connection(id: $id) { objects { nodes { name status rowCount
      reconciliation { at method sourceRecords landedRecords quarantinedRecords missing surplus complete finding } } } } }`,
    { id },
  );
  return connection.objects.nodes.filter(({ status }) => status === 'READY');
}

test.each(['SALESFORCE', 'STRIPE', 'ZENDESK', 'NETSUITE'] as const)('all that %s holds is found to be here', async (vendor) => {
  const viewer = await c.t.newTenant();
  const connect =
    'mutation ($input: ConnectVendorInput!) { connectVendor(input: $input) { ... on ConnectionStarted { connection { id } sync { id } } } }';
  const { path, secret } = ACCESS[vendor];
  const { connectVendor } = await ask<{ connectVendor: { connection: { id: string }; sync: { id: string } } }>(viewer, connect, {
    input: { vendor, address: `${sandbox.url}/${path}/`, secret },
  });
  expect(await c.finished(viewer, connectVendor.sync.id)).toMatchObject({ status: 'SUCCEEDED' });
  const tables = await compare(viewer, connectVendor.connection.id);
  expect(tables.length).toBeGreaterThan(1);
  const told = tables.map(({ name, reconciliation }) => [name, reconciliation?.complete, reconciliation?.missing, reconciliation?.surplus]);
  expect(told).toEqual(tables.map(({ name }) => [name, true, 0, 0]));
  for (const { rowCount, reconciliation } of tables) expect(reconciliation?.landedRecords).toBe(rowCount);
});

test('files with and without a key are read through once more, and nothing of that is kept', async () => {
  const viewer = await c.t.newTenant();
  const folder = await c.folderWith({ ...SHOP, 'notes.csv': 'when,what\n1/2/2020,same\n1/2/2020,same\n1/3/2020,other\n' });
  const { connection, sync } = await c.connect(viewer, { folder });
  await c.finished(viewer, sync.id);
  const tables = await compare(viewer, connection.id);
  expect(
    Object.fromEntries(tables.map(({ name, reconciliation }) => [name, [reconciliation?.sourceRecords, reconciliation?.complete]])),
  ).toEqual({
    customers: [3, true],
    notes: [3, true],
    orders: [2500, true],
  });
});
