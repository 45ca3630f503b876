import { connect } from 'node:net';
import fc from 'fast-check';
import { auditServer } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAccounts } from '../subgraphs/accounts/index.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

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

/** The optional GETs without a header that a page cannot send: those we refuse. */
const SIMPLE_GETS = new Set(['5A70', 'D6D5', '6A70']);

test('the public audit of GraphQL over HTTP finds nothing', async () => {
  const results = await auditServer({ url: `${gateway.url}/graphql` });
  expect(results.length).toBeGreaterThan(50);
  const found = results.flatMap((result) =>
    result.status === 'ok' ? [] : [`${result.status} ${result.id} ${result.name}: ${result.reason}`],
  );
  expect(found.filter((line) => !SIMPLE_GETS.has(line.split(' ')[1] ?? ''))).toEqual([]);
});

const QUERY = '{ __typename }';
const JSON_BODY = { 'content-type': 'application/json' };

async function ask(init: RequestInit & { search?: string }): Promise<{ status: number; headers: Headers; code: unknown; body: unknown }> {
  const response = await fetch(`${gateway.url}/graphql${init.search ?? ''}`, init);
  const text = await response.text();
  const body = text === '' ? null : (JSON.parse(text) as { errors?: { extensions?: { code?: string } }[] });
  return { status: response.status, headers: response.headers, code: body?.errors?.[0]?.extensions?.code, body };
}

describe('the type of the reply', () => {
  test.each([
    [undefined, 'application/json; charset=utf-8'],
    ['*/*', 'application/json; charset=utf-8'],
    ['application/*', 'application/json; charset=utf-8'],
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
    ['application/graphql-response+json, application/json', 'application/graphql-response+json; charset=utf-8'],
    ['application/json, application/graphql-response+json;q=0.5', 'application/json; charset=utf-8'],
    ['application/json;q=0.2, application/graphql-response+json;q=0.5', 'application/graphql-response+json; charset=utf-8'],
    [
      'application/graphql-response+json; charset=utf-8, application/json; charset=utf-8',
      'application/graphql-response+json; charset=utf-8',
    ],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json; charset=utf-8'],
    ['application/graphql-response+json;q=0, */*', 'application/json; charset=utf-8'],
  ])('for accept %s is %s', async (accept, type) => {
    const { status, headers } = await ask({
      method: 'POST',
      headers: { ...JSON_BODY, ...(accept === undefined ? {} : { accept }) },
      body: JSON.stringify({ query: QUERY }),
    });
    expect({ status, type: headers.get('content-type') }).toEqual({ status: 200, type });
  });

  test.each(['text/html', 'application/json; charset=utf-16', 'image/*, text/*;q=0.4'])('cannot be %s', async (accept) => {
    const { status, code } = await ask({ method: 'POST', headers: { ...JSON_BODY, accept }, body: JSON.stringify({ query: QUERY }) });
    expect({ status, code }).toEqual({ status: 406, code: 'NOT_ACCEPTABLE' });
  });

  test('decides whether a document that is wrong is a status of its own', async () => {
    const statusFor = async (accept: string, body: object): Promise<number> =>
      (await ask({ method: 'POST', headers: { ...JSON_BODY, accept }, body: JSON.stringify(body) })).status;
    for (const body of [{ query: '{' }, { query: '{ nothing }' }, { query: 'query ($n: Int!) { __typename }', variables: { n: 'x' } }]) {
      expect(await statusFor('application/graphql-response+json', body)).toBe(400);
      expect(await statusFor('application/json', body)).toBe(200);
    }
    expect(await statusFor('application/json', { nothing: 1 })).toBe(400);
  });
});

describe('a request', () => {
  test.each([
    ['without a content-type', {}, 415],
    ['of another content-type', { 'content-type': 'text/plain' }, 415],
    ['in another charset', { 'content-type': 'application/json; charset=latin1' }, 415],
    ['that is compressed', { ...JSON_BODY, 'content-encoding': 'gzip' }, 415],
    ['of JSON in UTF-8', { 'content-type': 'application/json; charset="UTF-8"' }, 200],
  ])('%s', async (_name, headers, status) => {
    const body = new TextEncoder().encode(JSON.stringify({ query: QUERY }));
    const reply = await ask({ method: 'POST', headers, body });
    expect(reply).toMatchObject({ status, code: status === 415 ? 'CONTENT_TYPE_UNSUPPORTED' : undefined });
  });

  test.each([
    ['a query', `?query=${encodeURIComponent(QUERY)}`, { 'apollo-require-preflight': 'true' }, 200, undefined],
    ['a query a page could have sent', `?query=${encodeURIComponent(QUERY)}`, {}, 400, 'CROSS_SITE_REQUEST'],
    ['a mutation', `?query=${encodeURIComponent('mutation { __typename }')}`, { 'apollo-require-preflight': 'true' }, 405, 'BAD_REQUEST'],
    ['two queries', '?query=%7Ba%7D&query=%7Bb%7D', { 'apollo-require-preflight': 'true' }, 400, 'BAD_REQUEST'],
    ['nothing', '', { 'apollo-require-preflight': 'true' }, 400, 'BAD_REQUEST'],
  ])('by GET with %s', async (_name, search, headers, status, code) => {
    expect(await ask({ method: 'GET', search, headers })).toMatchObject({ status, code });
  });

  test('by another method is told which there are', async () => {
    const { status, code, headers } = await ask({ method: 'DELETE' });
    expect({ status, code, allow: headers.get('allow') }).toEqual({ status: 405, code: 'METHOD_NOT_ALLOWED', allow: 'GET, POST, OPTIONS' });
    expect((await fetch(`${gateway.url}/graphql`, { method: 'HEAD' })).status).toBe(405);
  });

  test('from a page of another origin is not let in', async () => {
    const { status, headers } = await ask({
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });
    expect({ status, allowed: headers.get('access-control-allow-origin') }).toEqual({ status: 204, allowed: null });
  });

  test.each([
    ['query', { query: { no: 1 } }],
    ['variables', { query: QUERY, variables: [1] }],
    ['operationName', { query: QUERY, operationName: 1 }],
    ['extensions', { query: QUERY, extensions: 'x' }],
    ['a list of operations', [{ query: QUERY }]],
    ['a number', 1],
  ])('whose %s is of a wrong type is told so', async (_name, body) => {
    const reply = await ask({ method: 'POST', headers: JSON_BODY, body: JSON.stringify(body) });
    expect(reply).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });
});

describe('on the wire', () => {
  /** Sends bytes over a connection of its own. @returns everything that came back until the other side, or a second, ended it */
  async function wire(bytes: string | Uint8Array): Promise<string> {
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
    socket.on('error', () => undefined);
    socket.setTimeout(1_000, () => socket.destroy());
    const closed = new Promise((resolve) => void socket.on('close', resolve));
    socket.write(bytes);
    await closed;
    return heard;
  }

  const body = JSON.stringify({ query: QUERY });
  const post = (headers: string, sent = `content-length: ${body.length}\r\n\r\n${body}`): string =>
    `POST /graphql HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/json\r\n${headers}${sent}`;

  test.each([
    ['what is no HTTP', 'hello\r\n\r\n', 400, 'NOT_HTTP'],
    ['two lengths', post('content-length: 3\r\n'), 400, 'NOT_HTTP'],
    ['headers without end', post(`x: ${'y'.repeat(20_000)}\r\n`), 431, 'HEAD_TOO_LARGE'],
  ])('%s is told so', async (_name, bytes, status, code) => {
    const heard = await wire(bytes);
    expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(heard).toContain(`"code":"${code}"`);
  });

  test.each([
    ['an offer of HTTP/2', post('upgrade: h2c\r\nconnection: Upgrade, HTTP2-Settings\r\nhttp2-settings: AAMAAABk\r\n')],
    ['a body in chunks', post('', `transfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`)],
    ['a body that waits to be wanted', post('expect: 100-continue\r\n')],
    ['a body in two pieces', post('')],
  ])('%s is no hindrance', async (_name, bytes) => {
    expect(await wire(bytes)).toContain('{"data":{"__typename":"Query"}}');
  });

  test('whatever is sent, nothing is our fault, and the next one is served', async () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'POST /graphql HTTP/1.1\r\n',
        'GET /graphql?query=%',
        'host: x\r\n',
        'content-length: 9\r\n',
        '\r\n',
        '{"query":',
        '\0',
      ),
      fc.string({ unit: 'binary', maxLength: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const heard = await wire(Buffer.from(`${pieces.join('')}\r\n\r\n`, 'latin1'));
        expect(heard).not.toMatch(/^HTTP\/1\.1 5/);
      }),
      { numRuns: 60 },
    );
    expect(await wire(post(''))).toMatch(/^HTTP\/1\.1 200 /);
  });
});
