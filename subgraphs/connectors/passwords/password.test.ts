import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyAsOf } from '../../../sandbox/company/company.ts';
import { ACCESS, vendorsOfCompany } from '../../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/http/server.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';

let c: ConnectorsTest;
let sandbox: Sandbox;
beforeAll(async () => {
  c = await startConnectorsTest();
  sandbox = await startSandbox({ vendors: vendorsOfCompany(companyAsOf(new Date())), port: 0, limitEvery: 25, retryAfter: 0.02 });
});
afterAll(async () => {
  await sandbox.close();
  await c[Symbol.asyncDispose]();
});

const CHANGE = `mutation ($id: ID!, $password: String!) { changeConnectionPassword(id: $id, password: $password) { __typename
  ... on ConnectionPasswordChanged { connection { id } } ... on InputRefused { problems { code field message } } } }`;

interface Changed {
  __typename: string;
  problems?: { code: string; field: string; message: string }[];
}

async function change(viewer: UserViewer, id: string, password: string): Promise<Changed> {
  const { data, errors } = await c.t.graph('connectors', CHANGE, { id, password }, viewer);
  if (data == null) throw new Error(String(errors?.[0]?.extensions['code']));
  return (data as { changeConnectionPassword: Changed }).changeConnectionPassword;
}

async function connectStripe(viewer: UserViewer): Promise<string> {
  const input = { vendor: 'STRIPE', address: `${sandbox.url}/${ACCESS.STRIPE.path}/`, secret: ACCESS.STRIPE.secret };
  const query = `mutation ($input: ConnectVendorInput!) { connectVendor(input: $input) { ... on ConnectionStarted { connection { id } sync { id } } } }`;
  const { data } = await c.t.graph('connectors', query, { input }, viewer);
  const { connection, sync } = (data as { connectVendor: { connection: { id: string }; sync: { id: string } } }).connectVendor;
  await c.finished(viewer, sync.id);
  return connection.id;
}

const sealedOf = (viewer: UserViewer, id: string): Promise<unknown> =>
  c.t.system.database.unitOfWork(viewer.tenantId, async (unit) => {
    const { rows } = await sql<{ secret: string }>`select secret from connection where id = ${id}::uuid`.execute(unit.sql);
    return rows[0]?.secret;
  });

test('a password that the source takes replaces the old one, one that it refuses does not, and neither is shown', async () => {
  const viewer = await c.t.newTenant();
  const id = await connectStripe(viewer);
  const before = await sealedOf(viewer, id);
  const refused = await change(viewer, id, 'a-wrong-secret');
  expect(refused.problems).toMatchObject([{ code: 'VENDOR_SECRET_REFUSED', field: 'password' }]);
  expect(JSON.stringify(refused)).not.toContain('a-wrong-secret');
  expect(await sealedOf(viewer, id)).toBe(before);
  expect(await change(viewer, id, ACCESS.STRIPE.secret)).toMatchObject({ __typename: 'ConnectionPasswordChanged' });
  expect(await sealedOf(viewer, id)).not.toBe(before);
  expect(JSON.stringify(await sealedOf(viewer, id))).not.toContain(ACCESS.STRIPE.secret);
  expect(await c.resync(viewer, id)).toMatchObject({ status: 'SUCCEEDED' });
  expect((await change(viewer, id, '')).problems).toMatchObject([{ code: 'CONNECTION_PASSWORD_INVALID' }]);
});

test('a connection of another tenant is not there', async () => {
  const id = await connectStripe(await c.t.newTenant());
  const stranger = await c.t.newTenant();
  for (const other of [id, randomUUID(), 'no id'])
    await expect(change(stranger, other, ACCESS.STRIPE.secret)).rejects.toThrow('CONNECTION_NOT_FOUND');
  await expect(change({ ...stranger, role: 'ANALYST' }, id, 'x')).rejects.toThrow('FORBIDDEN');
});
