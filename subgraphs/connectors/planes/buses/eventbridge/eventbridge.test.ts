import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../../../../sandbox/http/server.ts';
import { eventBridgeVendor } from '../../../../../sandbox/planes/eventbridge.ts';
import { outboundRules } from '../../../../kernel/outbound/allowed-address.ts';
import type { UserViewer } from '../../../../kernel/viewer/viewer.ts';
import { type Connected, type ConnectorsTest, startConnectorsTest } from '../../../connectors.testkit.ts';
import { InboundService } from '../../../inbound/inbound.service.ts';
import { PlaneHttp } from '../../checks/plane-http.ts';
import type { PlaneRef } from '../../plane-ref.ts';
import { type PlanesTest, planesTest } from '../../planes.testkit.ts';
import { awsCall } from './aws-call.ts';

const KEY = 'api-destination-key';
const AWS = { region: 'eu-west-1', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI', bus: 'orders' };

let c: ConnectorsTest;
let p: PlanesTest;
let sandbox: Sandbox;
let delivered: () => Promise<void>;
/** Where the bus's rule delivers to: what an API destination sends, with the key of its connection. */
let target: { id: string; key: string } = { id: '', key: KEY };
beforeAll(async () => {
  c = await startConnectorsTest();
  p = planesTest(c);
  const inbound = new InboundService(c.t.system);
  const bus = eventBridgeVendor({ ...AWS, async deliver(event) { await inbound.receive(target.id, { 'x-api-key': target.key }, JSON.stringify(event)); } }); // prettier-ignore
  delivered = () => bus.delivered();
  sandbox = await startSandbox({ vendors: [bus], port: 0 });
});
afterAll(async () => {
  await sandbox.close();
  await c[Symbol.asyncDispose]();
});

const CONNECT = `mutation ($input: SourceInput!) { it: connectSource(input: $input) {
  ... on ConnectionStarted { connection { id } sync { id } } ... on InputRefused { problems { code field } } } }`;
async function connect(viewer: UserViewer, planeId: string | null): Promise<string> {
  const input = { kind: 'EVENTBRIDGE', values: [{ name: 'secret', value: KEY }], planeId }; // prettier-ignore
  const { it } = await p.ask<{ it: Connected }>(viewer, CONNECT, { input });
  await c.finished(viewer, it.sync.id);
  return it.connection.id;
}
const planeInput = (secret = AWS.secretAccessKey): Record<string, unknown> => ({
  kind: 'EVENTBRIDGE', name: `bus ${secret}`, address: `${sandbox.url}/eventbridge`, secret,
  settings: [{ name: 'region', value: AWS.region }, { name: 'bus', value: AWS.bus }, { name: 'accessKeyId', value: AWS.accessKeyId }],
}); // prettier-ignore

/** What an application puts on the bus. */
async function put(entries: object[]): Promise<unknown> {
  const settings = { region: AWS.region, accessKeyId: AWS.accessKeyId };
  const plane: PlaneRef = {
    id: 'p',
    kind: 'EVENTBRIDGE',
    name: 'bus',
    address: `${sandbox.url}/eventbridge`,
    settings,
    secret: AWS.secretAccessKey,
  };
  const http = new PlaneHttp(plane.address, outboundRules(c.t.system));
  const reply = await awsCall(plane, http, 'PutEvents', { Entries: entries }, AbortSignal.timeout(5_000));
  await delivered();
  return JSON.parse(reply.text);
}
const entry = (detail: object, type = 'OrderPlaced'): object => ({
  Source: 'shop',
  DetailType: type,
  Detail: JSON.stringify(detail),
  EventBusName: AWS.bus,
});

test('events that are put on the bus are delivered with the key, and land as tables by their detail-type', async () => {
  const viewer = await c.t.newTenant();
  await p.policy(viewer, { allowedKinds: ['EVENTBRIDGE'], directAllowed: false });
  const plane = await p.create(viewer, planeInput());
  target = { id: await connect(viewer, plane.id), key: KEY };
  expect(await put([entry({ order: 1, total: 10.5 }), entry({ order: 2, total: 7 }), entry({ order: 1 }, 'OrderShipped')])).toMatchObject({
    FailedEntryCount: 0,
  });
  expect(await c.resync(viewer, target.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 3 });
  const objects = await c.objectsOf(viewer, target.id);
  expect(Object.keys(objects).toSorted()).toEqual(['OrderPlaced', 'OrderShipped']);
  expect(objects['OrderPlaced']?.schema?.fields.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['order', 'total', 'event_source']),
  );
  expect(await put([entry({ order: 3, total: 1 })])).toMatchObject({ FailedEntryCount: 0 });
  expect(await c.resync(viewer, target.id)).toMatchObject({ recordsLanded: 1, recordsRemoved: 0 });
});

test('the same event counts once, another key not at all, and where the policy forbids it nothing is taken', async () => {
  const viewer = await c.t.newTenant();
  const id = await connect(viewer, null);
  const inbound = new InboundService(c.t.system);
  const event = {
    version: '0',
    id: 'e-1',
    'detail-type': 'OrderPlaced',
    source: 'shop',
    time: '2026-11-21T10:00:00Z',
    region: 'eu-west-1',
    resources: [],
    detail: { order: 1 },
  };
  const send = (headers: Record<string, string>, body: object = event): Promise<unknown> =>
    inbound.receive(id, headers, JSON.stringify(body)).catch((error: { code: string }) => error.code);
  expect(await send({ 'x-api-key': KEY })).toEqual({ stored: 1, repeated: 0 });
  expect(await send({ 'x-api-key': KEY })).toEqual({ stored: 0, repeated: 1 });
  expect(await send({ 'x-api-key': 'other' })).toBe('INBOUND_SIGNATURE_INVALID');
  expect(await send({})).toBe('INBOUND_SIGNATURE_MISSING');
  expect(await send({ 'x-api-key': KEY }, { detail: {} })).toBe('INBOUND_BODY_INVALID');
  await p.policy(viewer, { directAllowed: false });
  expect(await send({ 'x-api-key': KEY }, { ...event, id: 'e-2' })).toBe('DIRECT_CALL_NOT_ALLOWED');
});

test('a bus is described by a signed request: up with its keys, degraded with others', async () => {
  const viewer = await c.t.newTenant();
  const look = async (secret?: string): Promise<unknown> => {
    const { id } = await p.create(viewer, planeInput(secret));
    return (await p.ask<{ it: unknown }>(viewer, 'mutation ($id: ID!) { it: testFabricPlane(id: $id) { status } }', { id })).it;
  };
  expect(await look()).toEqual({ status: 'UP' });
  expect(await look('wrong')).toEqual({ status: 'DEGRADED' });
});
