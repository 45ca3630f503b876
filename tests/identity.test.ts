import { randomBytes, randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAccounts } from '../subgraphs/accounts/index.ts';
import { socketClient } from './testkit/socket-client.ts';
import { eventually } from './testkit/eventually.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

const PASSWORD = 'correct horse battery';
const SESSION = '... on Session { token refreshToken viewer { user { id } tenant { id } } } ... on InputRefused { problems { code } }';
/** Every door has to know within a second; a machine that does ten other things gets some more. */
const TOLD_WITHIN_MS = 5_000;

interface Opened {
  token: string;
  refreshToken: string;
  viewer: { user: { id: string }; tenant: { id: string } };
}

let t: TestSystem;
let gateways: TestGateway[];
beforeAll(async () => {
  t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
  gateways = [await startTestGateway(t, 'in process'), await startTestGateway(t, 'http')];
});
afterAll(async () => {
  await Promise.all(gateways.map((gateway) => gateway[Symbol.asyncDispose]()));
  await t[Symbol.asyncDispose]();
});

interface Reply {
  status: number;
  text: string;
  body: { data?: Record<string, never> | null; errors?: { message: string; extensions: { code: string } }[] };
}

async function ask(gateway: TestGateway | undefined, query: string, variables: object, token: string | null): Promise<Reply> {
  const response = await fetch(`${gateway?.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as Reply['body'] };
}

async function register(): Promise<Opened & { email: string }> {
  const email = `${randomUUID()}@example.com`;
  const input = { tenantName: 'Acme', email, displayName: 'Ada', password: PASSWORD };
  const { body } = await ask(
    gateways[0],
    `mutation ($input: RegisterTenantInput!) { registerTenant(input: $input) { ${SESSION} } }`,
    { input },
    null,
  );
  return { ...(body.data?.['registerTenant'] as never as Opened), email };
}

const codeAt = async (gateway: TestGateway | undefined, token: string): Promise<string> =>
  (await ask(gateway, '{ tenant { name } }', {}, token)).body.errors?.[0]?.extensions.code ?? 'OK';

/** Resolves when both doors answer so; fails when one takes longer than it may. */
async function everyDoorSays(code: string, token: string): Promise<void> {
  await Promise.all(
    gateways.map((gateway) => eventually(`a door says ${code}`, async () => (await codeAt(gateway, token)) === code, TOLD_WITHIN_MS)),
  );
}

describe('what is no session token of ours', () => {
  const claims = (opened: Opened): SignJWT =>
    new SignJWT({ tenant: opened.viewer.tenant.id, role: 'OWNER', sid: randomUUID() })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(opened.viewer.user.id);
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  async function hostile(opened: Opened): Promise<Record<string, string>> {
    const key = t.system.secrets.session;
    const [head = '', body = '', signature = ''] = opened.token.split('.');
    const said = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Record<string, unknown>;
    const soon = Math.floor(Date.now() / 1_000) + 600;
    return {
      expired: await claims(opened)
        .setAudience('autonomos')
        .setExpirationTime(Math.floor(Date.now() / 1_000) - 1)
        .sign(key),
      'forged with another key': await claims(opened).setAudience('autonomos').setExpirationTime(soon).sign(randomBytes(32)),
      'of alg none': `${encode({ alg: 'none' })}.${body}.`,
      'of alg none with a signature': `${encode({ alg: 'none' })}.${body}.${signature}`,
      'for another audience': await claims(opened).setAudience('autonomos-subgraph').setExpirationTime(soon).sign(key),
      'for nobody': await claims(opened).setExpirationTime(soon).sign(key),
      'a proof of a device': await claims(opened).setAudience('autonomos-device').setExpirationTime(soon).sign(key),
      'a challenge': await claims(opened).setAudience('autonomos-second-factor').setExpirationTime(soon).sign(key),
      'changed to be another tenant’s': `${head}.${encode({ ...said, tenant: randomUUID() })}.${signature}`,
      'with a role there is not': await new SignJWT({ tenant: randomUUID(), role: 'ROOT' })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(randomUUID())
        .setAudience('autonomos')
        .setExpirationTime(soon)
        .sign(key),
      'with a key it brings along': `${encode({ alg: 'HS256', jwk: { kty: 'oct', k: 'AAAA' } })}.${body}.${signature}`,
      'the refresh token': opened.refreshToken,
      'cut off': opened.token.slice(0, -1),
      'nothing but dots': '..',
      'far too long': 'x'.repeat(7_000),
    };
  }

  test('is refused with one and the same reply, over HTTP and sockets, at every door', async () => {
    const opened = await register();
    expect(await codeAt(gateways[0], opened.token)).toBe('OK');
    const replies = new Set<string>();
    for (const [what, token] of Object.entries(await hostile(opened))) {
      for (const gateway of gateways) {
        const { status, body } = await ask(gateway, '{ viewer { role } }', {}, token);
        expect([what, status, body.errors?.[0]?.extensions.code]).toEqual([what, 401, 'UNAUTHENTICATED']);
        replies.add(JSON.stringify(body));
      }
      await using socket = socketClient(gateways[0]?.url ?? '', token);
      await socket.ask('{ viewer { role } }').catch(() => undefined);
      await eventually('the socket is closed', () => socket.closed() !== null);
      expect([what, socket.closed()?.code]).toEqual([what, 4401]);
    }
    expect(replies.size).toBe(1);
  });

  test('opens nothing as a refresh token either, and the reply holds nothing of it', async () => {
    const opened = await register();
    const mutation = `mutation ($token: String!) { refreshSession(refreshToken: $token) { __typename ${SESSION} } }`;
    const replies = new Set<string>();
    const { 'the refresh token': own = '', ...others } = await hostile(opened);
    for (const token of [...Object.values(others), opened.token, `${own}=`]) {
      const { status, text } = await ask(gateways[0], mutation, { token }, null);
      expect(status).toBe(200);
      replies.add(text);
    }
    expect([...replies].map((text) => JSON.parse(text) as object)).toMatchObject([
      { data: { refreshSession: { __typename: 'InputRefused', problems: [{ code: 'SESSION_ENDED' }] } } },
    ]);
    expect((await ask(gateways[0], mutation, { token: own }, null)).text).toContain('"Session"');
  });
});

test('the way to an identity provider is at the public door, and nothing there is told of tenants', async () => {
  for (const gateway of gateways) {
    const replies = ['start/', `start/${randomUUID()}`, 'start/%00', 'callback?code=x&state=y', 'elsewhere'].map((path) =>
      fetch(`${gateway.url}/auth/oidc/${path}`, { redirect: 'manual' }),
    );
    for (const reply of await Promise.all(replies)) {
      expect([reply.status, new URL(reply.headers.get('location') ?? '').pathname]).toEqual([303, '/login']);
      expect(reply.headers.get('cache-control')).toBe('no-store');
    }
  }
});

describe('within a second, at every door and on open sockets', () => {
  const enders: [string, (opened: Opened & { email: string }) => Promise<unknown>][] = [
    ['logging out', ({ token }) => ask(gateways[0], 'mutation { logOut { count } }', {}, token)],
    ['logging out everywhere', ({ token }) => ask(gateways[1], 'mutation { logOutEverywhere { count } }', {}, token)],
    [
      'ending the session from another one',
      async ({ token, email }) => {
        const other = await logIn(email);
        const { body } = await ask(gateways[0], '{ viewer { sessions { nodes { id current } } } }', {}, other.token);
        const { nodes } = (body.data as never as { viewer: { sessions: { nodes: { id: string; current: boolean }[] } } }).viewer.sessions;
        const mutation = 'mutation ($id: ID!) { revokeSession(id: $id) { __typename } }';
        expect(token).not.toBe(other.token);
        return ask(gateways[1], mutation, { id: nodes.find(({ current }) => !current)?.id }, other.token);
      },
    ],
    [
      'a new password set elsewhere',
      async ({ email }) => {
        const mutation = `mutation { changePassword(oldPassword: "${PASSWORD}", newPassword: "blue-kettle-mountain") { __typename } }`;
        return ask(gateways[0], mutation, {}, (await logIn(email)).token);
      },
    ],
    [
      'an old refresh token that comes back',
      async ({ refreshToken }) => {
        const mutation = `mutation ($t: String!) { refreshSession(refreshToken: $t) { ${SESSION} } }`;
        const refresh = async (token: string): Promise<string> =>
          ((await ask(gateways[0], mutation, { t: token }, null)).body.data as never as { refreshSession: Opened }).refreshSession
            .refreshToken;
        await refresh(await refresh(refreshToken));
        return refresh(refreshToken);
      },
    ],
  ];

  async function logIn(email: string): Promise<Opened> {
    const mutation = `mutation ($e: String!, $p: String!) { logIn(email: $e, password: $p) { ${SESSION} } }`;
    return ((await ask(gateways[0], mutation, { e: email, p: PASSWORD }, null)).body.data as never as { logIn: Opened }).logIn;
  }

  test.each(enders)('%s ends what the token allows', async (_what, end) => {
    const opened = await register();
    const sockets = gateways.map(({ url }) => socketClient(url, opened.token));
    for (const socket of sockets) expect((await socket.ask('{ viewer { role } }')).errors).toBeUndefined();
    await end(opened);
    await everyDoorSays('UNAUTHENTICATED', opened.token);
    for (const socket of sockets) {
      await eventually('the socket is closed', () => socket.closed() !== null, TOLD_WITHIN_MS);
      await socket[Symbol.asyncDispose]();
    }
  });

  test('the other sessions of the person go on', async () => {
    const opened = await register();
    const other = await logIn(opened.email);
    await ask(gateways[0], 'mutation { logOut { count } }', {}, opened.token);
    await everyDoorSays('UNAUTHENTICATED', opened.token);
    expect(await Promise.all(gateways.map((gateway) => codeAt(gateway, other.token)))).toEqual(['OK', 'OK']);
  });
});
