import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { rawSocket } from '../../../tests/testkit/raw-socket.ts';
import { startTestGateway, type TestGateway } from '../../../tests/testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from '../../../tests/testkit/test-system.ts';
import { openApiKeys } from '../../kernel/api-keys/api-keys.ts';
import type { Role, UserViewer } from '../../kernel/viewer/viewer.ts';
import { accountsEntities } from '../entities.ts';
import { createAccounts } from '../index.ts';
import { UserRow } from '../user/user.entity.ts';
import { watchExpiry } from './expiry-watch.ts';
import { ask, bearer, codeOf, makeKeyAs, newCompany, type Company, type MadeKey, type Person } from './api-key.testkit.ts';

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

const MEMBERS = '{ tenant { members { totalCount } } }';
const KEYS = '{ apiKeys { totalCount nodes { id account { id } } } }';

async function robot(
  owner: Person,
  input: object = {},
): Promise<{ __typename: string; account: { id: string }; problems: { code: string }[] }> {
  const { data } = await ask<{ createServiceAccount: never }>(
    gateway,
    owner.headers,
    `mutation ($input: CreateServiceAccountInput!) { createServiceAccount(input: $input) { __typename
      ... on ServiceAccountSaved { account { id } } ... on InputRefused { problems { code } } } }`,
    { input: { name: 'a robot', ...input } },
  );
  if (data == null) throw new Error('no answer');
  return data.createServiceAccount;
}

/** What members’ administration does: changes the row and tells of it. */
async function setRole({ viewer: { tenantId, userId } }: Person, role: Role | null): Promise<void> {
  await t.system.database.unitOfWork(tenantId, async (unit) => {
    const row = await unit.em.findOneOrFail(UserRow, { id: userId });
    if (role === null) unit.em.remove(row);
    else row.role = role;
    unit.emit('accounts.access-changed', { userId, role });
  });
}

test('our own agents see and revoke every key of their company, and make none; a key of a service account with their role does not', async () => {
  const company = await newCompany(t);
  const owner = await company.person('OWNER');
  const { id } = (await makeKeyAs(gateway, owner, {})).key;
  const agent = { ...owner.viewer, userId: randomUUID(), role: 'AGENT' as const };
  const atWork: UserViewer = { ...agent, credential: { kind: 'AGENT', id: randomUUID() } };
  const byKey: UserViewer = { ...agent, credential: { kind: 'KEY', id: randomUUID() } };
  const revoke = 'mutation ($id: ID!) { revokeApiKey(id: $id) }';
  const make = 'mutation { createApiKey(input: { name: "x" }) { __typename } }';
  const refused = async (viewer: UserViewer, query: string): Promise<string | undefined> =>
    (await t.graph('accounts', query, { id }, viewer)).errors?.[0]?.extensions['code'] as string | undefined;
  expect((await t.graph('accounts', KEYS, {}, atWork)).data).toMatchObject({ apiKeys: { totalCount: 1 } });
  expect((await t.graph('accounts', KEYS, {}, byKey)).data).toMatchObject({ apiKeys: { totalCount: 0 } });
  expect([await refused(byKey, revoke), await refused(atWork, make)]).toEqual(['FORBIDDEN', 'FORBIDDEN']);
  expect((await t.graph('accounts', revoke, { id }, atWork)).data).toEqual({ revokeApiKey: true });
});

describe('a key does no more than', () => {
  let company: Company;
  let owner: Person;
  beforeAll(async () => {
    company = await newCompany(t);
    owner = await company.person('OWNER');
  });

  test('its maker may, from the moment that changes', async () => {
    const admin = await company.person('ADMIN');
    const { account } = await robot(admin, { role: 'ADMIN' });
    const { secret } = await makeKeyAs(gateway, admin, { serviceAccountId: account.id });
    const channels = (): Promise<string | null> => ask(gateway, bearer(secret), '{ notificationChannels { id } }').then(codeOf);
    expect(await channels()).toBeNull();
    await setRole(admin, 'VIEWER');
    await eventually('the narrower rights', async () => (await channels()) === 'FORBIDDEN');
    expect(codeOf(await ask(gateway, bearer(secret), MEMBERS))).toBeNull();
    await setRole(admin, null);
    await eventually('the end of a key that nobody answers for', async () => (await channels()) === 'API_KEY_REFUSED');
  });

  test('its account may, from the moment that changes', async () => {
    const { account } = await robot(owner, { role: 'OPERATOR' });
    const { secret } = await makeKeyAs(gateway, owner, { serviceAccountId: account.id });
    const role = async (): Promise<unknown> =>
      (await ask<{ viewer: { role: string } }>(gateway, bearer(secret), '{ viewer { role } }')).data?.viewer.role;
    expect(await role()).toBe('OPERATOR');
    const change = 'mutation ($input: ChangeServiceAccountInput!) { changeServiceAccount(input: $input) { __typename } }';
    await ask(gateway, owner.headers, change, { input: { id: account.id, role: 'VIEWER' } });
    await eventually('its new role', async () => (await role()) === 'VIEWER');
    await ask(gateway, owner.headers, 'mutation ($id: ID!) { removeServiceAccount(id: $id) }', { id: account.id });
    await eventually('its end', async () => codeOf(await ask(gateway, bearer(secret), MEMBERS)) === 'API_KEY_REFUSED');
  });

  test('anybody may who makes it', async () => {
    const viewer = await company.person('VIEWER');
    expect((await robot(owner, { role: 'OWNER' })).problems).toMatchObject([{ code: 'SERVICE_ROLE_NOT_ALLOWED' }]);
    const wrong = (input: object): Promise<string[]> =>
      makeKeyAs(gateway, viewer, input).then(({ problems }) => problems.map(({ code }) => code));
    expect(await wrong({ scopes: ['channels.write'] })).toEqual(['SCOPE_NOT_ALLOWED']);
    expect(await wrong({ scopes: ['nothing.known', 'keys.write', 'session.open', '*'] })).toEqual(
      Array.from({ length: 4 }, () => 'SCOPE_UNKNOWN'),
    );
    expect(await wrong({ scopes: [] })).toEqual(['TOO_MANY_SCOPES']);
    expect(await wrong({ expiresInDays: 0 })).toEqual(['API_KEY_DAYS_INVALID']);
    expect(await wrong({ name: ' ' })).toEqual(['NAME_INVALID']);
    expect(await wrong({ name: 'pay\u202Elap' })).toEqual(['NAME_INVISIBLE']);
    const { account } = await robot(owner);
    expect(await wrong({ serviceAccountId: account.id })).toEqual(['SERVICE_ACCOUNT_NOT_FOUND']);
  });
});

test('keys are their people’s, and of their tenant: nobody else reads, rotates or revokes them', async () => {
  const company = await newCompany(t);
  const [owner, analyst, viewer] = [await company.person('OWNER'), await company.person('ANALYST'), await company.person('VIEWER')];
  const stranger = await (await newCompany(t)).person('OWNER');
  const { key } = await makeKeyAs(gateway, analyst);
  for (const other of [viewer, stranger]) {
    expect((await ask(gateway, other.headers, KEYS)).data).toMatchObject({ apiKeys: { totalCount: 0 } });
    expect(codeOf(await ask(gateway, other.headers, 'mutation ($id: ID!) { rotateApiKey(id: $id) { __typename } }', { id: key.id }))).toBe(
      'API_KEY_NOT_FOUND',
    );
    expect((await ask(gateway, other.headers, 'mutation ($id: ID!) { revokeApiKey(id: $id) }', { id: key.id })).data).toEqual({
      revokeApiKey: false,
    });
  }
  expect((await ask(gateway, owner.headers, KEYS)).data).toMatchObject({ apiKeys: { totalCount: 1 } });
  // Whoever rotated somebody's own key would hold a key that acts as that person.
  expect(codeOf(await ask(gateway, owner.headers, 'mutation ($id: ID!) { rotateApiKey(id: $id) { __typename } }', { id: key.id }))).toBe(
    'API_KEY_NOT_YOURS',
  );
  expect((await ask(gateway, owner.headers, 'mutation ($id: ID!) { revokeApiKey(id: $id) }', { id: key.id })).data).toEqual({
    revokeApiKey: true,
  });
});

test('over a socket a key is what it is over HTTP, and its end closes the socket', async () => {
  const owner = await (await newCompany(t)).person('OWNER');
  const { secret, key }: MadeKey = await makeKeyAs(gateway, owner, { scopes: ['keys.read'] });
  const init = { type: 'connection_init', payload: { authorization: `Bearer ${secret}` } };
  const open = await rawSocket(gateway.url);
  open.say(init);
  await open.hear('connection_ack');
  open.say({ type: 'subscribe', id: 'a', payload: { query: KEYS } }, { type: 'subscribe', id: 'b', payload: { query: MEMBERS } });
  expect((await open.hear('next', 'a')).payload).toMatchObject({ data: { apiKeys: { totalCount: 1 } } });
  expect((await open.hear('error', 'b')).payload).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  await ask(gateway, owner.headers, 'mutation ($id: ID!) { revokeApiKey(id: $id) }', { id: key.id });
  expect(await open.closed).toEqual({ code: 4401, reason: 'UNAUTHENTICATED' });
  const late = await rawSocket(gateway.url);
  late.say(init);
  expect(await late.closed).toEqual({ code: 4401, reason: 'API_KEY_REFUSED' });
});

test('while the database is away a key that is not known is nobody’s, and it is said why', async () => {
  const owner = await (await newCompany(t)).person('OWNER');
  const { secret } = await makeKeyAs(gateway, owner);
  const away = { ...t.system.database, sessionWork: () => Promise.reject(new Error('connection refused')) };
  const keys = await openApiKeys({ ...t.system, database: away });
  await expect(async () => keys.viewerOf(secret, null)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  await keys.close();
});

test('people are told once before a key expires', async () => {
  const company = await newCompany(t);
  const owner = await company.person('OWNER');
  await makeKeyAs(gateway, owner, { name: 'short', expiresInDays: 3 });
  const [one, other] = [watchExpiry(t.system), watchExpiry(t.system)];
  const told = async (): Promise<number> => {
    await t.settled();
    const { data } = await ask<{ notifications: { nodes: { kind: string }[] } }>(
      gateway,
      owner.headers,
      '{ notifications { nodes { kind } } }',
    );
    return data?.notifications.nodes.filter(({ kind }) => kind === 'KEY_EXPIRING').length ?? 0;
  };
  await eventually('the warning', async () => (await told()) > 0);
  await Promise.all([one.stop(), other.stop()]);
  expect(await told()).toBe(1);
});
