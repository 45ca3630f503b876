import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRODUCT_DOOR } from '../gateway/door/door-options.ts';
import { hashOf, readManifest } from '../gateway/persisted/manifest.ts';
import { createPersistedDocuments } from '../gateway/persisted/persisted-documents.ts';
import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAccounts } from '../subgraphs/accounts/index.ts';
import { cataloguedErrors } from '../subgraphs/kernel/errors/domain-error.ts';
import { socketClient } from './testkit/socket-client.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { registerOwner } from './testkit/registered-owner.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

const KNOWN = 'query Known { viewer { role } }';
const manifest = readManifest(JSON.stringify({ [hashOf(KNOWN)]: KNOWN }));
const ID = `sha256:${hashOf(KNOWN)}`;

let t: TestSystem;
let open: TestGateway;
/** Runs documents by their ids only, shows its schema to owners only, and measures instead of refusing. */
let strict: TestGateway;
let token: string;

beforeAll(async () => {
  t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
  open = await startTestGateway(t, 'in process');
  strict = await startTestGateway(
    t,
    'in process',
    {},
    {
      documents: createPersistedDocuments({ mode: 'REQUIRE', manifest, automatic: true }),
      door: {
        introspection: { kind: 'ROLES', roles: new Set(['OWNER']) },
        demand: { ...PRODUCT_DOOR.demand, mode: 'MEASURE' },
      },
    },
  );
  ({ token } = await registerOwner(open.url));
});
afterAll(async () => {
  await open[Symbol.asyncDispose]();
  await strict[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

interface Reply {
  data?: unknown;
  errors?: readonly { message: string; extensions?: Record<string, unknown> | undefined }[] | undefined;
  extensions?: unknown;
}

async function send(gateway: TestGateway, path: string, init: RequestInit): Promise<{ status: number; reply: Reply }> {
  const response = await fetch(gateway.url + path, init);
  return { status: response.status, reply: (await response.json()) as Reply };
}

function post(body: unknown, headers: Record<string, string> = {}, gateway = open) {
  return send(gateway, '/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const times = (count: number, make: (n: number) => string): string => Array.from({ length: count }, (_, n) => make(n)).join(' ');
const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });
const MEMBERS = 'query ($n: Int!) { tenant { members(first: $n) { nodes { id } } } }';

/** Operations that are refused, over HTTP and over sockets alike. */
const OPERATIONS: readonly [what: string, operation: Record<string, unknown>, code: string, status: number][] = [
  ['a syntax error', { query: '{ viewer { ' }, 'GRAPHQL_PARSE_FAILED', 400],
  ['a field that does not exist', { query: '{ nonsense }' }, 'GRAPHQL_VALIDATION_FAILED', 400],
  [
    'two operations and none named',
    { query: 'query A { viewer { role } } query B { viewer { role } }' },
    'OPERATION_RESOLUTION_FAILURE',
    400,
  ],
  ['a variable of another type', { query: MEMBERS, variables: { n: 'x' } }, 'BAD_USER_INPUT', 400],
  ['too many tokens', { query: `{ ${'viewer { role } '.repeat(700)} }` }, 'DOCUMENT_TOO_LARGE', 400],
  ['too many levels', { query: `{ viewer { ${'tenant { '.repeat(20)}id${' }'.repeat(20)} } }` }, 'OPERATION_TOO_DEEP', 400],
  [
    'levels hidden in fragments',
    {
      query: `{ viewer { tenant { ...F0 } } } ${times(16, (n) => `fragment F${n} on Tenant { x { ...F${n + 1} } }`)} fragment F16 on Tenant { id }`,
    },
    'OPERATION_TOO_DEEP',
    400,
  ],
  [
    'too many levels of introspection',
    { query: `{ __type(name: "Query") { ${'ofType { '.repeat(24)}name${' }'.repeat(24)} } }` },
    'OPERATION_TOO_DEEP',
    400,
  ],
  ['too many aliases', { query: `{ viewer { ${times(61, (n) => `a${n}: role`)} } }` }, 'TOO_MANY_ALIASES', 400],
  ['too many directives', { query: `{ viewer { ${times(61, () => 'role @include(if: true)')} } }` }, 'TOO_MANY_DIRECTIVES', 400],
  ['too many root fields', { query: `{ ${times(61, () => 'viewer { role }')} }` }, 'TOO_MANY_ROOT_FIELDS', 400],
  ['the schema again and again', { query: `{ ${times(9, (n) => `s${n}: __schema { types { name } }`)} }` }, 'TOO_MANY_ROOT_FIELDS', 400],
  [
    'fragments that unfold',
    {
      query: `{ viewer { ...F0 } } ${times(40, (n) => `fragment F${n} on Viewer { role ...F${n + 1} ...F${n + 1} }`)} fragment F40 on Viewer { role }`,
    },
    'TOO_MANY_SELECTIONS',
    400,
  ],
  [
    'fragments in a circle',
    { query: '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }' },
    'GRAPHQL_VALIDATION_FAILED',
    400,
  ],
  ['variables nested too deeply', { query: MEMBERS, variables: { n: 1, x: deep(30) } }, 'VARIABLES_TOO_DEEP', 400],
  [
    'too many values in variables',
    { query: MEMBERS, variables: { n: 1, x: Array.from({ length: 20_001 }, () => 1) } },
    'VARIABLES_TOO_LARGE',
    400,
  ],
  ['what costs too much, by a variable', { query: MEMBERS, variables: { n: 30_000 } }, 'OPERATION_TOO_EXPENSIVE', 400],
  ['an id that is none', { documentId: 'nonsense' }, 'PERSISTED_DOCUMENT_INVALID', 400],
  ['an id nobody knows', { documentId: `sha256:${'0'.repeat(64)}` }, 'PERSISTED_DOCUMENT_UNKNOWN', 404],
  [
    'a hash nobody handed in',
    { extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } },
    'PERSISTED_QUERY_NOT_FOUND',
    200,
  ],
  [
    'a hash of another text',
    { query: KNOWN, extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } },
    'PERSISTED_DOCUMENT_INVALID',
    400,
  ],
  ['no document at all', { variables: {} }, 'BAD_REQUEST', 400],
];

/** A refusal says its code, which is in the catalogue, what is wrong and what to do about it. */
function expectRefusal({ errors, data }: Reply, code: string): void {
  expect(data ?? null).toBeNull();
  expect(errors?.[0]).toMatchObject({ message: expect.stringMatching(/\w/), extensions: { code, todo: expect.stringMatching(/\w.*\.$/) } });
  expect(errors?.length).toBeLessThanOrEqual(3);
  expect(cataloguedErrors().map((entry) => entry.code)).toContain(code);
}

describe('what is refused of an operation', () => {
  test.each(OPERATIONS)('over HTTP: %s', async (_what, operation, code, status) => {
    const answer = await post(operation);
    expectRefusal(answer.reply, code);
    expect(answer.status).toBe(status);
  });

  test.each(OPERATIONS)('over a socket: %s', async (_what, operation, code) => {
    await using client = socketClient(open.url, token);
    // The protocol asks for a text, if an empty one.
    const reply = await client.send({ query: '', ...operation });
    expect(reply.errors).toBeDefined();
    expectRefusal(reply, code);
  });

  test('no name of the schema is suggested', async () => {
    const { reply } = await post({ query: '{ viewr { rol } }' });
    expect(JSON.stringify(reply)).not.toMatch(/viewer|mean/i);
    const wrong = { query: 'query ($p: LoginInput) { __typename }', variables: {} };
    expect(JSON.stringify((await post(wrong)).reply)).not.toMatch(/mean/i);
  });

  test('plain JSON has no status for what is wrong with a document', async () => {
    const answer = await post({ query: '{ nonsense }' }, { accept: 'application/json' });
    expect(answer.status).toBe(200);
    expectRefusal(answer.reply, 'GRAPHQL_VALIDATION_FAILED');
  });
});

describe('what is refused of a request', () => {
  const json = { 'content-type': 'application/json' };
  test.each<[string, string, RequestInit, string, number]>([
    ['no JSON', '/graphql', { method: 'POST', headers: json, body: '{' }, 'BODY_NOT_JSON', 400],
    ['a list of operations', '/graphql', { method: 'POST', headers: json, body: `[{"query":"${KNOWN}"}]` }, 'BAD_REQUEST', 400],
    [
      'variables that are no object',
      '/graphql',
      { method: 'POST', headers: json, body: `{"query":"${KNOWN}","variables":[]}` },
      'BAD_REQUEST',
      400,
    ],
    ['too large a body', '/graphql', { method: 'POST', headers: json, body: 'x'.repeat(300_000) }, 'BODY_TOO_LARGE', 413],
    [
      'another content type',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' },
      'CONTENT_TYPE_UNSUPPORTED',
      415,
    ],
    ['a form', '/graphql', { method: 'POST', body: new FormData() }, 'CONTENT_TYPE_UNSUPPORTED', 415],
    [
      'a type we do not answer in',
      '/graphql',
      { method: 'POST', headers: { ...json, accept: 'image/png' }, body: '{}' },
      'NOT_ACCEPTABLE',
      406,
    ],
    ['another method', '/graphql', { method: 'PUT', headers: json, body: '{}' }, 'METHOD_NOT_ALLOWED', 405],
    ['a GET that any page could make', `/graphql?query=${encodeURIComponent(KNOWN)}`, {}, 'CROSS_SITE_REQUEST', 400],
    ['a mutation by GET', '/graphql?query=mutation%7B__typename%7D', { headers: json }, 'BAD_REQUEST', 405],
    [
      'a subscription over HTTP',
      '/graphql',
      { method: 'POST', headers: json, body: '{"query":"subscription { __typename }"}' },
      'SUBSCRIPTION_NEEDS_WEBSOCKET',
      400,
    ],
    [
      'a forged session',
      '/graphql',
      { method: 'POST', headers: { ...json, authorization: 'Bearer a.b.c' }, body: `{"query":"${KNOWN}"}` },
      'UNAUTHENTICATED',
      401,
    ],
    ['nobody’s session', '/graphql', { method: 'POST', headers: json, body: '{"query":"{ tenant { id } }"}' }, 'UNAUTHENTICATED', 401],
    ['another address', '/nothing', {}, 'ROUTE_NOT_FOUND', 404],
  ])('%s', async (_what, path, init, code, status) => {
    const answer = await send(open, path, init);
    expectRefusal(answer.reply, code);
    expect(answer.status).toBe(status);
  });

  test('headers that never end are cut off, with a status that says so', async () => {
    const { hostname, port } = new URL(open.url);
    const status = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname);
      let reply = '';
      socket.on('data', (chunk: Buffer) => {
        reply += chunk.toString('latin1');
      });
      socket.on('close', () => resolve(reply.split(' ')[1] ?? ''));
      socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\n');
    });
    expect(status).toBe('408');
  });
});

describe('a stricter door', () => {
  test('runs documents by their id only, over HTTP and over sockets', async () => {
    expect((await post({ documentId: ID }, {}, strict)).reply.data).toEqual({ viewer: { role: 'OWNER' } });
    const search = new URLSearchParams({ documentId: ID });
    const get = await send(strict, `/graphql?${search.toString()}`, {
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    });
    expect(get.reply.data).toEqual({ viewer: { role: 'OWNER' } });
    expectRefusal((await post({ query: KNOWN }, {}, strict)).reply, 'PERSISTED_DOCUMENT_REQUIRED');
    await using client = socketClient(strict.url, token);
    expect((await client.send({ query: '', documentId: ID })).data).toEqual({ viewer: { role: 'OWNER' } });
    expectRefusal(await client.send({ query: KNOWN }), 'PERSISTED_DOCUMENT_REQUIRED');
  });

  test('measures what operations cost, and tells', async () => {
    const { reply } = await post({ documentId: ID }, {}, strict);
    expect(reply.extensions).toEqual({ cost: { estimated: 1, maximum: 25_000 } });
  });
});

describe('introspection', () => {
  test('is for the roles that may', async () => {
    await using gateway = await startTestGateway(
      t,
      'in process',
      {},
      { door: { introspection: { kind: 'ROLES', roles: new Set(['OWNER']) } } },
    );
    const query = '{ ...S } fragment S on Query { __schema { queryType { name } } }';
    expect((await post({ query }, {}, gateway)).reply.data).toEqual({ __schema: { queryType: { name: 'Query' } } });
    const nobody = await post({ query }, { authorization: '' }, gateway);
    expectRefusal(nobody.reply, 'INTROSPECTION_OFF');
    expect(nobody.status).toBe(400);
  });
});
