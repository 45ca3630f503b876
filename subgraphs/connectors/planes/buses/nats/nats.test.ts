import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { type NatsConnection, connect, headers } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestNats, WITHOUT_NATS, findNats, startNats } from '../../../../../tests/testkit/nats-server.ts';
import { outboundRules } from '../../../../kernel/outbound/allowed-address.ts';
import type { UserViewer } from '../../../../kernel/viewer/viewer.ts';
import { type Connected, type ConnectorsTest, startConnectorsTest } from '../../../connectors.testkit.ts';
import { type PlanesTest, planesTest } from '../../planes.testkit.ts';
import { natsBus } from './nats-session.ts';

if (findNats() === null) console.warn(WITHOUT_NATS);

const CONNECT = `mutation ($input: SourceInput!) { it: connectSource(input: $input) {
  ... on ConnectionStarted { connection { id plane { id } } sync { id } } ... on InputRefused { problems { code field message } } } }`;
const TOKEN = 'nats-token';

describe.skipIf(findNats() === null)('NATS JetStream', () => {
  let c: ConnectorsTest;
  let p: PlanesTest;
  let nats: TestNats;
  let bus: NatsConnection;
  beforeAll(async () => {
    c = await startConnectorsTest();
    p = planesTest(c);
    nats = await startNats(TOKEN);
    bus = await connect({ servers: nats.url.slice('nats://'.length), token: TOKEN });
  });
  afterAll(async () => {
    await bus.close();
    await nats[Symbol.asyncDispose]();
    await c[Symbol.asyncDispose]();
  });

  const publish = async (stream: string, orders: readonly { id: number; total: number; city?: string }[]): Promise<void> => {
    for (const order of orders) {
      const known = headers();
      known.set('Nats-Msg-Id', `${stream}-${order.id}-${order.total}`);
      await jetstream(bus).publish(`${stream.toLowerCase()}.placed`, JSON.stringify(order), { headers: known });
    }
  };
  const streamOf = async (name: string): Promise<void> => {
    await (await jetstreamManager(bus)).streams.add({ name, subjects: [`${name.toLowerCase()}.>`] });
  };
  const orders = (from: number, to: number): { id: number; total: number; city: string }[] =>
    Array.from({ length: to - from }, (_, i) => ({ id: from + i, total: (from + i) * 10, city: i % 2 === 0 ? 'Oslo' : 'Bergen' }));
  const connectTo = async (
    viewer: UserViewer,
    streams: string,
    more: { name: string; value: string }[] = [],
  ): Promise<Connected & { problems?: { code: string }[] }> => {
    const plane = await p.create(viewer, { kind: 'NATS', address: nats.url, secret: TOKEN, name: streams });
    const input = { kind: 'NATS', values: [{ name: 'streams', value: streams }, ...more], planeId: plane.id }; // prettier-ignore
    return (await p.ask<{ it: Connected & { problems?: { code: string }[] } }>(viewer, CONNECT, { input })).it;
  };

  test('messages land through a plane, are acknowledged then, and later ones follow', async () => {
    const viewer = await c.t.newTenant();
    await streamOf('ORDERS');
    await publish('ORDERS', orders(0, 1_200));
    const { connection, sync } = await connectTo(viewer, 'ORDERS');
    expect(await c.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 1_200 });
    const { ORDERS } = await c.objectsOf(viewer, connection.id);
    expect(ORDERS?.schema?.fields.map(({ name, type }) => `${name} ${type}`)).toEqual(expect.arrayContaining(['id INTEGER', 'total INTEGER', 'city TEXT', 'message_at DATETIME'])); // prettier-ignore
    const consumer = await (await jetstreamManager(bus)).consumers.info('ORDERS', `autonomos-${connection.id}`);
    expect(consumer).toMatchObject({ num_ack_pending: 0, num_pending: 0, ack_floor: { stream_seq: 1_200 } });
    await publish('ORDERS', orders(1_200, 1_250));
    expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 50, recordsRemoved: 0 });
    expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 0, recordsRemoved: 0 });
  });

  test('what is delivered again is the same record', async () => {
    const viewer = await c.t.newTenant();
    await streamOf('AGAIN');
    await publish('AGAIN', orders(0, 30));
    const { connection, sync } = await connectTo(viewer, 'AGAIN');
    await c.finished(viewer, sync.id);
    // As after a server that lost what was acknowledged.
    await (await jetstreamManager(bus)).consumers.delete('AGAIN', `autonomos-${connection.id}`);
    const again = 'mutation ($id: ID!) { syncConnection(id: $id, complete: true) { sync { id } } }';
    const { syncConnection } = await p.ask<{ syncConnection: { sync: { id: string } } }>(viewer, again, { id: connection.id });
    expect(await c.finished(viewer, syncConnection.sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsRemoved: 0 });
    expect((await c.objectsOf(viewer, connection.id))['AGAIN']?.sample).toHaveLength(3);
  });

  test('with a key a later message replaces an earlier one; in a bucket a deleted key is a deleted record', async () => {
    const viewer = await c.t.newTenant();
    await streamOf('KEYED');
    await publish('KEYED', [...orders(0, 5), { id: 2, total: 999 }]);
    const keyed = await connectTo(viewer, 'KEYED', [{ name: 'keyField', value: 'id' }]);
    expect(await c.finished(viewer, keyed.sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 5 });
    await (await jetstreamManager(bus)).streams.add({ name: 'KV_prices', subjects: ['$KV.prices.>'], allow_rollup_hdrs: true });
    for (const key of ['a', 'b']) await jetstream(bus).publish(`$KV.prices.${key}`, JSON.stringify({ price: 7 }));
    const bucket = await connectTo(viewer, 'KV_prices');
    expect(await c.finished(viewer, bucket.sync.id)).toMatchObject({ recordsLanded: 2 });
    const deleted = headers();
    deleted.set('KV-Operation', 'DEL');
    await jetstream(bus).publish('$KV.prices.a', '', { headers: deleted });
    expect(await c.resync(viewer, bucket.connection.id)).toMatchObject({ recordsLanded: 0, recordsRemoved: 1 });
  });

  test('what is not JSON is set aside with its text', async () => {
    const viewer = await c.t.newTenant();
    await streamOf('MIXED');
    await publish('MIXED', orders(0, 3));
    await jetstream(bus).publish('mixed.placed', 'not json');
    const { connection, sync } = await connectTo(viewer, 'MIXED');
    expect(await c.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 3 });
    expect((await c.objectsOf(viewer, connection.id))['MIXED']?.quarantined.nodes).toMatchObject([{ code: 'NOT_JSON', raw: 'not json' }]);
  });

  test('what has not landed is not acknowledged, and a reader that comes back goes on behind what has', async () => {
    await streamOf('HALF');
    await publish('HALF', orders(0, 700));
    const rules = outboundRules(c.t.system);
    const access = { address: nats.url, secret: TOKEN, settings: {}, owner: { tenantId: 't', connectionId: 'c1', planeId: null } };
    const { signal } = new AbortController();
    const seen: number[] = [];
    {
      await using session = await natsBus(rules).open(access, signal);
      // The first page lands; the process ends while the second one does.
      for await (const batch of session.read('HALF', null)) {
        if (seen.length > 0) break;
        seen.push(...batch.messages.map(({ sequence }) => sequence));
        await batch.landed();
      }
    }
    const held = await (await jetstreamManager(bus)).consumers.info('HALF', 'autonomos-c1');
    expect(held).toMatchObject({ ack_floor: { stream_seq: 500 }, num_ack_pending: 200 });
    await using session = await natsBus(rules).open(access, signal);
    for await (const batch of session.read('HALF', seen.at(-1))) seen.push(...batch.messages.map(({ sequence }) => sequence));
    expect(seen).toEqual(Array.from({ length: 700 }, (_, i) => i + 1));
  });

  test('a wrong token is told at its field, a server that is away at its address', async () => {
    const viewer = await c.t.newTenant();
    const problems = async (address: string, secret: string): Promise<string> => {
      const input = { kind: 'NATS', values: [{ name: 'address', value: address }, { name: 'secret', value: secret }] }; // prettier-ignore
      const { it } = await p.ask<{ it: { problems: { code: string; field: string }[] } }>(viewer, CONNECT, { input });
      return it.problems.map(({ code, field }) => `${field}: ${code}`).join();
    };
    expect(await problems(nats.url, 'wrong')).toBe('secret: PLANE_SECRET_REFUSED');
    expect(await problems('nats://127.0.0.1:9', TOKEN)).toBe('address: PLANE_UNREACHABLE');
    expect(await problems('http://127.0.0.1:9', TOKEN)).toBe('address: PLANE_ADDRESS_INVALID');
  });

  test('with its connection the consumer goes too', async () => {
    const viewer = await c.t.newTenant();
    await streamOf('GONE');
    await publish('GONE', orders(0, 3));
    const { connection, sync } = await connectTo(viewer, 'GONE');
    await c.finished(viewer, sync.id);
    const { consumers } = await jetstreamManager(bus);
    expect(await consumers.info('GONE', `autonomos-${connection.id}`)).toMatchObject({ num_ack_pending: 0 });
    await p.ask(viewer, 'mutation ($id: ID!) { removeConnection(id: $id) }', { id: connection.id });
    await expect(consumers.info('GONE', `autonomos-${connection.id}`)).rejects.toThrow(/not found/iu);
  });

  test('a server is up when it lets us in, and down when it is away', async () => {
    const viewer = await c.t.newTenant();
    const look = async (input: Record<string, unknown>): Promise<unknown> => {
      const { id } = await p.create(viewer, { kind: 'NATS', ...input });
      return (await p.ask<{ it: unknown }>(viewer, 'mutation ($id: ID!) { it: testFabricPlane(id: $id) { status } }', { id })).it;
    };
    expect(await look({ address: nats.url, secret: TOKEN, name: 'right' })).toEqual({ status: 'UP' });
    expect(await look({ address: nats.url, secret: 'wrong', name: 'wrong' })).toEqual({ status: 'DEGRADED' });
    expect(await look({ address: 'nats://127.0.0.1:9', name: 'away' })).toEqual({ status: 'DOWN' });
  });
});
