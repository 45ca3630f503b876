import { randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { decodeJwt, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createGraphContext } from '../../kernel/federation/context.ts';
import { resealAll } from '../../kernel/vault/reseal.ts';
import { vaultKey } from '../../kernel/vault/vault.ts';
import { identitySealed } from '../session/identity-sealed.ts';
import { LOGGED_IN, openIdentity, type Identity, type Opened, type Person } from '../session/identity.testkit.ts';
import { browse, CLIENT, openProvider, type TestProvider } from './identity-provider.testkit.ts';

let id: Identity;
let server: Server;
let provider: TestProvider;
let base: string;
let owner: Person;
let domain: string;

beforeAll(async () => {
  id = await openIdentity();
  const route = id.t.subgraphs.byName.get('accounts')?.routes.find(({ prefix }) => prefix === '/auth/oidc/');
  server = createServer(
    (request, response) => void route?.handle(request, response, createGraphContext({ viewer: { kind: 'anonymous' } })),
  );
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  id.t.system.config.publicUrl = base;
  provider = await openProvider(`${base}/auth/oidc/callback`);
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await provider[Symbol.asyncDispose]();
  await id[Symbol.asyncDispose]();
});
beforeEach(async () => {
  domain = `${randomUUID()}.example`;
  owner = await id.register({ email: `ada@${domain}` });
  provider.tamper = null;
  provider.account = { email: `grace@${domain}`, email_verified: true, name: 'Grace Hopper' };
});

type Configured = { __typename: string; signInUrl: string; problems: { code: string; field: string }[] };
const configure = async (who: Person, changes: Record<string, unknown> = {}): Promise<Configured> => {
  const mutation = `mutation ($i: ConfigureSingleSignOnInput!) { configureSingleSignOn(input: $i) {
    __typename ... on SingleSignOn { signInUrl } ... on InputRefused { problems { code field } } } }`;
  const input = { issuer: provider.issuer, ...CLIENT, domains: [domain], defaultRole: 'ANALYST', justInTime: true, ...changes };
  return (await id.ask<{ configureSingleSignOn: Configured }>(mutation, { i: input }, who)).configureSingleSignOn;
};
const enter = async (landed: URL): Promise<Opened> =>
  (
    await id.ask<{ logInWithLink: Opened }>(`mutation ($c: String!) { logInWithLink(code: $c) { ${LOGGED_IN} } }`, {
      c: landed.hash.slice(1),
    })
  ).logInWithLink;
const problemAfter = async (start: string, jar?: Map<string, string>): Promise<string | null> =>
  (await browse(start, jar)).searchParams.get('problem');

test('somebody of the company comes in by its provider, becomes a member once, and comes back as the same', async () => {
  const { signInUrl } = await configure(owner);
  const landed = await browse(`${signInUrl}?to=/dashboards`);
  expect(landed.href.slice(0, landed.href.indexOf('#'))).toBe(`${base}/welcome?to=%2Fdashboards`);
  const first = await enter(landed);
  expect(first.viewer).toMatchObject({
    role: 'ANALYST',
    user: { email: `grace@${domain}`, displayName: 'Grace Hopper' },
    tenant: { id: owner.viewer.tenantId },
  });
  expect((await enter(landed)).problems).toMatchObject([{ code: 'LINK_REFUSED' }]);
  expect((await enter(await browse(signInUrl))).viewer.user.id).toBe(first.viewer.user.id);
  expect(await id.ask('{ viewer { sessions { nodes { way } } } }', {}, { viewer: await id.viewerOf(first) })).toMatchObject({
    viewer: { sessions: { nodes: [{ way: 'SINGLE_SIGN_ON' }, { way: 'SINGLE_SIGN_ON' }] } },
  });
});

test('whoever was not invited does not become a member where newcomers are not wanted; whoever was, as what they were invited for', async () => {
  const { signInUrl } = await configure(owner, { justInTime: false });
  expect(await problemAfter(signInUrl)).toBe('SSO_NOT_MEMBER');
  await id.ask(`mutation { inviteMember(email: "grace@${domain}", role: OPERATOR) { __typename } }`, {}, owner);
  expect((await enter(await browse(signInUrl))).viewer.role).toBe('OPERATOR');
});

test('an address that belongs to another tenant is nobody here, nor is one of another domain, nor one nobody vouches for', async () => {
  const { signInUrl } = await configure(owner);
  await id.register({ email: provider.account.email });
  expect(await problemAfter(signInUrl)).toBe('SSO_NOT_MEMBER');
  provider.account.email = 'eve@elsewhere.example';
  expect(await problemAfter(signInUrl)).toBe('SSO_EMAIL_NOT_ALLOWED');
  provider.account = { email: `eve@${domain}`, email_verified: false, name: 'Eve' };
  expect(await problemAfter(signInUrl)).toBe('SSO_EMAIL_UNVERIFIED');
});

test.each<[string, NonNullable<TestProvider['tamper']>]>([
  ['without a signature', async (token) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`],
  ['signed by somebody else', async (_token, { claims }) => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(CLIENT.clientSecret))],
  ['changed after it was signed', async (token, { claims }) => [token.split('.')[0], Buffer.from(JSON.stringify({ ...claims, email: `ada@${domain}` })).toString('base64url'), token.split('.')[2]].join('.')],
  ['for another audience', async (_token, { claims, sign }) => sign({ ...claims, aud: 'somebody-else' })],
  ['of another issuer', async (_token, { claims, sign }) => sign({ ...claims, iss: 'https://evil.example' })],
  ['that has expired', async (_token, { claims, sign }) => sign({ ...claims, iat: (claims.iat ?? 0) - 7_200, exp: (claims.iat ?? 0) - 3_600 })],
  ['of another log-in', async (_token, { claims, sign }) => sign({ ...claims, nonce: 'another' })],
  ['without its log-in', async (_token, { claims: { nonce: _nonce, ...claims }, sign }) => sign(claims)],
])('an ID token %s is refused', async (_what, tamper) => {
  const { signInUrl } = await configure(owner);
  provider.tamper = tamper;
  expect(await problemAfter(signInUrl)).toBe('SSO_REFUSED');
}); // prettier-ignore

test('a provider that takes secrets in the header only gets it there', async () => {
  await using other = await openProvider(`${base}/auth/oidc/callback`, 'client_secret_basic');
  other.account = provider.account;
  const { signInUrl } = await configure(owner, { issuer: other.issuer });
  expect((await enter(await browse(signInUrl))).__typename).toBe('Session');
});

test('a wrong secret is refused by the provider, and the log-in with it', async () => {
  const { signInUrl } = await configure(owner, { clientSecret: 'not the secret that it knows' });
  expect(await problemAfter(signInUrl)).toBe('SSO_REFUSED');
});

test('an ID token that the provider signs anew is taken: the ones above are refused for what is wrong with them', async () => {
  const { signInUrl } = await configure(owner);
  provider.tamper = (_token, { claims, sign }) => sign(claims);
  expect((await enter(await browse(signInUrl))).__typename).toBe('Session');
});

test('a reply is taken by the browser that asked, for the log-in it asked for, within ten minutes', async () => {
  const { signInUrl } = await configure(owner);
  const jar = new Map<string, string>();
  const begun = await fetch(signInUrl, { redirect: 'manual' });
  const [cookie = ''] = begun.headers.getSetCookie();
  expect(cookie).toMatch(/; HttpOnly; SameSite=Lax/u);
  const state = new URL(begun.headers.get('location') ?? '').searchParams.get('state') ?? '';
  const callback = (query: string, sent: string): Promise<Response> =>
    fetch(`${base}/auth/oidc/callback?${query}`, { redirect: 'manual', headers: { cookie: sent } });
  const problemOf = async (reply: Promise<Response>): Promise<string | null> =>
    new URL((await reply).headers.get('location') ?? '').searchParams.get('problem');
  expect(await problemOf(callback(`code=x&state=${state}`, ''))).toBe('SSO_REFUSED');
  expect(await problemOf(callback('code=x&state=another', cookie))).toBe('SSO_REFUSED');
  expect(await problemOf(callback(`code=x&state=${state}`, cookie))).toBe('SSO_REFUSED');
  expect(await problemOf(callback(`error=access_denied&state=${state}`, cookie))).toBe('SSO_REFUSED');
  const [other] = (await fetch((await configure(await otherOwner())).signInUrl, { redirect: 'manual' })).headers.getSetCookie();
  expect(await problemOf(callback(`code=x&state=${state}`, other ?? ''))).toBe('SSO_REFUSED');
  const stale = new Map(jar).set(`${new URL(base).host} autonomos_sign_in`, cookie.split(';')[0]?.split('=')[1] ?? '');
  id.pass(11 * 60_000);
  expect(await problemAfter(`${base}/auth/oidc/callback?code=x&state=${state}`, stale)).toBe('SSO_REFUSED');
});

/** The owner of another tenant with a provider for the same domain. */
async function otherOwner(): Promise<Person> {
  return id.register({ email: `${randomUUID()}@${domain}` });
}

test('only owners set it up; the secret is kept when it is left out and never shown', async () => {
  const admin = await id.join(owner, 'ADMIN');
  await expect(configure(admin)).rejects.toThrow('FORBIDDEN');
  await configure(owner);
  expect((await configure(owner, { clientSecret: null, defaultRole: 'VIEWER' })).__typename).toBe('SingleSignOn');
  expect((await enter(await browse(`${base}/auth/oidc/start/${owner.viewer.tenantId}`))).viewer.role).toBe('VIEWER');
  const { singleSignOn } = await id.ask<{ singleSignOn: object }>(
    '{ singleSignOn { issuer clientId domains defaultRole justInTime signInUrl redirectUrl } }',
    {},
    owner,
  );
  expect(JSON.stringify(singleSignOn)).not.toContain(CLIENT.clientSecret);
  const other = await id.register();
  expect(await id.ask('{ singleSignOn { issuer } }', {}, other)).toEqual({ singleSignOn: null });
});

test('what is sealed is sealed anew when the key of the vault changes, and opens without the old one', async () => {
  const { signInUrl } = await configure(owner);
  const { system } = id.t;
  const [old, fresh] = [system.secrets.vault, randomBytes(32)];
  const both = vaultKey(fresh, [old.bytes]);
  expect(
    await resealAll({ database: system.database, vault: both, logger: system.logger }, identitySealed, new AbortController().signal),
  ).toMatchObject({
    unreadable: 0,
  });
  system.secrets.vault = vaultKey(fresh);
  expect((await enter(await browse(signInUrl))).__typename).toBe('Session');
});

test('every fault of the settings is told at once', async () => {
  const refused = await configure(owner, { issuer: 'nonsense', clientId: '', domains: ['*.com', 'localhost'], defaultRole: 'OWNER' });
  expect(refused.problems.map(({ code, field }) => `${field}: ${code}`)).toEqual([
    'issuer: SSO_ISSUER_INVALID',
    'clientId: SSO_CLIENT_INVALID',
    'domains: SSO_DOMAIN_INVALID',
    'defaultRole: SSO_ROLE_INVALID',
  ]);
  for (const issuer of ['http://169.254.169.254/latest', base, 'http://127.0.0.1:1'])
    expect((await configure(owner, { issuer })).problems).toMatchObject([{ code: 'SSO_PROVIDER_UNREACHABLE', field: 'issuer' }]);
  expect((await configure(owner, { issuer: 'ftp://example.com' })).problems).toMatchObject([{ code: 'SSO_ISSUER_INVALID' }]);
});

test('where one is sent at the end is a path of ours, and who has a provider is told to whoever knows an account', async () => {
  const { signInUrl } = await configure(owner);
  for (const to of ['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/a\nb'])
    expect((await browse(`${signInUrl}?to=${encodeURIComponent(to)}`)).search).toBe('');
  const methods = (email: string): Promise<unknown> =>
    id.ask('query ($e: String!) { signInMethods(email: $e) { password singleSignOn { name url } } }', { e: email });
  expect(await methods(owner.email)).toEqual({ signInMethods: { password: true, singleSignOn: { name: '127.0.0.1', url: signInUrl } } });
  expect(await methods(`nobody@${domain}`)).toEqual({ signInMethods: { password: true, singleSignOn: null } });
  await id.ask('mutation { removeSingleSignOn { removed } }', {}, owner);
  expect(await problemAfter(signInUrl)).toBe('SSO_NOT_CONFIGURED');
  for (const tenant of ['', 'x', randomUUID(), '%00'])
    expect(await problemAfter(`${base}/auth/oidc/start/${tenant}`)).toBe('SSO_NOT_CONFIGURED');
});

test('the code that ends a log-in is no token, and no token is in an address', async () => {
  const { signInUrl } = await configure(owner);
  const landed = await browse(signInUrl);
  expect(() => decodeJwt(landed.hash.slice(1))).toThrow('Invalid JWT');
  expect(landed.search).toBe('');
});
