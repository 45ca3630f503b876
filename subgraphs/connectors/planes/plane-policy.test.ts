import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyAsOf } from '../../../sandbox/company/company.ts';
import { ACCESS, vendorsOfCompany } from '../../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/http/server.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type Connected, type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';
import { KONG_PLANE, NATS_PLANE, type PlanesTest, planesTest } from './planes.testkit.ts';

let c: ConnectorsTest;
let p: PlanesTest;
let sandbox: Sandbox;
beforeAll(async () => {
  c = await startConnectorsTest();
  p = planesTest(c);
  sandbox = await startSandbox({ vendors: vendorsOfCompany(companyAsOf(new Date())), port: 0, limitEvery: null });
});
afterAll(async () => {
  await sandbox.close();
  await c[Symbol.asyncDispose]();
});

const CONNECT = `mutation ($input: ConnectVendorInput!) { it: connectVendor(input: $input) {
  ... on ConnectionStarted { connection { id plane { id } } sync { id } } ... on InputRefused { problems { code field } } } }`;
const connect = async (viewer: UserViewer, name: string): Promise<Connected> => {
  const input = { vendor: 'METRONOME', address: `${sandbox.url}/metronome`, secret: ACCESS.METRONOME.secret, name };
  return (await p.ask<{ it: Connected }>(viewer, CONNECT, { input })).it;
};
const SYNC = 'query ($id: ID!) { syncRun(id: $id) { status problem { code todo } } }';

test('without a policy everything is allowed', async () => {
  const viewer = await c.t.newTenant();
  const { planePolicy } = await p.ask<{ planePolicy: { allowedKinds: string[] } }>(viewer, '{ planePolicy { allowedKinds directAllowed changedAt refusedConnections { id } } }'); // prettier-ignore
  expect(planePolicy).toMatchObject({ directAllowed: true, changedAt: null, refusedConnections: [] });
  expect(planePolicy.allowedKinds).toHaveLength(11);
});

test('where direct calls are forbidden nothing is connected directly, and what is there is read no more, with what to do', async () => {
  const viewer = await c.t.newTenant();
  const { connection, sync } = await connect(viewer, 'before');
  expect((await c.finished(viewer, sync.id)).status).toBe('SUCCEEDED');
  const asked = sandbox.requests().total;
  expect((await p.policy(viewer, { directAllowed: false })).refusedConnections).toEqual([{ id: connection.id }]);
  expect((await connect(viewer, 'after')).problems).toMatchObject([{ code: 'DIRECT_CALL_NOT_ALLOWED' }]);
  const again = await p.ask<{ syncConnection: { sync: { id: string } } }>(viewer, 'mutation ($id: ID!) { syncConnection(id: $id) { sync { id } } }', { id: connection.id }); // prettier-ignore
  expect((await c.finished(viewer, again.syncConnection.sync.id)).status).toBe('FAILED');
  const { syncRun } = await p.ask<{ syncRun: { problem: { code: string; todo: string } } }>(viewer, SYNC, { id: again.syncConnection.sync.id }); // prettier-ignore
  expect(syncRun.problem).toMatchObject({ code: 'DIRECT_CALL_NOT_ALLOWED', todo: expect.stringContaining('setPlanePolicy') });
  expect(sandbox.requests().total).toBe(asked);
  expect((await p.setPlane(viewer, connection.id, null)).problems).toMatchObject([{ code: 'DIRECT_CALL_NOT_ALLOWED', field: 'planeId' }]);
});

test('only planes of kinds that are allowed are gone through', async () => {
  const viewer = await c.t.newTenant();
  const { connection } = await connect(viewer, 'metered');
  const kong = await p.create(viewer, KONG_PLANE);
  await p.policy(viewer, { allowedKinds: ['APIGEE'], directAllowed: true });
  expect((await p.setPlane(viewer, connection.id, kong.id)).problems).toMatchObject([{ code: 'PLANE_NOT_ALLOWED' }]);
  await p.policy(viewer, { allowedKinds: ['KONG', 'APIGEE'], directAllowed: false });
  expect((await p.setPlane(viewer, connection.id, kong.id)).connection?.plane?.id).toBe(kong.id);
  expect((await p.policy(viewer, { allowedKinds: ['APIGEE'], directAllowed: true })).refusedConnections).toEqual([{ id: connection.id }]);
  expect((await p.setPlane(viewer, connection.id, randomUUID())).problems).toMatchObject([{ code: 'PLANE_NOT_FOUND' }]);
  const nats = await p.create(viewer, NATS_PLANE);
  await p.policy(viewer, { directAllowed: true });
  expect((await p.setPlane(viewer, connection.id, nats.id)).problems).toMatchObject([{ code: 'PLANE_DOES_NOT_CARRY' }]);
});

test('planes and the policy about them are changed by administrators only', async () => {
  const owner = await c.t.newTenant();
  const operator = { ...owner, role: 'OPERATOR' } as const;
  const create = 'mutation ($input: CreateFabricPlaneInput!) { createFabricPlane(input: $input) { __typename } }';
  const set = 'mutation ($input: PlanePolicyInput!) { setPlanePolicy(input: $input) { directAllowed } }';
  expect(await p.failure(operator, create, { input: NATS_PLANE })).toBe('FORBIDDEN');
  expect(await p.failure(operator, set, { input: { directAllowed: false } })).toBe('FORBIDDEN');
});
