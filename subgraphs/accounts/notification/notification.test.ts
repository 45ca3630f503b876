import { createHmac, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { startTestGateway, type TestGateway } from '../../../tests/testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { ask, newCompany, type Company, type Person } from '../api-key/api-key.testkit.ts';
import { accountsEntities } from '../entities.ts';
import { createAccounts } from '../index.ts';
import { startReceiver } from './notification.testkit.ts';

let t: TestSystem;
let gateway: TestGateway;
beforeAll(async () => {
  t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
  gateway = await startTestGateway(t, 'in process');
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

const approval = ({ tenantId }: Company, title: string): Promise<void> =>
  t.system.database.unitOfWork(tenantId, async (unit) =>
    unit.emit('agents.approval-requested', {
      approvalId: randomUUID(),
      runId: randomUUID(),
      connectionId: null,
      title,
      intent: `why ${title}`,
    }),
  );

interface Told {
  notifications: { nodes: { id: string; kind: string; title: string; times: number; readAt: string | null }[]; totalCount: number };
  unreadNotifications: number;
}
const inboxOf = async ({ headers }: Person): Promise<Told> => {
  const { data } = await ask<Told>(
    gateway,
    headers,
    '{ unreadNotifications notifications { totalCount nodes { id kind title times readAt } } }',
  );
  return data ?? { unreadNotifications: -1, notifications: { nodes: [], totalCount: -1 } };
};

interface ChannelMade {
  __typename: string;
  channel: { id: string; host: string };
  secret: string | null;
  problems: { code: string; field: string }[];
}
const channel = async ({ headers }: Person, input: object): Promise<ChannelMade> => {
  const { data } = await ask<{ createNotificationChannel: ChannelMade }>(
    gateway,
    headers,
    `mutation ($input: CreateNotificationChannelInput!) { createNotificationChannel(input: $input) { __typename
      ... on NotificationChannelMade { channel { id host } secret } ... on InputRefused { problems { code field } } } }`,
    { input: { name: 'a channel', kind: 'WEBHOOK', ...input } },
  );
  if (data == null) throw new Error('no channel');
  return data.createNotificationChannel;
};

interface Delivery {
  id: string;
  status: string;
  attempts: number;
  problem: string | null;
  replyStatus: number | null;
}
const deliveries = async ({ headers }: Person): Promise<Delivery[]> => {
  const { data } = await ask<{ notificationDeliveries: { nodes: Delivery[] } }>(
    gateway,
    headers,
    '{ notificationDeliveries { nodes { id status attempts problem replyStatus } } }',
  );
  return data?.notificationDeliveries.nodes ?? [];
};

test('whoever may act is told, nobody else; and everybody reads their own only', async () => {
  const company = await newCompany(t);
  const [operator, viewer, stranger] = [
    await company.person('OPERATOR'),
    await company.person('VIEWER'),
    await (await newCompany(t)).person('OWNER'),
  ];
  await approval(company, 'load sales');
  await t.settled();
  expect(await inboxOf(operator)).toMatchObject({
    unreadNotifications: 1,
    notifications: { nodes: [{ kind: 'APPROVAL_WAITING', title: 'load sales' }] },
  });
  expect((await inboxOf(viewer)).notifications.totalCount).toBe(0);
  expect((await inboxOf(stranger)).notifications.totalCount).toBe(0);
  const read = 'mutation ($ids: [ID!]) { markNotificationsRead(ids: $ids) }';
  const ids = (await inboxOf(operator)).notifications.nodes.map(({ id }) => id);
  expect((await ask(gateway, stranger.headers, read, { ids })).data).toEqual({ markNotificationsRead: 0 });
  expect((await ask(gateway, operator.headers, read, { ids: [...ids, 'none'] })).data).toEqual({ markNotificationsRead: 1 });
  expect((await inboxOf(operator)).unreadNotifications).toBe(0);
});

test('what one source does again and again is one notification', async () => {
  const company = await newCompany(t);
  const operator = await company.person('OPERATOR');
  const connectionId = randomUUID();
  for (let i = 0; i < 3; i++)
    await t.system.database.unitOfWork(company.tenantId, async (unit) =>
      unit.emit('connectors.sync-finished', {
        connectionId, connectionName: 'sales', syncId: randomUUID(), status: 'FAILED', problem: `fault ${i}`, objects: [],
      }),
    ); // prettier-ignore
  await t.settled();
  const { nodes } = (await inboxOf(operator)).notifications;
  expect(nodes.reduce((sum, { times }) => sum + times, 0)).toBe(3);
  expect(nodes.length).toBeLessThanOrEqual(2);
});

test('what somebody does not want to hear of is not told; what they want by mail is mailed', async () => {
  const company = await newCompany(t);
  const owner = await company.person('OWNER');
  const save = `mutation ($p: [NotificationPreferenceInput!]!) { saveNotificationPreferences(preferences: $p) { __typename
    ... on InputRefused { problems { code } } } }`;
  const saved = await ask(gateway, owner.headers, save, { p: [{ kind: 'APPROVAL_WAITING', inbox: false, email: true }] });
  expect(saved.data).toMatchObject({ saveNotificationPreferences: { __typename: 'NotificationPreferencesSaved' } });
  const refused = await ask(gateway, owner.headers, save, { p: [{ kind: 'GOSSIP', inbox: true, email: true }] });
  expect(refused.data).toMatchObject({ saveNotificationPreferences: { problems: [{ code: 'NOTIFICATION_KIND_UNKNOWN' }] } });
  await approval(company, 'quiet');
  await t.settled();
  expect((await inboxOf(owner)).notifications.totalCount).toBe(0);
  const mails = await t.system.database.systemWork((db) =>
    db.selectFrom('outbox_entry' as never).selectAll().where('topic' as never, '=', 'accounts.mail-requested' as never).where('tenant_id' as never, '=', company.tenantId as never).execute(),
  ); // prettier-ignore
  expect(mails).toHaveLength(1);
});

test('a webhook is signed, and tried again under the same id until it is taken', async () => {
  const company = await newCompany(t);
  const owner = await company.person('OWNER');
  await using receiver = await startReceiver((response, count) => void response.writeHead(count < 3 ? 503 : 200).end());
  const { secret } = await channel(owner, { url: receiver.url });
  await approval(company, 'load sales');
  await eventually('the delivery', async () => (await deliveries(owner))[0]?.status === 'DELIVERED');
  expect((await deliveries(owner))[0]).toMatchObject({ attempts: 3, replyStatus: 200, problem: null });
  expect(new Set(receiver.received.map(({ headers }) => headers['autonomos-delivery'])).size).toBe(1);
  for (const { headers, body } of receiver.received) {
    const [, time = '', mac = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['autonomos-signature'])) ?? [];
    expect(mac).toBe(
      createHmac('sha256', secret ?? '')
        .update(`${time}.${body}`)
        .digest('hex'),
    );
    expect(JSON.parse(body)).toMatchObject({
      kind: 'APPROVAL_WAITING',
      title: 'load sales',
      body: 'why load sales',
      tenantId: company.tenantId,
    });
  }
});

test('one that answers not at all, or is gone, keeps no other waiting; what is refused is given up and can be tried again', async () => {
  const company = await newCompany(t);
  const owner = await company.person('OWNER');
  await using silent = await startReceiver(() => undefined);
  const gone = await startReceiver();
  await gone[Symbol.asyncDispose]();
  await using refusing = await startReceiver((response, count) => void response.writeHead(count === 1 ? 410 : 200).end());
  await using well = await startReceiver();
  for (const { url } of [silent, gone, refusing, well]) await channel(owner, { url });
  await approval(company, 'load sales');
  await eventually('the one that is well', () => well.received.length === 1);
  await eventually('the one that refuses', async () => (await deliveries(owner)).some(({ status }) => status === 'DEAD'));
  const dead = (await deliveries(owner)).find(({ status }) => status === 'DEAD');
  expect(dead).toMatchObject({ replyStatus: 410, attempts: 1 });
  const retry = 'mutation ($id: ID!) { retryDelivery(id: $id) { status attempts } }';
  expect((await ask(gateway, owner.headers, retry, { id: dead?.id })).data).toEqual({ retryDelivery: { status: 'PENDING', attempts: 0 } });
  await eventually('its second chance', () => refusing.received.length === 2);
  await eventually('a fault of the one that is gone', async () =>
    (await deliveries(owner)).some(({ problem }) => problem?.includes('ECONNREFUSED') === true),
  );
  expect(JSON.stringify(await deliveries(owner))).not.toContain('very-secret-path');
  expect(well.received).toHaveLength(1);
});

test('what a process had taken when it died is sent by another', async () => {
  const company = await newCompany(t);
  const owner = await company.person('OWNER');
  await using receiver = await startReceiver((response, count) => void response.writeHead(count === 1 ? 503 : 200).end());
  const { channel: made } = await channel(owner, { url: receiver.url, kind: 'SLACK' });
  await ask(gateway, owner.headers, 'mutation ($id: ID!) { testNotificationChannel(id: $id) { id } }', { id: made.id });
  await eventually('a first attempt', async () => (await deliveries(owner))[0]?.problem != null);
  await t.system.database.unitOfWork(company.tenantId, ({ em }) =>
    em.getConnection().execute("update notification_delivery set next_at = now() - interval '1 minute', leased_until = now() - interval '1 second'", [], 'run', em.getTransactionContext()),
  ); // prettier-ignore
  await eventually('another attempt', async () => (await deliveries(owner))[0]?.status === 'DELIVERED');
  expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({
    text: 'A test of this channel',
    attachments: [{ color: expect.any(String) as unknown }],
  });
});

test('an approval in Slack has a button that leads to it; with accountable people only they and those who are told hear of it', async () => {
  const company = await newCompany(t);
  const [owner, operator, other, viewer] = [
    await company.person('OWNER'),
    await company.person('OPERATOR'),
    await company.person('OPERATOR'),
    await company.person('VIEWER'),
  ];
  await using receiver = await startReceiver();
  await channel(owner, { url: receiver.url, kind: 'SLACK' });
  const approvalId = randomUUID();
  await t.system.database.unitOfWork(company.tenantId, async (unit) =>
    unit.emit('agents.approval-requested', {
      approvalId, runId: randomUUID(), connectionId: null, title: 'Cancel <seats>', intent: 'why',
      asked: { users: [operator.viewer.userId], roles: [] }, told: { users: [], roles: ['VIEWER', 'NOBODY'] },
    }),
  ); // prettier-ignore
  await eventually('the delivery', () => receiver.received.length === 1);
  const { attachments } = JSON.parse(receiver.received[0]?.body ?? '') as { attachments: { blocks: unknown[] }[] };
  expect(attachments[0]?.blocks).toMatchObject([
    { text: { text: '*Cancel &lt;seats&gt;*\nwhy' } },
    { elements: [{ type: 'button', url: expect.stringContaining(`/agents?approval=${approvalId}`) as unknown }] },
  ]);
  await t.settled();
  const heard = await Promise.all([operator, viewer, other, owner].map(async (person) => (await inboxOf(person)).notifications.totalCount));
  expect(heard).toEqual([1, 1, 0, 0]);
});

test('an address is kept secret, and is none that nobody may reach', async () => {
  const company = await newCompany(t);
  const owner = await company.person('OWNER');
  const wrong: [string, string][] = [
    ['not an address', 'CHANNEL_ADDRESS_INVALID'],
    ['ftp://127.0.0.1/x', 'CHANNEL_ADDRESS_INVALID'],
    ['http://user:pass@127.0.0.1/x', 'CHANNEL_ADDRESS_INVALID'],
    ['http://169.254.169.254/latest', 'ADDRESS_NOT_ALLOWED'],
    [`https://127.0.0.1/${'x'.repeat(3_000)}`, 'CHANNEL_ADDRESS_INVALID'],
  ];
  for (const [url, code] of wrong) expect(await channel(owner, { url })).toMatchObject({ problems: [{ code, field: 'url' }] });
  expect(await channel(owner, { url: 'http://127.0.0.1:9/hook/very-secret-path' })).toMatchObject({ channel: { host: '127.0.0.1:9' } });
  const rows = await t.system.database.unitOfWork(company.tenantId, ({ em }) =>
    em.getConnection().execute('select * from notification_channel', [], 'all', em.getTransactionContext()),
  );
  expect(JSON.stringify(rows)).not.toContain('very-secret-path');
  const seen = await ask(gateway, (await company.person('ANALYST')).headers, '{ notificationChannels { id } }');
  expect(seen.status).toBe(403);
});
