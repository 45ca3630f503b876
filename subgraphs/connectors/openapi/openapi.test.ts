import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { everyFailure } from '../../../sandbox/failures/failure.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/http/server.ts';
import { type RestStyle, restSecret, restVendor } from '../../../sandbox/rest/rest.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type Connected, type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';
import { nextLink } from './next-link.ts';
import { readApi } from './read-api.ts';

let c: ConnectorsTest;
beforeAll(async () => {
  c = await startConnectorsTest();
});
afterAll(() => c[Symbol.asyncDispose]());

const CONNECT = `mutation ($input: SourceInput!) { it: connectSource(input: $input) {
  ... on ConnectionStarted { connection { id settings { name value } } sync { id } } ... on InputRefused { problems { code field message } } } }`;

async function connect(viewer: UserViewer, values: Record<string, string>): Promise<Connected> {
  const input = { kind: 'OPENAPI', values: Object.entries(values).map(([name, value]) => ({ name, value })) };
  const { data, errors } = await c.t.graph('connectors', CONNECT, { input }, viewer);
  expect(errors).toBeUndefined();
  return (data as { it: Connected }).it;
}

const STYLES: RestStyle[] = [
  { paging: 'CURSOR', auth: 'BEARER' }, { paging: 'LAST_ID', auth: 'BASIC' }, { paging: 'NEXT_URL', auth: 'QUERY' }, { paging: 'LINK', auth: 'HEADER' },
  { paging: 'PAGE', auth: 'CLIENT_CREDENTIALS' }, { paging: 'OFFSET', auth: 'NONE' }, { paging: 'NONE', auth: 'BEARER' },
]; // prettier-ignore

const served = (style: RestStyle): Promise<Sandbox> =>
  startSandbox({
    vendors: [restVendor(style)],
    port: 0,
    failures: { ...everyFailure(style.paging), rates: {}, next: ['TOO_MANY', 'SERVER_ERROR'] },
  });

test.each(STYLES)('an API that pages by $paging and asks for $auth lands whole from its document alone', async (style) => {
  await using _ = await disposable(served(style));
  const { sandbox } = _;
  const viewer = await c.t.newTenant();
  const { connection, sync, problems } = await connect(viewer, { document: `${sandbox.url}/rest/openapi.json`, secret: restSecret(style) });
  expect(problems).toBeUndefined();
  expect(connection).toMatchObject({ settings: [{ name: 'document', value: `${sandbox.url}/rest/openapi.json` }] });
  expect(await c.finished(viewer, sync.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 237 });
  const { orders } = await c.objectsOf(viewer, connection.id);
  expect(orders).toMatchObject({ status: 'READY', rowCount: 237, quarantinedCount: 0, schema: { primaryKey: { columns: ['id'] } } });
  expect(Object.fromEntries(orders?.schema?.fields.map(({ name, type }) => [name, type]) ?? [])).toMatchObject({
    id: 'INTEGER', total: 'DECIMAL', paid: 'BOOLEAN', placed_on: 'DATE', updated_at: 'DATETIME', 'customer.name': 'TEXT', 'customer.address.city': 'TEXT', tags: 'TEXT',
  }); // prettier-ignore
  expect(await c.resync(viewer, connection.id)).toMatchObject({ status: 'SUCCEEDED', recordsLanded: 0 });
});

test('what is wrong with a document or a secret is told at its field', async () => {
  const style: RestStyle = { paging: 'CURSOR', auth: 'BEARER' };
  await using _ = await disposable(served(style));
  const { sandbox } = _;
  const viewer = await c.t.newTenant();
  const problem = async (values: Record<string, string>): Promise<unknown> => {
    const [first] = (await connect(viewer, values)).problems ?? [];
    return `${first?.field}: ${first?.code}`;
  };
  const document = `${sandbox.url}/rest/openapi.json`;
  expect(await problem({ document: 'nothing: like it' })).toBe('document: API_DOCUMENT_UNREADABLE');
  expect(await problem({ document: '{"swagger":"2.0"}' })).toBe('document: API_DOCUMENT_UNREADABLE');
  expect(await problem({ document: `${sandbox.url}/rest/none.json` })).toBe('document: API_DOCUMENT_UNREADABLE');
  expect(await problem({ document: 'http://169.254.169.254/openapi.json' })).toBe('document: ADDRESS_NOT_ALLOWED');
  expect(await problem({ document })).toBe('secret: VENDOR_SECRET_MISSING');
  expect(await problem({ document, secret: 'wrong' })).toBe('secret: VENDOR_SECRET_REFUSED');
  expect(await problem({})).toBe('document: FORM_VALUE_MISSING');
});

test('documents in YAML, with references in circles, of other versions and of hostile size are read or refused, quickly', () => {
  const item = { type: 'object', properties: { id: { type: ['string', 'null'] }, self: { $ref: '#/components/schemas/Loop' } } };
  const root = { openapi: '3.1.0', info: { title: 'Loop' }, paths: { '/v1/things': { get: { responses: { '2XX': { content: { 'application/json': { schema: { $ref: '#/components/schemas/List' } } } } } } } }, components: { schemas: { List: { type: 'array', items: { $ref: '#/components/schemas/Loop' } }, Loop: { allOf: [item, { $ref: '#/components/schemas/Loop' }] } } } }; // prettier-ignore
  expect(readApi({ text: stringify(root), url: 'https://api.example/docs/openapi.yaml' })).toMatchObject({
    kind: 'READ', plan: { title: 'Loop', base: 'https://api.example', auth: { type: 'NONE' }, lists: [{ path: '/v1/things', name: 'things', key: ['id'], paging: { style: 'NONE' } }] },
  }); // prettier-ignore
  const wide = { ...root, paths: Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`/t${i}`, root.paths['/v1/things']])) };
  const read = readApi({ text: JSON.stringify(wide), url: null });
  expect(read.kind === 'READ' ? read.plan.lists.length : 0).toBe(100);
  for (const text of [
    '{"openapi":"4.0.0"}',
    '{"openapi":"3.0.0","paths":{}}',
    'a: [',
    '[]',
    '{"openapi":"3.0.0","paths":{"/a":{"$ref":"#/paths/~1a"}}}',
  ])
    expect(readApi({ text, url: null }).kind).toBe('REFUSED');
});

test('the next page of a Link header is found among others', () => {
  expect(nextLink('<https://a/1>; rel="prev", <https://a/3?x=1,2>; rel="next last"')).toBe('https://a/3?x=1,2');
  expect(nextLink('<https://a/1>; rel="nextish"')).toBeNull();
  expect(nextLink(undefined)).toBeNull();
});

async function disposable(sandbox: Promise<Sandbox>): Promise<AsyncDisposable & { sandbox: Sandbox }> {
  const open = await sandbox;
  return { sandbox: open, [Symbol.asyncDispose]: () => open.close() };
}
