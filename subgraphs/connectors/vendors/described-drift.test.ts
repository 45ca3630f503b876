import { afterAll, beforeEach, expect, test } from 'vitest';
import { companyAsOf } from '../../../sandbox/company/company.ts';
import type { Drift } from '../../../sandbox/drift/drift.ts';
import { ACCESS, vendorsOfCompany } from '../../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/http/server.ts';
import { loadConfig } from '../../kernel/config/config.ts';
import { createWorkerPool } from '../../kernel/worker/worker-pool.ts';
import { createKit } from '../kit/kit.ts';
import { vendorConnector } from './vendor-connector.ts';
import { VENDORS, type VendorKind } from './vendors.ts';

/** Where a vendor describes its fields, what it describes changes with what it serves, and is read as it is then. */

const kit = createKit({ topology: 'embedded', config: loadConfig({}), workers: createWorkerPool() });
const options = { signal: new AbortController().signal };
const sandbox: Promise<Sandbox> = startSandbox({ vendors: vendorsOfCompany(companyAsOf(new Date())), port: 0 });
beforeEach(async () => {
  for (const vendor of ['salesforce', 'netsuite', 'hubspot']) (await sandbox).controls.undrift(vendor);
});
afterAll(async () => (await sandbox).close());

interface Seen {
  columns: Record<string, string>;
  rows: Record<string, unknown>[];
}

async function seen(kind: VendorKind, path: string): Promise<Seen> {
  const source = { location: `${(await sandbox).url}/${ACCESS[kind].path}`, secret: ACCESS[kind].secret, settings: { objects: path } };
  const connector = vendorConnector(kit, kind, VENDORS[kind].vendor);
  const [table] = await connector.discover(source, options);
  if (table?.found.kind !== 'TABLE') throw new Error(`there is no ${path}`);
  const rows: Record<string, unknown>[] = [];
  const asked = { path, plan: table.found.plan, key: table.found.primaryKey?.columns ?? null, from: null, since: null, screening: null };
  for await (const page of connector.pages(source, asked, options))
    for (const { data } of page.records) rows.push(JSON.parse(data) as Record<string, unknown>);
  return { columns: Object.fromEntries(table.found.columns.map(({ name, type }) => [name, type])), rows };
}

const CASES = [
  ['SALESFORCE', 'Opportunity', { renamed: ['Amount', 'Deal_Value'], dropped: 'NextStep' }],
  ['NETSUITE', 'customer', { renamed: ['companyName', 'legalName'], dropped: 'email' }],
  ['HUBSPOT', 'contacts', { renamed: ['jobtitle', 'role'], dropped: 'phone' }],
] as const;
const columnOf = (kind: VendorKind, field: string): string => (kind === 'NETSUITE' ? field.replaceAll(/([a-z])([A-Z])/gu, '$1_$2').toLowerCase() : field); // prettier-ignore

test.each(CASES)('%s: %s is renamed, loses a field and gains one', async (kind, path, { renamed: [was, is], dropped }) => {
  const before = await seen(kind, path);
  const drifts: Drift[] = [
    { object: path, field: was, op: 'RENAME', to: is },
    { object: path, field: dropped, op: 'DROP' },
    { object: path, field: 'tier', op: 'ADD', value: 'gold' },
  ];
  (await sandbox).controls.drift(ACCESS[kind].path, drifts);
  const after = await seen(kind, path);
  const [old, now] = [columnOf(kind, was), columnOf(kind, is)];
  expect(Object.keys(after.columns)).toEqual(expect.arrayContaining([now, 'tier']));
  expect(Object.keys(after.columns)).not.toEqual(expect.arrayContaining([old]));
  expect(Object.keys(after.columns)).not.toContain(columnOf(kind, dropped));
  expect(after.rows.map((row) => row[now])).toEqual(before.rows.map((row) => row[old]));
  expect(new Set(after.rows.map((row) => row['tier']))).toEqual(new Set(['gold']));
});

test('a field that becomes another type is described as such', async () => {
  (await sandbox).controls.drift('salesforce', [{ object: 'Account', field: 'NumberOfEmployees', op: 'RETYPE', as: 'TEXT' }]);
  expect((await seen('SALESFORCE', 'Account')).columns['NumberOfEmployees']).toBe('TEXT');
});
