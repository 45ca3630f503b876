import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Company, companyAsOf } from '../../../sandbox/company/company.ts';
import { ACCESS, vendorsOfCompany } from '../../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/http/server.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type Connected, type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';
import type { VendorKind } from './vendors.ts';

const SOME_INVOICES = 800;
let c: ConnectorsTest;
let sandbox: Sandbox;
let company: Company;
beforeAll(async () => {
  c = await startConnectorsTest();
  const whole = companyAsOf(new Date());
  // A year less of bills: everything is read here, and some hundred of them show the same.
  company = { ...whole, invoices: whole.invoices.slice(0, SOME_INVOICES) };
  sandbox = await startSandbox({ vendors: vendorsOfCompany(company), port: 0, limitEvery: 25, retryAfter: 0.02 });
});
afterAll(async () => {
  await sandbox.close();
  await c[Symbol.asyncDispose]();
});

const CONNECT = `mutation ($input: ConnectVendorInput!) { it: connectVendor(input: $input) {
  ... on ConnectionStarted { connection { id name kind location } sync { id } } ... on InputRefused { problems { code field message } } } }`;

interface ConnectedVendor extends Connected {
  connection: Connected['connection'] & { name: string; kind: string; location: string };
}

async function connect(viewer: UserViewer, vendor: VendorKind, more: Record<string, unknown> = {}): Promise<ConnectedVendor> {
  const input = { vendor, address: `${sandbox.url}/${ACCESS[vendor].path}/`, secret: ACCESS[vendor].secret, ...more };
  const { data, errors } = await c.t.graph('connectors', CONNECT, { input }, viewer);
  expect(errors).toBeUndefined();
  return (data as { it: ConnectedVendor }).it;
}

test('a vendor is connected by address and key, lands whole, and tells the key to nobody', async () => {
  const viewer = await c.t.newTenant();
  const { connection, sync } = await connect(viewer, 'STRIPE');
  expect(connection).toMatchObject({ name: 'Stripe', kind: 'STRIPE', location: `${sandbox.url}/stripe` });
  expect(await c.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED' });
  const objects = await c.objectsOf(viewer, connection.id);
  expect(objects['invoice']).toMatchObject({ status: 'READY', rowCount: company.invoices.length, quarantinedCount: 0 });
  expect(objects['subscription']?.rowCount).toBe(company.subscriptions.length);
  expect(objects['invoice']?.schema?.foreignKeys.map(({ target }) => target.name).toSorted()).toEqual(['customer', 'subscription']);
  expect(JSON.stringify([objects, c.events])).not.toContain(ACCESS.STRIPE.secret);
});

test('reading an incremental vendor again brings nothing twice and takes nothing for removed', async () => {
  const viewer = await c.t.newTenant();
  const { connection, sync } = await connect(viewer, 'SALESFORCE');
  const first = await c.finished(viewer, sync.id);
  const read =
    company.accounts.length + company.contacts.length + company.opportunities.length + company.people.length + company.health.length;
  expect(first.status).toBe('SUCCEEDED');
  expect(first.recordsLanded).toBeGreaterThan(read);
  expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 0, recordsRemoved: 0 });
  expect((await c.objectsOf(viewer, connection.id))['Opportunity']?.rowCount).toBe(company.opportunities.length);
});

test('what is wrong is told at its field, and nothing is connected', async () => {
  const viewer = await c.t.newTenant();
  const problemOf = async (more: Record<string, unknown>): Promise<string> => {
    const [problem] = (await connect(viewer, 'ZENDESK', more)).problems ?? [];
    return `${problem?.field}: ${problem?.code}`;
  };
  expect(await problemOf({ secret: 'ops@halyard.example/token:wrong' })).toBe('secret: VENDOR_SECRET_REFUSED');
  expect(await problemOf({ secret: ' ' })).toBe('secret: VENDOR_SECRET_MISSING');
  for (const address of ['zendesk', 'ftp://example.com', 'https://me:pw@example.com', 'https://example.com/?key=1'])
    expect(await problemOf({ address })).toBe('address: VENDOR_ADDRESS_INVALID');
  expect(await problemOf({ address: 'http://127.0.0.1:9' })).toBe('address: VENDOR_UNREACHABLE');
  expect(await problemOf({ address: `${sandbox.url}/netsuite` })).toMatch(/VENDOR_(?:SECRET_REFUSED|REPLY_UNKNOWN)$/u);
  const { data } = await c.t.graph('connectors', '{ connections { totalCount } }', {}, viewer);
  expect(data).toEqual({ connections: { totalCount: 0 } });
});

test('an address is connected once, unless it is given another name', async () => {
  const viewer = await c.t.newTenant();
  await connect(viewer, 'NETSUITE');
  expect((await connect(viewer, 'NETSUITE')).problems).toMatchObject([{ code: 'ALREADY_CONNECTED', field: 'address' }]);
  expect((await connect(viewer, 'NETSUITE', { name: 'Books of the subsidiary' })).connection.name).toBe('Books of the subsidiary');
});
