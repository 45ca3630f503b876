import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsEntities } from '../subgraphs/accounts/entities.ts';
import { createAccounts } from '../subgraphs/accounts/index.ts';
import { startTestGateway, type TestGateway } from './testkit/test-gateway.ts';
import { registerOwner } from './testkit/registered-owner.ts';
import { startTestSystem, type TestSystem } from './testkit/test-system.ts';

let t: TestSystem;
let gateway: TestGateway;
let token: string;
beforeAll(async () => {
  t = await startTestSystem([{ create: createAccounts, entities: accountsEntities }]);
  gateway = await startTestGateway(t, 'in process');
  ({ token } = await registerOwner(gateway.url));
});
afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await t[Symbol.asyncDispose]();
});

const QUERY = '{ viewer { role } ... @defer(label: "later") { tenants: __typename tenant { name } } }';

async function post(accept: string, query = QUERY): Promise<Response> {
  return fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
}

/** The JSON of each part. */
async function parts(response: Response): Promise<unknown[]> {
  const text = await response.text();
  expect(text.endsWith('-----\r\n')).toBe(true);
  return text.split(/\r\n---(?:--)?\r\n/).flatMap((part) => {
    const json = part.slice(part.indexOf('\r\n\r\n') + 4);
    return json.trim() === '' || !json.includes('{') ? [] : [JSON.parse(json) as unknown];
  });
}

test('a client of the 2022 format is told the rest afterwards', async () => {
  const response = await post('multipart/mixed;deferSpec=20220824, application/json');
  expect(response.headers.get('content-type')).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
  expect(await parts(response)).toEqual([
    { data: { viewer: { role: 'OWNER' } }, hasNext: true },
    {
      hasNext: false,
      incremental: [{ label: 'later', path: [], data: { tenants: 'Query', tenant: { name: expect.any(String) } } }],
    },
  ]);
});

test('a client of the later format is told what is pending and when it is complete', async () => {
  const response = await post('multipart/mixed;incrementalSpec=v0.2, application/json');
  expect(await parts(response)).toEqual([
    { data: { viewer: { role: 'OWNER' } }, hasNext: true, pending: [{ id: '0', path: [], label: 'later' }] },
    {
      hasNext: false,
      incremental: [{ id: '0', data: { tenants: 'Query', tenant: { name: expect.any(String) } } }],
      completed: [{ id: '0' }],
    },
  ]);
});

test.each(['application/json', '*/*', 'multipart/mixed, application/json'])('who accepts %s gets everything at once', async (accept) => {
  const response = await post(accept);
  expect(await response.json()).toEqual({ data: { viewer: { role: 'OWNER' }, tenants: 'Query', tenant: { name: expect.any(String) } } });
});

test('what may not be asked is refused before anything is told', async () => {
  const response = await post('multipart/mixed;deferSpec=20220824, application/json', '{ viewer { role } ... @defer { nothing } }');
  expect(response.headers.get('content-type')).toContain('application/json');
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
});
