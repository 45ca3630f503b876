import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyAsOf } from '../../sandbox/company/company.ts';
import type { Drift } from '../../sandbox/drift/drift.ts';
import { ACCESS, vendorsOfCompany } from '../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../sandbox/http/server.ts';
import type { UserViewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import { type DriftTest, startDriftTest } from './drift.testkit.ts';

let d: DriftTest;
let sandbox: Sandbox;
beforeAll(async () => {
  d = await startDriftTest();
});
afterAll(() => d[Symbol.asyncDispose]());

const CONNECT = `mutation ($input: ConnectVendorInput!) { connectVendor(input: $input) {
  ... on ConnectionStarted { connection { id } } ... on InputRefused { problems { code message } } } }`;

async function connect(viewer: UserViewer, vendor: 'SALESFORCE' | 'STRIPE' | 'ZENDESK'): Promise<string> {
  const input = { vendor, address: `${sandbox.url}/${ACCESS[vendor].path}`, secret: ACCESS[vendor].secret };
  const { connectVendor } = await d.ask<{ connectVendor: { connection: { id: string } } }>(viewer, 'connectors', CONNECT, { input });
  await d.publish(viewer, connectVendor.connection.id);
  return connectVendor.connection.id;
}

async function drift(vendor: string, drifts: Drift[]): Promise<void> {
  const reply = await fetch(`${sandbox.url}/_control/drift`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ vendor, drifts }),
  });
  expect(reply.status, await reply.text()).toBe(200);
}

interface Objects {
  connection: { objects: { nodes: { name: string; rowCount: number; quarantinedCount: number; sample: Record<string, unknown>[] }[] } };
}
const OBJECTS = 'query ($id: ID!) { connection(id: $id) { objects { nodes { name rowCount quarantinedCount sample(first: 50) } } } }';

/** One table of a connection. */
async function object(viewer: UserViewer, id: string, name: string): Promise<Objects['connection']['objects']['nodes'][number]> {
  const { connection } = await d.ask<Objects>(viewer, 'connectors', OBJECTS, { id });
  const found = connection.objects.nodes.find((one) => one.name === name);
  if (found === undefined) throw new Error(`there is no ${name}`);
  return found;
}

test.each([
  {
    vendor: 'SALESFORCE',
    table: 'Opportunity',
    column: 'StageName',
    change: { op: 'RENAME', object: 'Opportunity', field: 'StageName', to: 'Deal_Stage__c' },
    kind: 'RENAMED',
  },
  {
    vendor: 'ZENDESK',
    table: 'ticket',
    column: 'priority',
    change: { op: 'NEST', object: 'ticket', field: 'priority', under: 'urgency' },
    kind: 'MOVED',
  },
] as const)(
  '$vendor: $column of $table heals by itself',
  async ({ vendor, table, column, change, kind }) => {
    const company = companyAsOf(new Date());
    sandbox = await startSandbox({ vendors: vendorsOfCompany(company), port: 0, limitEvery: 400, retryAfter: 0.02 });
    try {
      const viewer = await d.t.newTenant();
      const id = await connect(viewer, vendor);
      const before = await object(viewer, id, table);
      const mapped = await d.proposals(viewer, id);
      await drift(ACCESS[vendor].path, [change]);
      await d.sync(viewer, id);
      expect((await d.drifts(viewer, id)).filter(({ status }) => status !== 'PASSED')).toMatchObject([
        { kind, status: 'REPAIRED', field: column },
      ]);
      expect(await d.repairs(viewer, id)).toMatchObject([{ status: 'APPLIED', automatic: true, changes: [{ column }] }]);
      const after = await object(viewer, id, table);
      expect(after).toMatchObject({ rowCount: before.rowCount, quarantinedCount: 0 });
      expect(after.sample.map((record) => record[column])).toEqual(before.sample.map((record) => record[column]));
      expect(await d.proposals(viewer, id)).toBe(mapped);
    } finally {
      await sandbox.close();
    }
  },
  120_000,
);
