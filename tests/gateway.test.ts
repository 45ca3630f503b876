import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signSession } from '../subgraphs/kernel/viewer/session-token.ts';
import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAccounts } from '../subgraphs/accounts/index.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { registerOwner } from './testkit/registered-owner.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

interface Reply {
  status: number;
  data?: Record<string, never>;
  errors?: { message: string; path?: string[]; extensions: { code: string; todo: string } }[];
}

async function post(url: string, body: string | object, headers: Record<string, string> = {}): Promise<Reply> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

describe.each(['in process', 'http'] as const)('with its subgraphs %s', (sources) => {
  let gateway: TestGateway;
  let token: string;
  beforeAll(async () => {
    gateway = await startTestGateway(t, sources);
    ({ token } = await registerOwner(gateway.url));
  });
  afterAll(() => gateway[Symbol.asyncDispose]());

  test('a session reads its own tenant', async () => {
    const reply = await post(
      gateway.url,
      { query: '{ viewer { role tenant { name members { totalCount } } } }' },
      { authorization: `Bearer ${token}` },
    );
    expect(reply).toMatchObject({ status: 200, data: { viewer: { role: 'OWNER', tenant: { name: 'Acme', members: { totalCount: 1 } } } } });
  });

  test('nobody reads a tenant without logging in', async () => {
    const reply = await post(gateway.url, { query: '{ tenant { members { totalCount } } }' });
    expect(reply.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });

  test.each([
    ['forged', async () => (await signSession(await viewer(), new TextEncoder().encode('x'.repeat(32)), new Date())).token],
    ['expired', async () => (await signSession(await viewer(), t.system.secrets.session, new Date(0))).token],
    ['garbage', async () => 'garbage'],
  ])('a %s token is refused, not taken for nobody', async (_kind, make) => {
    const reply = await post(gateway.url, { query: '{ viewer { role } }' }, { authorization: `Bearer ${await make()}` });
    expect(reply).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  test.each([
    ['a syntax error', { query: '{ viewer { ' }, 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ nonsense }' }, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['no query', {}, 400, 'BAD_REQUEST'],
    ['a body that is not JSON', '{', 400, 'BODY_NOT_JSON'],
    ['a body that is too large', { query: '{ viewer { role } }', pad: 'x'.repeat(300_000) }, 413, 'BODY_TOO_LARGE'],
    ['too many tokens', { query: `{ ${'viewer { role } '.repeat(900)} }` }, 400, 'DOCUMENT_TOO_LARGE'],
    [
      'too deep a document',
      { query: `{ viewer { user { ${'tenant { members { nodes { '.repeat(8)} id ${'} } } '.repeat(8)} } } }` },
      400,
      'OPERATION_TOO_DEEP',
    ],
    [
      'a wrong variable',
      { query: 'query ($n: Int!) { tenant { members(first: $n) { totalCount } } }', variables: { n: 'x' } },
      400,
      'BAD_USER_INPUT',
    ],
  ])('%s gets a typed error that says what to do', async (_name, body, status, code) => {
    const reply = await post(gateway.url, body, { authorization: `Bearer ${token}` });
    expect(reply.status).toBe(status);
    expect(reply.errors?.[0]?.extensions).toMatchObject({ code, todo: expect.stringMatching(/\w/) });
  });

  test('a page size out of bounds is a typed error at its path', async () => {
    const reply = await post(
      gateway.url,
      { query: '{ tenant { members(first: 1000) { totalCount } } }' },
      { authorization: `Bearer ${token}` },
    );
    expect(reply.errors).toMatchObject([{ extensions: { code: 'BAD_PAGE_SIZE' } }]);
  });

  test('a page of another site cannot make a browser send operations', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{ viewer { role } }"}',
    });
    expect(response.status).toBe(415);
  });

  test('health and metrics answer', async () => {
    for (const path of ['/health/live', '/health/ready', '/metrics']) expect((await fetch(gateway.url + path)).status).toBe(200);
  });
});

async function viewer() {
  return t.newTenant();
}
