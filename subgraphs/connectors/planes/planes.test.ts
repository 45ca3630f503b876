import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConnectorsTest, SHOP, startConnectorsTest } from '../connectors.testkit.ts';
import { KONG_PLANE, NATS_PLANE, type PlanesTest, planesTest } from './planes.testkit.ts';

let c: ConnectorsTest;
let p: PlanesTest;
beforeAll(async () => {
  c = await startConnectorsTest();
  p = planesTest(c);
});
afterAll(() => c[Symbol.asyncDispose]());

const codes = ({ problems = [] }: { problems?: { code: string; field: string | null }[] }): string[] =>
  problems.map(({ code, field }) => `${field}: ${code}`);

test('a plane is made by its form, and tells its secret to nobody', async () => {
  const viewer = await c.t.newTenant();
  const made = await p.create(viewer, KONG_PLANE);
  expect(made).toMatchObject({ kind: 'KONG', name: 'Kong Gateway', address: 'http://127.0.0.1:9', status: 'UNKNOWN', connections: [] });
  expect(made.settings).toEqual([{ name: 'routes', value: 'api.stripe.com=/stripe' }]);
  const { fabricPlanes } = await p.ask<{ fabricPlanes: object }>(
    viewer,
    '{ fabricPlanes { totalCount nodes { id name settings { value } } } }',
  );
  expect(fabricPlanes).toMatchObject({ totalCount: 1, nodes: [{ id: made.id }] });
  expect(JSON.stringify([made, fabricPlanes])).not.toContain('consumer-key');
});

test('everything that is wrong with a form is told at its field', async () => {
  const viewer = await c.t.newTenant();
  expect(codes(await p.create(viewer, { kind: 'KONG', address: 'ftp://gateway', name: ' ' }))).toEqual([
    'name: PLANE_NAME_INVALID',
    'address: PLANE_ADDRESS_INVALID',
    'routes: PLANE_SETTING_INVALID',
  ]);
  for (const address of ['https://me:pw@gateway.example', 'https://gateway.example/?key=1', 'gateway', 'nats://'])
    expect(codes(await p.create(viewer, { ...KONG_PLANE, address }))).toEqual(['address: PLANE_ADDRESS_INVALID']);
  const settings = [
    { name: 'routes', value: 'no route' },
    { name: 'authentication', value: 'MAGIC' },
    { name: 'surprise', value: '1' },
  ];
  expect(codes(await p.create(viewer, { ...KONG_PLANE, settings }))).toEqual([
    'routes: PLANE_SETTING_INVALID',
    'authentication: PLANE_SETTING_INVALID',
    'settings: PLANE_SETTING_INVALID',
  ]);
  await p.create(viewer, NATS_PLANE);
  expect(codes(await p.create(viewer, NATS_PLANE))).toEqual(['name: PLANE_NAME_TAKEN']);
});

test('a plane is changed where it is told to be; with another address its secret is asked for again', async () => {
  const viewer = await c.t.newTenant();
  const { id } = await p.create(viewer, { kind: 'WORKATO', secret: 'token', name: 'Flows' });
  expect(await p.update(viewer, { id, name: 'Recipes', settings: [{ name: 'recipes', value: '7' }] })).toMatchObject({
    name: 'Recipes', address: 'https://www.workato.com', settings: [{ name: 'recipes', value: '7' }],
  }); // prettier-ignore
  expect(codes(await p.update(viewer, { id, address: 'https://elsewhere.example' }))).toEqual(['secret: PLANE_SETTING_INVALID']);
  expect(await p.update(viewer, { id, address: 'https://eu.workato.com', secret: 'other', settings: [{ name: 'recipes', value: '' }] })).toMatchObject({
    address: 'https://eu.workato.com', settings: [],
  }); // prettier-ignore
});

test('nobody reaches the plane of another company', async () => {
  const mine = await c.t.newTenant();
  const { id } = await p.create(await c.t.newTenant(), NATS_PLANE);
  expect(await p.ask(mine, 'query ($id: ID!) { fabricPlane(id: $id) { id } }', { id })).toEqual({ fabricPlane: null });
  expect(await p.ask(mine, 'mutation ($id: ID!) { removeFabricPlane(id: $id) }', { id })).toEqual({ removeFabricPlane: false });
  expect(await p.failure(mine, 'mutation ($id: ID!) { testFabricPlane(id: $id) { id } }', { id })).toBe('PLANE_NOT_FOUND');
  expect(await p.failure(mine, 'mutation ($input: UpdateFabricPlaneInput!) { updateFabricPlane(input: $input) { __typename } }', { input: { id } })).toBe('PLANE_NOT_FOUND'); // prettier-ignore
  const files = await c.connect(mine, { folder: await c.folderWith(SHOP) });
  expect(codes(await p.setPlane(mine, files.connection.id, id))).toEqual(['planeId: PLANE_NOT_FOUND']);
});

test('a plane carries what it can, and stays as long as something goes through it', async () => {
  const viewer = await c.t.newTenant();
  const { connection } = await c.connect(viewer, { folder: await c.folderWith(SHOP) });
  const kong = await p.create(viewer, KONG_PLANE);
  expect(codes(await p.setPlane(viewer, connection.id, kong.id))).toEqual(['planeId: PLANE_DOES_NOT_CARRY']);
  const airbyte = await p.create(viewer, { kind: 'AIRBYTE', secret: 's', settings: [{ name: 'clientId', value: 'c' }] });
  expect((await p.setPlane(viewer, connection.id, airbyte.id)).connection?.plane?.id).toBe(airbyte.id);
  const remove = 'mutation ($id: ID!) { removeFabricPlane(id: $id) }';
  expect(await p.failure(viewer, remove, { id: airbyte.id })).toBe('PLANE_IN_USE');
  expect((await p.setPlane(viewer, connection.id, null)).connection?.plane).toBeNull();
  expect(await p.ask(viewer, remove, { id: airbyte.id })).toEqual({ removeFabricPlane: true });
});

test('a plane that does not answer is down, with the reason', async () => {
  const viewer = await c.t.newTenant();
  const { id } = await p.create(viewer, NATS_PLANE);
  const { it } = await p.ask<{ it: { status: string; statusReason: string } }>(viewer, 'mutation ($id: ID!) { it: testFabricPlane(id: $id) { status statusReason latencyMs checkedAt } }', { id }); // prettier-ignore
  expect(it).toMatchObject({ status: 'DOWN', latencyMs: null, statusReason: expect.stringContaining('127.0.0.1:9') });
});

test('the catalogue says of every kind how one is made, what it carries and what it was tried with', async () => {
  const viewer = await c.t.newTenant('VIEWER');
  const { fabricPlaneCatalogue: kinds } = await p.ask<{ fabricPlaneCatalogue: { kind: string; form: { name: string; kind: string }[]; carries: string[]; triedWith: string }[] }>(
    viewer, '{ fabricPlaneCatalogue { kind label category description verified triedWith capabilities carries form { name label kind required help fallback choices } } }',
  ); // prettier-ignore
  expect(kinds).toHaveLength(11);
  for (const { form, triedWith } of kinds) {
    expect(form.map(({ name }) => name)).toContain('address');
    expect(form.filter(({ kind }) => kind === 'SECRET').map(({ name }) => name)).toEqual(['secret']);
    expect(triedWith).not.toBe('');
  }
  expect(kinds.find(({ kind }) => kind === 'KONG')?.carries).toContain('STRIPE');
});
