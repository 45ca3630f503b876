import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../sandbox/http/server.ts';
import { bigqueryVendor } from '../../../../sandbox/planes/warehouse/bigquery.ts';
import { snowflakeVendor } from '../../../../sandbox/planes/warehouse/snowflake.ts';
import { type WarehouseTable, orderRow, warehouseTables } from '../../../../sandbox/planes/warehouse/tables.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { type Connected, type ConnectorsTest, type SourceObjectView, startConnectorsTest } from '../../connectors.testkit.ts';
import { type PlanesTest, planesTest } from '../planes.testkit.ts';

const ORDERS = 2_350;
const pair = (): { publicKey: string; privateKey: string } =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }); // prettier-ignore
const { publicKey, privateKey } = pair();
const EMAIL = 'reader@project.iam.gserviceaccount.example';

let c: ConnectorsTest;
let p: PlanesTest;
let sandbox: Sandbox;
let tables: WarehouseTable[];
beforeAll(async () => {
  c = await startConnectorsTest();
  p = planesTest(c);
  tables = warehouseTables(ORDERS);
  const vendors = [
    snowflakeVendor({ account: 'myorg-acme', user: 'reader', publicKey, database: 'DB', tables, partitionRows: 1_500, slow: 1 }),
    bigqueryVendor({ project: 'acme-data', email: EMAIL, publicKey, tables, slow: 1 }),
  ];
  sandbox = await startSandbox({ vendors, port: 0, limitEvery: 9, retryAfter: 0.02 });
});
afterAll(async () => {
  await sandbox.close();
  await c[Symbol.asyncDispose]();
});

const CONNECT = `mutation ($input: SourceInput!) { it: connectSource(input: $input) {
  ... on ConnectionStarted { connection { id kind location plane { id } } sync { id } } ... on InputRefused { problems { code field message } } } }`;
type Started = Connected & { connection: { location: string } };
const settings = (values: Record<string, string>): { name: string; value: string }[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));
const keyFile = (key = privateKey): string => JSON.stringify({ type: 'service_account', client_email: EMAIL, private_key: key, private_key_id: 'k1', token_uri: `${sandbox.url}/bigquery/token` }); // prettier-ignore

const KINDS = {
  SNOWFLAKE: {
    plane: (secret: string) => ({ kind: 'SNOWFLAKE', address: `${sandbox.url}/snowflake`, secret, settings: settings({ account: 'myorg-acme', user: 'reader', database: 'DB' }) }),
    secret: (key: string) => key,
    gone: 'EVENTS',
  },
  BIGQUERY: {
    plane: (secret: string) => ({ kind: 'BIGQUERY', address: `${sandbox.url}/bigquery`, secret, settings: settings({ project: 'acme-data' }) }),
    secret: (key: string) => keyFile(key),
    gone: 'EVENTS',
  },
} as const; // prettier-ignore

async function connect(viewer: UserViewer, kind: keyof typeof KINDS, key: string): Promise<Started> {
  const { plane, secret } = KINDS[kind];
  const made = await p.create(viewer, plane(secret(key)));
  const input = { kind, values: [], planeId: made.id };
  return (await p.ask<{ it: Started }>(viewer, CONNECT, { input })).it;
}
const named = (objects: Record<string, SourceObjectView>, name: string): SourceObjectView => {
  const found = objects[name];
  if (found === undefined) throw new Error(`there is no ${name} among ${Object.keys(objects).join()}`);
  return found;
};

describe.each(['SNOWFLAKE', 'BIGQUERY'] as const)('%s', (kind) => {
  test('its tables land through the plane: keys, types, names that need quoting, all pages', async () => {
    const viewer = await c.t.newTenant();
    await p.policy(viewer, { allowedKinds: [kind], directAllowed: false });
    const { connection, sync } = await connect(viewer, kind, privateKey);
    expect(await c.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: ORDERS + 97 + 40 });
    const objects = await c.objectsOf(viewer, connection.id);
    const orders = named(objects, 'ORDERS');
    expect(orders).toMatchObject({ status: 'READY', rowCount: ORDERS, quarantinedCount: 0 });
    expect(orders.schema?.primaryKey?.columns).toEqual(['ID']);
    expect(Object.fromEntries(orders.schema?.fields.map(({ name, type }) => [name, type]) ?? [])).toMatchObject({
      ID: 'INTEGER', CUSTOMER: 'TEXT', TOTAL: 'DECIMAL', RUSH: 'BOOLEAN', ORDERED_ON: 'DATE', UPDATED_AT: 'DATETIME', DETAILS: 'TEXT',
    }); // prettier-ignore
    expect(orders.sample[0]).toMatchObject({ ORDERED_ON: expect.stringMatching(/^2026-\d\d-\d\d$/u), UPDATED_AT: expect.stringMatching(/^2026-.*Z$/u), DETAILS: expect.stringContaining('web') }); // prettier-ignore
    expect(named(objects, 'Customers of "us"').schema?.fields.map(({ name }) => name)).toEqual(['Customer id', 'na"me', 'SINCE']);
    expect(named(objects, 'EVENTS')).toMatchObject({ rowCount: 40, schema: { primaryKey: null } });
    expect(JSON.stringify([connection, objects, c.events])).not.toContain('PRIVATE KEY');
  });

  test('afterwards only what has changed is read', async () => {
    const viewer = await c.t.newTenant();
    const { connection, sync } = await connect(viewer, kind, privateKey);
    expect((await c.finished(viewer, sync.id)).status).toBe('SUCCEEDED');
    const orders = tables[0] as WarehouseTable;
    const before = orders.rows;
    orders.rows = [...before.slice(1), orderRow(1, ORDERS + 10), orderRow(ORDERS + 1, ORDERS + 11)];
    try {
      expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 2, recordsRemoved: 0 });
      expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 0 });
    } finally {
      orders.rows = before;
    }
  });

  test('a key that was not registered is told as such, and what is no key too', async () => {
    const problems = async (key: string): Promise<string | undefined> =>
      (await connect(await c.t.newTenant(), kind, key)).problems?.[0]?.code;
    expect(await problems(pair().privateKey)).toBe('VENDOR_SECRET_REFUSED');
    expect(await problems('no key')).toBe('VENDOR_SECRET_UNREADABLE');
  });

  test('without a plane and without an address there is nothing to connect', async () => {
    const viewer = await c.t.newTenant();
    const { it } = await p.ask<{ it: Connected }>(viewer, CONNECT, { input: { kind, values: [] } });
    expect(it.problems?.[0]?.code).toBe('PLANE_OR_ADDRESS');
  });
});
