import { createHmac, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestGateway } from '../../../tests/testkit/test-gateway.ts';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import { createGraphContext } from '../../kernel/federation/context.ts';
import { ANONYMOUS, type UserViewer } from '../../kernel/viewer/viewer.ts';
import { type Connected, type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';
import { inboundRoute } from './inbound.route.ts';
import { InboundEndpointRow } from './inbound-endpoint.entity.ts';
import { InboundService } from './inbound.service.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`;
const CONNECT = `mutation ($input: SourceInput!) { it: connectSource(input: $input) {
  ... on ConnectionStarted { connection { id } sync { id } } ... on InputRefused { problems { code field } } } }`;

async function connect(viewer: UserViewer, secret = SECRET): Promise<string> {
  const input = { kind: 'WEBHOOK', name: `Hooks ${randomUUID()}`, values: [{ name: 'secret', value: secret }] };
  const { data, errors } = await c.t.graph('connectors', CONNECT, { input }, viewer);
  expect(errors).toBeUndefined();
  const { connection, sync } = (data as { it: Connected }).it;
  await c.finished(viewer, sync.id);
  return connection.id;
}

async function post(id: string, body: string, headers: Record<string, string>): Promise<unknown> {
  const route = inboundRoute(new InboundService(c.t.system));
  const request = Object.assign(Readable.from([Buffer.from(body)]), { url: `/inbound/${id}`, headers }) as unknown as IncomingMessage;
  let reply: unknown = null;
  const response = { writeHead: () => response, end: (text: string) => void (reply = JSON.parse(text)) };
  try {
    await route.handle(request, response as unknown as ServerResponse, createGraphContext({ viewer: ANONYMOUS }));
    return reply;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

/** Whether something came that no sync has begun after. */
const waiting = ({ tenantId }: UserViewer, connectionId: string): Promise<boolean | undefined> =>
  c.t.system.database.unitOfWork(tenantId, async ({ em }) => (await em.findOne(InboundEndpointRow, { connectionId }))?.waiting);

const seconds = (at = Date.now()): string => String(Math.floor(at / 1_000));
const mac = (key: string | Buffer, content: string, as: 'hex' | 'base64'): string => createHmac('sha256', key).update(content).digest(as);
const standard = (body: string, id: string, secret = SECRET, at = seconds()): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': at,
  'webhook-signature': `v1,bm90aGluZw== v1,${mac(Buffer.from(secret.slice(6), 'base64'), `${id}.${at}.${body}`, 'base64')}`,
});

test('messages land as tables by topic, each once, and go when their connection goes', async () => {
  const viewer = await c.t.newTenant();
  const id = await connect(viewer);
  const paid = (n: number): string =>
    JSON.stringify({ type: 'invoice.paid', created: 1_700_000_000 + n, data: { id: `in_${n}`, total: n * 100, lines: [{ n }] } });
  for (const n of [1, 2, 3]) expect(await post(id, paid(n), standard(paid(n), `msg_${n}`))).toEqual({ stored: 1, repeated: 0 });
  expect(await post(id, paid(3), standard(paid(3), 'msg_3'))).toEqual({ stored: 0, repeated: 1 });
  const batch = JSON.stringify([
    { type: 'order.made', n: 1 },
    { type: 'order.made', n: 2 },
  ]);
  expect(await post(id, batch, standard(batch, 'msg_4'))).toEqual({ stored: 2, repeated: 0 });
  expect(await c.resync(viewer, id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 5 });
  expect(await post(id, paid(4), standard(paid(4), 'msg_5'))).toEqual({ stored: 1, repeated: 0 });
  expect(await waiting(viewer, id)).toBe(true);
  expect(await c.resync(viewer, id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 1, recordsRemoved: 0 });
  expect(await waiting(viewer, id)).toBe(false);
  const objects = await c.objectsOf(viewer, id);
  expect(Object.keys(objects).toSorted()).toEqual(['invoice', 'order']);
  expect(objects['invoice']).toMatchObject({ status: 'READY', quarantinedCount: 0 });
  expect(objects['invoice']?.schema?.fields.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['message_id', 'data.id', 'data.total', 'data.lines']),
  );
  const { data } = await c.t.graph(
    'connectors',
    'query ($id: ID!) { connection(id: $id) { inbound { address received lastReceivedAt } } }',
    { id },
    viewer,
  );
  expect(data).toMatchObject({ connection: { inbound: { address: expect.stringContaining(`/inbound/${id}`), received: 6 } } });
  await c.t.graph('connectors', 'mutation ($id: ID!) { removeConnection(id: $id) }', { id }, viewer);
  await c.t.settled();
  expect(await post(id, paid(9), standard(paid(9), 'msg_9'))).toBe('INBOUND_NOT_FOUND');
});

test('the ways in which known senders sign are understood, and nothing that is not signed so', async () => {
  const viewer = await c.t.newTenant();
  const id = await connect(viewer);
  const body = (n: number): string => JSON.stringify({ event: 'ping', n });
  const at = seconds();
  const ways: Record<string, string>[] = [
    { 'stripe-signature': `t=${at},v0=00,v1=${mac(SECRET, `${at}.${body(0)}`, 'hex')}` },
    { 'x-hub-signature-256': `sha256=${mac(SECRET, body(1), 'hex')}`, 'x-github-event': 'push' },
    { 'x-slack-signature': `v0=${mac(SECRET, `v0:${at}:${body(2)}`, 'hex')}`, 'x-slack-request-timestamp': at },
    { 'x-signature': `sha256=${mac(SECRET, `${at}.${body(3)}`, 'hex')}`, 'x-timestamp': at },
  ];
  for (const [n, headers] of ways.entries()) {
    expect(await post(id, body(n), headers)).toEqual({ stored: 1, repeated: 0 });
    expect(await post(id, body(n), headers)).toEqual({ stored: 0, repeated: 1 });
    expect(await post(id, body(n + 10), headers)).toBe('INBOUND_SIGNATURE_INVALID');
  }
  expect(await post(id, body(1), {})).toBe('INBOUND_SIGNATURE_MISSING');
  const late = seconds(Date.now() - 20 * 60_000);
  expect(await post(id, body(1), standard(body(1), 'late', SECRET, late))).toBe('INBOUND_TOO_OLD');
  expect(await post(id, body(1), standard(body(1), 'never', SECRET, 'never'))).toBe('INBOUND_TOO_OLD');
  expect(await post(id, 'no json', standard('no json', 'bad'))).toBe('INBOUND_BODY_INVALID');
  expect(await post(id, 'x', { 'content-length': '2000000' })).toBe('INBOUND_TOO_LARGE');
  for (const other of [randomUUID(), 'no id']) expect(await post(other, body(1), standard(body(1), 'm'))).toBe('INBOUND_NOT_FOUND');
});

test('a secret is changed over a day: both open, and a stranger changes none', async () => {
  const viewer = await c.t.newTenant();
  const id = await connect(viewer);
  const rotate = 'mutation ($id: ID!) { rotateInboundSecret(id: $id) { secret connection { id } } }';
  const { data } = await c.t.graph('connectors', rotate, { id }, viewer);
  const { secret } = (data as { rotateInboundSecret: { secret: string } }).rotateInboundSecret;
  for (const [n, each] of [SECRET, secret].entries()) {
    const body = JSON.stringify({ n });
    expect(await post(id, body, standard(body, `m${n}`, each))).toEqual({ stored: 1, repeated: 0 });
  }
  const { errors } = await c.t.graph('connectors', rotate, { id }, await c.t.newTenant());
  expect(errors?.[0]?.extensions['code']).toBe('CONNECTION_NOT_FOUND');
});

test('at the public door a signature is enough, and nothing but one', async () => {
  const id = await connect(await c.t.newTenant());
  await using gateway = await startTestGateway(c.t, 'in process');
  const body = JSON.stringify({ type: 'ping' });
  const send = async (headers: Record<string, string>): Promise<number> =>
    (await fetch(`${gateway.url}/inbound/${id}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }))
      .status;
  expect(await send(standard(body, 'm1'))).toBe(202);
  expect(await send({})).toBe(401);
  expect(await send({ ...standard(body, 'm2'), 'webhook-id': 'm3' })).toBe(401);
});
