import { beforeAll, afterAll, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { startTestSystem, type TestSystem } from '../../tests/testkit/test-system.ts';
import { verifySession } from '../kernel/viewer/session-token.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import { accountsEntities } from './entities.ts';
import { createAccounts } from './index.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const SESSION =
  '{ __typename ... on Session { token viewer { role user { email } tenant { name } } } ... on InputRefused { problems { code field } } }';

interface Opened {
  __typename: string;
  token: string;
  viewer: { role: string; user: { email: string }; tenant: { name: string } };
  problems: { code: string; field: string | null }[];
}

async function register(overrides: Record<string, string> = {}): Promise<Opened> {
  const input = {
    tenantName: 'Acme',
    email: `${randomUUID()}@example.com`,
    displayName: 'Ada',
    password: 'correct horse battery',
    ...overrides,
  };
  const { data } = await t.graph('accounts', `mutation ($input: RegisterTenantInput!) { registerTenant(input: $input) ${SESSION} }`, {
    input,
  });
  return (data as { registerTenant: Opened }).registerTenant;
}

async function logIn(email: string, password: string): Promise<Opened> {
  const { data } = await t.graph('accounts', `mutation ($e: String!, $p: String!) { logIn(email: $e, password: $p) ${SESSION} }`, {
    e: email,
    p: password,
  });
  return (data as { logIn: Opened }).logIn;
}

const viewerOf = (session: Opened): Promise<UserViewer> => verifySession(session.token, t.system.secrets.session, new Date());

test('whoever registers owns the new tenant, and the password logs them in again whatever the case of the address', async () => {
  const email = `Ada.${randomUUID()}@Example.com`;
  expect(await register({ email })).toMatchObject({ viewer: { role: 'OWNER', tenant: { name: 'Acme' } } });
  expect(await logIn(email.toUpperCase(), 'correct horse battery')).toMatchObject({ viewer: { user: { email: email.toLowerCase() } } });
});

test('a wrong password and an unknown address get the same refusal', async () => {
  const session = await register();
  const refusals = await Promise.all([
    logIn(session.viewer.user.email, 'wrong wrong wrong'),
    logIn('nobody@example.com', 'wrong wrong wrong'),
  ]);
  expect(refusals[0]).toEqual(refusals[1]);
  expect(refusals[0]).toMatchObject({ problems: [{ code: 'CREDENTIALS_REFUSED' }] });
});

test('every fault of a registration is told at once', async () => {
  const refused = await register({ tenantName: ' ', email: 'nonsense', password: 'short' });
  expect(refused.problems.map(({ code, field }) => `${field}: ${code}`)).toEqual([
    'tenantName: NAME_INVALID',
    'email: EMAIL_INVALID',
    'password: PASSWORD_TOO_SHORT',
  ]);
});

test('an address registers once, also when two try at the same time', async () => {
  const email = `${randomUUID()}@example.com`;
  const both = await Promise.all([register({ email }), register({ email })]);
  expect(both.map((result) => result.__typename).toSorted()).toEqual(['InputRefused', 'Session']);
  expect(both.flatMap((result) => result.problems ?? [])).toMatchObject([{ code: 'EMAIL_TAKEN' }]);
});

test('the people of another tenant do not exist', async () => {
  const [mine, theirs] = await Promise.all([register().then(viewerOf), register().then(viewerOf)]);
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on User { id email } } }';
  const other = await t.graph('accounts', query, { r: [{ __typename: 'User', id: theirs.userId }] }, mine);
  expect(other.data).toEqual({ _entities: [null] });
  const own = await t.graph('accounts', '{ tenant { members { totalCount nodes { id } } } }', {}, mine);
  expect(own.data).toMatchObject({ tenant: { members: { totalCount: 1, nodes: [{ id: mine.userId }] } } });
});

test('the local key opens the personal tenant, the same one each time, and any other key is refused', async () => {
  const open = async (key: string): Promise<Opened> => {
    const { data } = await t.graph('accounts', `mutation ($key: String!) { logInWithLocalKey(key: $key) ${SESSION} }`, { key });
    return (data as { logInWithLocalKey: Opened }).logInWithLocalKey;
  };
  const key = t.system.secrets.ownerKey ?? '';
  const [first, second] = [await viewerOf(await open(key)), await viewerOf(await open(key))];
  expect(second).toEqual(first);
  expect(await open(`${key}x`)).toMatchObject({ problems: [{ code: 'CREDENTIALS_REFUSED' }] });
});

test('of ten who use one sign-in link at once, one gets in', async () => {
  const viewer = await viewerOf(await register());
  const { data } = await t.graph('accounts', 'mutation { createLogInLink { code } }', {}, viewer);
  const { code } = (data as { createLogInLink: { code: string } }).createLogInLink;
  const use = `mutation ($code: String!) { logInWithLink(code: $code) { __typename ... on InputRefused { problems { code } } } }`;
  const results = await Promise.all(Array.from({ length: 10 }, () => t.graph('accounts', use, { code })));
  const kinds = results.map((result) => (result.data as { logInWithLink: Opened }).logInWithLink.__typename);
  expect(kinds.filter((kind) => kind === 'Session')).toHaveLength(1);
});

test('nobody reads members without logging in', async () => {
  const { errors } = await t.graph('accounts', '{ tenant { members { totalCount } } }');
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('owners and administrators say where the days of the tenant begin, and nobody else does', async () => {
  const viewer = await viewerOf(await register());
  const set =
    'mutation ($zone: String!) { setTenantTimeZone(timeZone: $zone) { ... on Tenant { timeZone } ... on InputRefused { problems { code field } } } }';
  const { data: before } = await t.graph('accounts', '{ tenant { timeZone } }', {}, viewer);
  expect(before).toEqual({ tenant: { timeZone: 'UTC' } });
  const wrong = await t.graph('accounts', set, { zone: 'Mars/Base' }, viewer);
  expect(wrong.data).toEqual({ setTenantTimeZone: { problems: [{ code: 'TIME_ZONE_UNKNOWN', field: 'timeZone' }] } });
  expect((await t.graph('accounts', set, { zone: 'Europe/Oslo' }, viewer)).data).toEqual({
    setTenantTimeZone: { timeZone: 'Europe/Oslo' },
  });
  const { data: after } = await t.graph('accounts', '{ tenant { timeZone } }', {}, viewer);
  expect(after).toEqual({ tenant: { timeZone: 'Europe/Oslo' } });
  const refused = await t.graph('accounts', set, { zone: 'UTC' }, { ...viewer, role: 'OPERATOR' });
  expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
