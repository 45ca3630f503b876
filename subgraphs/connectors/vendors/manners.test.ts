import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../../sandbox/company/calendar.ts';
import { type Company, companyAsOf } from '../../../sandbox/company/company.ts';
import { ACCESS, RESTRICTED_STRIPE_KEY, vendorsOfCompany } from '../../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/http/server.ts';
import { loadConfig } from '../../kernel/config/config.ts';
import { createWorkerPool } from '../../kernel/worker/worker-pool.ts';
import type { FoundObject, SourceRef } from '../kit/connector.ts';
import { createKit } from '../kit/kit.ts';
import { vendorConnector } from './vendor-connector.ts';
import { VENDORS, type VendorKind } from './vendors.ts';

/** What vendors are particular about: how they are logged in to, what a key may not see, and how far one answer goes. */

/** More than one search of HubSpot gives. */
const MANY = 10_450;
const kit = createKit({ topology: 'embedded', config: loadConfig({}), workers: createWorkerPool() });
const options = { signal: new AbortController().signal };
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }); // prettier-ignore
let sandbox: Sandbox;
let company: Company;

beforeAll(async () => {
  const made = companyAsOf(new Date());
  const [like] = made.contacts;
  if (like === undefined) throw new Error('nobody is there');
  // All of them on one day: an import.
  const imported = Array.from({ length: MANY }, (_, n) => ({ ...like, index: 10_000 + n, since: addDays(made.today, -1), email: `import${n}@example.com` })); // prettier-ignore
  company = { ...made, contacts: [...made.contacts, ...imported] };
  sandbox = await startSandbox({ vendors: vendorsOfCompany(company), port: 0 });
});
afterAll(() => sandbox.close());

const connectorOf = (kind: VendorKind): ReturnType<typeof vendorConnector> => vendorConnector(kit, kind, VENDORS[kind].vendor);
const sourceOf = (kind: VendorKind, secret: string, settings: object | null = null): SourceRef => ({ location: `${sandbox.url}/${ACCESS[kind].path}`, secret, settings }); // prettier-ignore
const found = (kind: VendorKind, secret: string, settings: object): Promise<FoundObject[]> =>
  connectorOf(kind).discover(sourceOf(kind, secret, settings), options);
const names = (objects: readonly FoundObject[]): string[] => objects.map(({ path }) => path);

test('Salesforce is opened by a refresh token and by a signed assertion, and by no other', async () => {
  const objects = { objects: 'User' };
  const refresh = JSON.stringify({ refresh_token: 'halyard-refresh', client_secret: 'halyard-client-secret' });
  expect(names(await found('SALESFORCE', refresh, { ...objects, client_id: 'halyard-client' }))).toEqual(['User']);
  const key = JSON.stringify({ private_key: privateKey });
  expect(names(await found('SALESFORCE', key, { ...objects, client_id: 'halyard-client', username: 'ops@halyard.example' }))).toEqual(['User']); // prettier-ignore
  for (const secret of [refresh.replace('halyard-refresh', 'other'), key])
    await expect(found('SALESFORCE', secret, { ...objects, client_id: 'somebody' })).rejects.toMatchObject({ code: 'VENDOR_SECRET_REFUSED' }); // prettier-ignore
});

test('NetSuite is opened by a certificate, and tells no more than the objects chosen', async () => {
  const secret = JSON.stringify({ private_key: privateKey });
  const settings = { client_id: 'halyard-integration', certificate_id: 'c1', objects: 'vendor, department' };
  expect(names(await found('NETSUITE', secret, settings))).toEqual(['vendor', 'department']);
});

test('a restricted key of Stripe costs what it may not see, and nothing else', async () => {
  const objects = await found('STRIPE', RESTRICTED_STRIPE_KEY, { objects: 'customers, refunds, disputes, coupons' });
  expect(Object.fromEntries(objects.map(({ path, found: { kind } }) => [path, kind]))).toEqual({ customers: 'TABLE', coupons: 'TABLE', refunds: 'SKIPPED', disputes: 'SKIPPED' }); // prettier-ignore
});

test('invoices, lines and subscriptions of Stripe are the same in a later version of the API', async () => {
  const connector = connectorOf('STRIPE');
  const source = sourceOf('STRIPE', ACCESS.STRIPE.secret, { objects: 'subscriptions, invoices, invoice_line_items' });
  const read = async (): Promise<Record<string, unknown[]>> => {
    const rows: Record<string, unknown[]> = {};
    for (const { path, found: table } of await connector.discover(source, options)) {
      if (table.kind !== 'TABLE') continue;
      const asked = { path, plan: table.plan, key: ['id'], from: null, since: null, screening: null };
      for await (const page of connector.pages(source, asked, options)) (rows[path] ??= []).push(...page.records.map(({ data }) => shown(path, data))); // prettier-ignore
    }
    return rows;
  };
  const before = await read();
  sandbox.controls.useVersion('stripe', '2025-03-31.basil');
  const after = await read();
  sandbox.controls.useVersion('stripe', '2024-06-20');
  expect(before['invoices']).toHaveLength(company.invoices.length);
  for (const path of Object.keys(before)) expect(after[path]?.slice(0, 300), path).toEqual(before[path]?.slice(0, 300));
});

/** What a record says that is not about the version: its prorations are told elsewhere. */
function shown(path: string, data: string): Record<string, unknown> {
  const { id, subscription, tax, total, price, product, amount, mrr, current_period_end: end, customer } = JSON.parse(data) as Record<string, unknown>; // prettier-ignore
  return { path, id, subscription, tax, total, price, product, amount, mrr, end, customer };
}

test('more changes in one moment than a search of HubSpot gives are all read, once', async () => {
  const connector = connectorOf('HUBSPOT');
  const source = sourceOf('HUBSPOT', ACCESS.HUBSPOT.secret, { objects: 'contacts' });
  const [table] = await connector.discover(source, options);
  if (table?.found.kind !== 'TABLE') throw new Error('there are no contacts');
  const since = addDays(company.today, -3).toISOString();
  const keys: string[] = [];
  const asked = { path: 'contacts', plan: table.found.plan, key: ['id'], from: null, since, screening: null };
  for await (const page of connector.pages(source, asked, options)) keys.push(...page.records.map(({ key }) => key ?? ''));
  expect(new Set(keys).size).toBeGreaterThanOrEqual(MANY);
  expect(keys.length).toBe(new Set(keys).size);
});
