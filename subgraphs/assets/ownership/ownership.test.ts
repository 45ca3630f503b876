import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { freshIds, type InventoryTest, type Node, startInventoryTest } from '../inventory.testkit.ts';

let i: InventoryTest;
beforeAll(async () => {
  i = await startInventoryTest();
});
afterAll(() => i[Symbol.asyncDispose]());

const ASSIGN = `mutation ($assetId: ID!, $userId: ID) { assignOwner(assetId: $assetId, userId: $userId) {
  ... on OwnerAssigned { asset { owner { id } findings { code } } } ... on InputRefused { problems { code field } } } }`;
const assign = async (viewer: UserViewer, assetId: string, userId: string | null): Promise<unknown> => {
  const { data, errors } = await i.t.graph('assets', ASSIGN, { assetId, userId }, viewer);
  expect(errors).toBeUndefined();
  return (data as { assignOwner: unknown }).assignOwner;
};
const orders = async (viewer: UserViewer): Promise<Node> => {
  const found = (await i.list(viewer)).nodes.find(({ name }) => name === 'orders');
  if (found === undefined) throw new Error('the orders are not in the inventory');
  return found;
};

test('whoever was named stays the owner, whatever syncs say; nobody can be named, too', async () => {
  const [viewer, at, colleague] = [await i.t.newTenant(), freshIds(), randomUUID()];
  await i.tell(viewer, 'accounts.invitation-accepted', { userId: colleague, displayName: 'Ada', role: 'ANALYST', invitedBy: null });
  await i.connect(viewer, at);
  await i.discover(viewer, at);
  const { id } = await orders(viewer);
  expect(await assign(viewer, id, colleague)).toMatchObject({ asset: { owner: { id: colleague } } });
  await i.discover(viewer, at);
  expect((await orders(viewer)).owner).toEqual({ id: colleague });
  expect(await assign(viewer, id, null)).toMatchObject({
    asset: { owner: null, findings: expect.arrayContaining([{ code: 'NO_OWNER' }]) },
  });
  await i.discover(viewer, at);
  expect((await orders(viewer)).owner).toBeNull();
});

test('an owner is of the tenant; who leaves owns nothing any more', async () => {
  const [viewer, at, colleague] = [await i.t.newTenant(), freshIds(), randomUUID()];
  await i.connect(viewer, at);
  await i.discover(viewer, at);
  const { id } = await orders(viewer);
  expect(await assign(viewer, id, colleague)).toEqual({ problems: [{ code: 'OWNER_UNKNOWN', field: 'userId' }] });
  expect(await assign(await i.t.newTenant(), id, null)).toEqual({ problems: [{ code: 'ASSET_NOT_FOUND', field: 'assetId' }] });
  await i.tell(viewer, 'accounts.invitation-accepted', { userId: colleague, displayName: 'Ada', role: 'ANALYST', invitedBy: null });
  await assign(viewer, id, colleague);
  await i.tell(viewer, 'accounts.access-changed', { userId: colleague, role: null });
  expect((await orders(viewer)).owner).toBeNull();
  expect(await assign(viewer, id, colleague)).toEqual({ problems: [{ code: 'OWNER_UNKNOWN', field: 'userId' }] });
});
