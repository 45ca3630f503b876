import { afterAll, beforeAll, expect, test } from 'vitest';
import { liveCompany } from '../../../sandbox/company/live-company.ts';
import { companyAsOf } from '../../../sandbox/company/company.ts';
import { ACCESS, vendorsOfCompany } from '../../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/http/server.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type ConnectorsTest, startConnectorsTest } from '../connectors.testkit.ts';
import { CONNECTION_KINDS } from '../kit/kinds.ts';

let c: ConnectorsTest;
let sandbox: Sandbox;
beforeAll(async () => {
  c = await startConnectorsTest();
  sandbox = await startSandbox({ vendors: vendorsOfCompany(liveCompany(companyAsOf(new Date()))), port: 0 });
});
afterAll(async () => {
  await sandbox.close();
  await c[Symbol.asyncDispose]();
});

interface Outcome {
  __typename: string;
  objects?: string[];
  connection?: { id: string };
  problems?: { code: string; field: string | null }[];
}

async function send(
  viewer: UserViewer,
  mutation: 'testSource' | 'connectSource',
  kind: string,
  values: Record<string, string>,
  planeId: string | null = null,
): Promise<Outcome> {
  const query = `mutation ($input: SourceInput!) { it: ${mutation}(input: $input) { __typename
    ${mutation === 'testSource' ? '... on SourceTested { objects milliseconds }' : '... on ConnectionStarted { connection { id } sync { id } }'} ... on InputRefused { problems { code field message todo } } } }`;
  const input = { kind, planeId, values: Object.entries(values).map(([name, value]) => ({ name, value })) };
  const { data, errors } = await c.t.graph('connectors', query, { input }, viewer);
  if (data == null) throw new Error(JSON.stringify(errors?.[0]?.extensions['code']));
  return (data as { it: Outcome }).it;
}
const zendesk = (secret: string = ACCESS.ZENDESK.secret): Record<string, string> => ({ address: `${sandbox.url}/zendesk`, secret });

test('the catalogue has every kind with a form that says what is asked, and where it is found', async () => {
  const { data } = await c.t.graph(
    'connectors',
    '{ connectors { kind label description category verified verification form { name label kind required } capabilities { incremental deletes schedules live } } }',
    {},
    await c.t.newTenant(),
  );
  const { connectors } = data as {
    connectors: { kind: string; label: string; verification: string; form: { name: string; kind: string }[] }[];
  };
  expect(connectors.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(CONNECTION_KINDS).toSorted());
  for (const { form, label, verification } of connectors) {
    expect(label.length * verification.length).toBeGreaterThan(0);
    expect(new Set(form.map(({ name }) => name)).size).toBe(form.length);
  }
});

test('trying a source opens it and keeps nothing', async () => {
  const viewer = await c.t.newTenant();
  expect(await send(viewer, 'testSource', 'ZENDESK', zendesk())).toMatchObject({
    __typename: 'SourceTested',
    objects: expect.arrayContaining(['ticket']),
  });
  expect((await send(viewer, 'testSource', 'ZENDESK', zendesk('a:wrong'))).problems).toMatchObject([
    { code: 'VENDOR_SECRET_REFUSED', field: 'secret' },
  ]);
  const { data } = await c.t.graph('connectors', '{ connections { totalCount } }', {}, viewer);
  expect(data).toEqual({ connections: { totalCount: 0 } });
});

test('what is wrong with a form is told at its fields, all at once', async () => {
  const viewer = await c.t.newTenant();
  const codes = async (kind: string, values: Record<string, string>, planeId: string | null = null): Promise<string[]> =>
    ((await send(viewer, 'connectSource', kind, values, planeId)).problems ?? []).map(({ code, field }) => `${field}: ${code}`);
  expect(await codes('ZENDESK', { colour: 'red' })).toEqual([
    'values: FORM_FIELD_UNKNOWN',
    'address: FORM_VALUE_MISSING',
    'secret: FORM_VALUE_MISSING',
  ]);
  expect(await codes('ZENDESK', { ...zendesk(), address: 'ftp://x' })).toEqual(['address: VENDOR_ADDRESS_INVALID']);
  expect(await codes('FILES', {})).toEqual(['null: SOURCE_CHOICE']);
  expect(await codes('ZENDESK', zendesk(), '00000000-0000-4000-8000-000000000000')).toEqual(['planeId: PLANE_NOT_FOUND']);
});

test('a source is connected by its form, and shows what it was connected with, secrets apart', async () => {
  const viewer = await c.t.newTenant();
  const { connection } = await send(viewer, 'connectSource', 'ZENDESK', { ...zendesk(), objects: 'users' });
  const { data } = await c.t.graph(
    'connectors',
    'query ($id: ID!) { connection(id: $id) { name settings { name label value } inbound { address } } }',
    { id: connection?.id },
    viewer,
  );
  expect(data).toEqual({
    connection: { name: 'Zendesk', settings: [{ name: 'objects', label: 'Objects', value: 'users' }], inbound: null },
  });
  expect(JSON.stringify(data)).not.toContain('halyard-zendesk');
  await expect(send({ ...viewer, role: 'ANALYST' }, 'testSource', 'ZENDESK', zendesk())).rejects.toThrow('FORBIDDEN');
});
