import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../../sandbox/company/calendar.ts';
import { companyAsOf } from '../../../sandbox/company/company.ts';
import { type LiveCompany, liveCompany } from '../../../sandbox/company/live-company.ts';
import { ACCESS, vendorsOfCompany } from '../../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/http/server.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type Connected, type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';
import { EXPECTED } from './expected-records.testkit.ts';
import type { VendorKind } from './vendors.ts';

const DAYS = 20;
let c: ConnectorsTest;
let live: LiveCompany;
let sandbox: Sandbox;
beforeAll(async () => {
  c = await startConnectorsTest();
  live = liveCompany(companyAsOf(addDays(new Date(), -DAYS - 2)));
  sandbox = await startSandbox({ vendors: vendorsOfCompany(live), port: 0, growth: live });
});
afterAll(async () => {
  await sandbox.close();
  await c[Symbol.asyncDispose]();
});

const CONNECT = `mutation ($input: SourceInput!) { it: connectSource(input: $input) {
  ... on ConnectionStarted { connection { id } sync { id } } ... on InputRefused { problems { code field message } } } }`;
const OBJECTS = { SALESFORCE: 'Account, Contact, Opportunity', STRIPE: 'customers, subscriptions, invoices', ZENDESK: 'tickets, organizations', HUBSPOT: 'companies, contacts, deals', NETSUITE: 'transactionline' } as const; // prettier-ignore
type Kind = keyof typeof OBJECTS;

async function connect(viewer: UserViewer, kind: Kind): Promise<Connected> {
  const values = [
    { name: 'address', value: `${sandbox.url}/${ACCESS[kind].path}` },
    { name: 'secret', value: ACCESS[kind].secret },
    { name: 'objects', value: OBJECTS[kind] },
  ];
  const { data, errors } = await c.t.graph('connectors', CONNECT, { input: { kind, values } }, viewer);
  expect(errors).toBeUndefined();
  return (data as { it: Connected }).it;
}

/** Records of each object of a connection by the vendor's name of it. */
async function countsOf(viewer: UserViewer, id: string): Promise<Record<string, number>> {
  const query = 'query ($id: ID!) { connection(id: $id) { objects(first: 50) { nodes { path rowCount } } } }';
  const { data } = await c.t.graph('connectors', query, { id }, viewer);
  const { connection } = data as { connection: { objects: { nodes: { path: string; rowCount: number }[] } } };
  return Object.fromEntries(connection.objects.nodes.map(({ path, rowCount }) => [path, rowCount]));
}

/** How a connection was read last. */
async function modeOf(viewer: UserViewer, id: string): Promise<string> {
  const { data } = await c.t.graph('connectors', 'query ($id: ID!) { connection(id: $id) { latestSync { mode } } }', { id }, viewer);
  return (data as { connection: { latestSync: { mode: string } } }).connection.latestSync.mode;
}

const expectedOf = (kind: VendorKind): Record<string, number> => {
  const gone = live.now.removed.filter((one) => one.kind === 'account').length;
  const all = EXPECTED[kind](live.now);
  return kind === 'SALESFORCE' ? { ...all, Account: (all['Account'] ?? 0) - gone } : all;
};

test('what a sync lands of a company that grew is what there is then, deletions too', { timeout: 180_000 }, async () => {
  const viewer = await c.t.newTenant();
  const kinds = Object.keys(OBJECTS) as Kind[];
  const connections = new Map<Kind, string>();
  for (const kind of kinds) {
    const { connection, sync } = await connect(viewer, kind);
    expect((await c.finished(viewer, sync.id)).status).toBe('SUCCEEDED');
    connections.set(kind, connection.id);
  }
  sandbox.controls.advance(DAYS);
  for (const [kind, id] of connections) {
    const again = await c.resync(viewer, id);
    expect(again, kind).toMatchObject({ status: 'SUCCEEDED' });
    expect(again.recordsLanded, kind).toBeGreaterThan(0);
    expect({ kind, mode: await modeOf(viewer, id) }).toEqual({ kind, mode: 'INCREMENTAL' });
    const counts = await countsOf(viewer, id);
    const expected = expectedOf(kind);
    expect({ kind, ...counts }).toEqual({ kind, ...Object.fromEntries(Object.keys(counts).map((path) => [path, expected[path]])) });
  }
});
