import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyAsOf } from '../../../../sandbox/company/company.ts';
import { ACCESS, vendorsOfCompany } from '../../../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../../../sandbox/http/server.ts';
import { startApigee } from '../../../../sandbox/planes/apigee.ts';
import { startKong } from '../../../../sandbox/planes/kong.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { type Connected, type ConnectorsTest, startConnectorsTest } from '../../connectors.testkit.ts';
import { type PlanesTest, planesTest } from '../planes.testkit.ts';

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

const upstream = (): string => new URL(sandbox.url).host;
const CONNECT = `mutation ($input: SourceInput!) { it: connectSource(input: $input) {
  ... on ConnectionStarted { connection { id plane { id } } sync { id } } ... on InputRefused { problems { code field message } } } }`;
type Problems = { code: string; field: string | null; message: string }[];

async function connect(
  viewer: UserViewer,
  planeId: string,
  secret: string = ACCESS.METRONOME.secret,
): Promise<Connected & { problems?: Problems }> {
  const values = [{ name: 'address', value: `${sandbox.url}/metronome` }, { name: 'secret', value: secret }]; // prettier-ignore
  const input = { kind: 'METRONOME', values, planeId };
  return (await p.ask<{ it: Connected & { problems?: Problems } }>(viewer, CONNECT, { input })).it;
}

const kongPlane = (url: string, settings: { name: string; value: string }[] = [], secret = 'consumer-key'): Record<string, unknown> => ({
  kind: 'KONG', address: url, secret, settings: [{ name: 'routes', value: `${upstream()}=/up` }, ...settings],
}); // prettier-ignore

test('a connection through Kong lands whole, and every request of it takes that way, with key and correlation id', async () => {
  const viewer = await c.t.newTenant();
  const kong = await startKong({ routes: { '/up': sandbox.url }, key: 'consumer-key', perMinute: null });
  try {
    const before = sandbox.requests().total;
    const plane = await p.create(viewer, kongPlane(kong.url));
    await p.policy(viewer, { allowedKinds: ['KONG'], directAllowed: false });
    const { connection, sync } = await connect(viewer, plane.id);
    expect(await c.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED' });
    expect(Object.keys(await c.objectsOf(viewer, connection.id)).length).toBeGreaterThan(0);
    expect(kong.counts()).toEqual({ passed: sandbox.requests().total - before, own: 0 });
    expect(kong.lastHeaders()).toMatchObject({ apikey: 'consumer-key', authorization: expect.stringContaining('Bearer'), 'kong-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/u) }); // prettier-ignore
  } finally {
    await kong.close();
  }
});

test('what the gateway refuses is told as the gateway’s, what the vendor refuses as the vendor’s', async () => {
  const viewer = await c.t.newTenant();
  const kong = await startKong({ routes: { '/up': sandbox.url, '/down': 'http://127.0.0.1:9' }, key: 'consumer-key', perMinute: null });
  try {
    const codeOf = async (name: string, plane: Record<string, unknown>, secret?: string): Promise<string | undefined> =>
      (await connect(viewer, (await p.create(viewer, { ...plane, name })).id, secret)).problems?.[0]?.code;
    expect(await codeOf('wrong key', kongPlane(kong.url, [], 'wrong'))).toBe('PLANE_SECRET_REFUSED');
    expect(await codeOf('wrong token', kongPlane(kong.url), 'wrong')).toBe('VENDOR_SECRET_REFUSED');
    const routes = (value: string): Record<string, unknown> => ({ ...kongPlane(kong.url), settings: [{ name: 'routes', value }] });
    expect(await codeOf('no such path', routes(`${upstream()}=/elsewhere`))).toBe('PLANE_ROUTE_REFUSED');
    expect(await codeOf('no route', routes('example.com=/up'))).toBe('PLANE_ROUTE_MISSING');
    expect(await codeOf('upstream away', routes(`${upstream()}=/down`))).toBe('PLANE_SOURCE_AWAY');
  } finally {
    await kong.close();
  }
});

test('basic authentication at the gateway leaves the vendor’s own authorization alone', async () => {
  const viewer = await c.t.newTenant();
  const kong = await startKong({ routes: { '/up': sandbox.url }, key: null, basic: 'us:pass', perMinute: null });
  try {
    const plane = await p.create(viewer, kongPlane(kong.url, [{ name: 'authentication', value: 'BASIC' }], 'us:pass'));
    expect((await connect(viewer, plane.id)).connection.id).toBeDefined();
  } finally {
    await kong.close();
  }
});

test('a connection through Apigee asks for one token, and for another one when that has run out', async () => {
  const viewer = await c.t.newTenant();
  const apigee = await startApigee({ routes: { '/up': sandbox.url }, key: 'app', secret: 'app-secret', quota: null });
  try {
    const plane = await p.create(viewer, {
      kind: 'APIGEE', address: apigee.url, secret: 'app-secret',
      settings: [{ name: 'routes', value: `${upstream()}=/up` }, { name: 'authentication', value: 'OAUTH' }, { name: 'clientId', value: 'app' }],
    }); // prettier-ignore
    const { connection, sync } = await connect(viewer, plane.id);
    expect(await c.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED' });
    expect(apigee.grants()).toBe(1);
    apigee.spend();
    expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED' });
    expect(apigee.grants()).toBe(2);
  } finally {
    await apigee.close();
  }
});

test('Apigee’s key and quota are told as the gateway’s', async () => {
  const viewer = await c.t.newTenant();
  const apigee = await startApigee({ routes: { '/up': sandbox.url }, key: 'app', quota: 0 });
  const settings = [{ name: 'routes', value: `${upstream()}=/up` }];
  try {
    const wrong = await p.create(viewer, { kind: 'APIGEE', name: 'wrong', address: apigee.url, secret: 'other', settings });
    expect((await connect(viewer, wrong.id)).problems?.[0]?.code).toBe('PLANE_SECRET_REFUSED');
  } finally {
    await apigee.close();
  }
});

test('a gateway that knows us is up; what only stands where one should be is told as such', async () => {
  const viewer = await c.t.newTenant();
  const kong = await startKong({ routes: { '/up': sandbox.url }, key: 'consumer-key', perMinute: null });
  const apigee = await startApigee({ routes: { '/up': sandbox.url }, key: 'app', quota: null });
  const look = async (plane: Record<string, unknown>, name: string): Promise<unknown> => {
    const { id } = await p.create(viewer, { ...plane, name });
    return (await p.ask<{ it: unknown }>(viewer, 'mutation ($id: ID!) { it: testFabricPlane(id: $id) { status statusReason } }', { id }))
      .it;
  };
  try {
    const up = { status: 'UP', statusReason: null };
    const apigeePlane = { kind: 'APIGEE', address: apigee.url, secret: 'app', settings: [{ name: 'routes', value: `${upstream()}=/up` }] };
    expect(await look(kongPlane(kong.url), 'kong')).toEqual(up);
    expect(await look(apigeePlane, 'apigee')).toEqual(up);
    expect(await look(kongPlane(kong.url, [], 'wrong'), 'kong, wrong key')).toMatchObject({ status: 'DEGRADED' });
    expect(await look(kongPlane(sandbox.url), 'no kong')).toMatchObject({
      status: 'DEGRADED',
      statusReason: expect.stringContaining('not answer as Kong'),
    });
    expect(await look(kongPlane('http://127.0.0.1:9'), 'away')).toMatchObject({ status: 'DOWN' });
  } finally {
    await kong.close();
    await apigee.close();
  }
});
