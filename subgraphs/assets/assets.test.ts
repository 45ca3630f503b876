import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventPayload, Topic } from '../../schema/events/events.ts';
import { startTestSystem, type TestSystem } from '../../tests/testkit/test-system.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import { assetsEntities } from './entities.ts';
import { createAssets } from './index.ts';

let t: TestSystem;
beforeAll(async () => {
  t = await startTestSystem([{ create: createAssets, entities: assetsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

interface Node {
  id: string;
  name: string;
  kind: string;
  recordCount: number | null;
  removedAt: string | null;
  owner: { id: string } | null;
  connection: { id: string } | null;
  object: { id: string } | null;
  parent: { name: string } | null;
  findings: { code: string; severity: string; detail: string }[];
}
interface Assets {
  nodes: Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const ASSETS = `query ($filter: AssetFilter, $first: Int, $after: String) {
  assets(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes {
      id name kind recordCount removedAt owner { id } connection { id } object { id } parent { name }
      findings { code severity detail }
    }
  }
}`;

async function list(viewer: UserViewer, variables: Record<string, unknown> = {}): Promise<Assets> {
  const { data, errors } = await t.graph('assets', ASSETS, { first: 50, ...variables }, viewer);
  expect(errors).toBeUndefined();
  return (data as { assets: Assets }).assets;
}

const names = ({ nodes }: Assets): string[] => nodes.map((node) => node.name);

async function tell<T extends Topic>(viewer: UserViewer, topic: T, payload: EventPayload<T>): Promise<void> {
  await t.system.database.unitOfWork(viewer.tenantId, async (unit) => unit.emit(topic, payload));
  await t.settled();
}

const ids = { connection: '', customers: '', orders: '', readme: '' };
type Ids = typeof ids;

function freshIds(): Ids {
  return { connection: randomUUID(), customers: randomUUID(), orders: randomUUID(), readme: randomUUID() };
}

async function connect(viewer: UserViewer, { connection }: Ids, createdBy: string | null = viewer.userId, name = 'Sales'): Promise<void> {
  await tell(viewer, 'connectors.connection-created', {
    connectionId: connection,
    name,
    kind: 'FILES',
    location: '/data/sales',
    createdBy,
  });
}

async function discover(viewer: UserViewer, at: Ids, objects: ('customers' | 'orders')[] = ['customers', 'orders']): Promise<void> {
  await tell(viewer, 'connectors.schema-discovered', {
    connectionId: at.connection,
    connectionName: 'Sales',
    syncId: randomUUID(),
    objects: objects.map((name) => ({
      objectId: at[name],
      name,
      path: `2024/${name}.csv`,
      rowCount: 90,
      description: null,
      columns: [],
      primaryKey: name === 'customers' ? ['id'] : null,
      foreignKeys: [],
    })),
    skipped: [{ objectId: at.readme, name: 'README', path: 'README.md', code: 'DOCUMENTATION', reason: 'It is documentation' }],
  });
}

async function finish(viewer: UserViewer, at: Ids, problem: string | null = null): Promise<void> {
  const counts = { changed: 0, removed: 0 };
  await tell(viewer, 'connectors.sync-finished', {
    connectionId: at.connection,
    connectionName: 'Sales',
    syncId: randomUUID(),
    status: problem === null ? 'SUCCEEDED' : 'FAILED',
    problem,
    objects: [
      { objectId: at.customers, name: 'customers', records: 88, quarantined: 2, ...counts },
      { objectId: at.orders, name: 'orders', records: 70, quarantined: 20, ...counts },
    ],
  });
}

async function synced(viewer: UserViewer): Promise<Ids> {
  const at = freshIds();
  await connect(viewer, at);
  await discover(viewer, at);
  await finish(viewer, at);
  return at;
}

test('a connection and each of its objects, also a skipped one, are in the inventory with owner, parent, counts and findings', async () => {
  const viewer = await t.newTenant();
  const at = await synced(viewer);
  const { nodes, totalCount } = await list(viewer);
  expect(totalCount).toBe(4);
  expect(new Set(nodes.map((node) => node.owner?.id))).toEqual(new Set([viewer.userId]));
  const shown = nodes.map(({ name, kind, recordCount, parent, findings }) => ({
    name,
    kind,
    recordCount,
    parent: parent?.name ?? null,
    findings: findings.map(({ severity, code }) => `${severity} ${code}`),
  }));
  expect(shown).toEqual([
    { name: 'customers', kind: 'DATA_OBJECT', recordCount: 88, parent: 'Sales', findings: ['WARNING RECORDS_QUARANTINED'] },
    {
      name: 'orders',
      kind: 'DATA_OBJECT',
      recordCount: 70,
      parent: 'Sales',
      findings: ['CRITICAL RECORDS_QUARANTINED', 'INFO NO_PRIMARY_KEY'],
    },
    { name: 'README', kind: 'DATA_OBJECT', recordCount: null, parent: 'Sales', findings: ['INFO OBJECT_SKIPPED'] },
    { name: 'Sales', kind: 'CONNECTION', recordCount: 158, parent: null, findings: [] },
  ]);
  expect(nodes.map((node) => [node.connection?.id, node.object?.id ?? null])).toEqual([
    [at.connection, at.customers],
    [at.connection, at.orders],
    [at.connection, at.readme],
    [at.connection, null],
  ]);
});

test('another tenant sees nothing of it, by no road', async () => {
  const owner = await t.newTenant();
  const at = await synced(owner);
  const [asset] = (await list(owner)).nodes;
  const stranger = await t.newTenant();
  expect(await list(stranger)).toMatchObject({ nodes: [], totalCount: 0 });
  const query = `query ($id: ID!, $refs: [_Any!]!) { asset(id: $id) { id } _entities(representations: $refs) { ... on Asset { id } ... on Connection { asset { id } } } }`;
  const refs = [
    { __typename: 'Asset', id: asset?.id },
    { __typename: 'Connection', id: at.connection },
  ];
  const { data } = await t.graph('assets', query, { id: asset?.id, refs }, stranger);
  expect(data).toEqual({ asset: null, _entities: [null, { asset: null }] });
  expect((await t.graph('assets', ASSETS)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('the same events again change nothing', async () => {
  const viewer = await t.newTenant();
  const at = await synced(viewer);
  const before = await list(viewer);
  await connect(viewer, at);
  await discover(viewer, at);
  await finish(viewer, at);
  expect(await list(viewer)).toEqual(before);
});

test('an object the last discovery did not meet is marked until it is met again', async () => {
  const viewer = await t.newTenant();
  const at = await synced(viewer);
  const codes = async (): Promise<string[] | undefined> => {
    const { nodes } = await list(viewer, { filter: { search: 'orders' } });
    return nodes[0]?.findings.map(({ code }) => code);
  };
  await discover(viewer, at, ['customers']);
  expect(await codes()).toContain('NOT_SEEN_LAST_SYNC');
  await discover(viewer, at);
  expect(await codes()).not.toContain('NOT_SEEN_LAST_SYNC');
});

test('a failed sync is a finding of its connection until one succeeds', async () => {
  const viewer = await t.newTenant();
  const at = await synced(viewer);
  const findings = async (): Promise<Node['findings'] | undefined> =>
    (await list(viewer, { filter: { kind: 'CONNECTION' } })).nodes[0]?.findings;
  await finish(viewer, at, 'The folder cannot be read.');
  expect(await findings()).toMatchObject([{ code: 'SYNC_FAILED', detail: 'The folder cannot be read.' }]);
  await finish(viewer, at);
  expect(await findings()).toEqual([]);
});

test('a removed connection leaves the list with all its objects, and is remembered', async () => {
  const viewer = await t.newTenant();
  const at = await synced(viewer);
  await tell(viewer, 'connectors.connection-removed', { connectionId: at.connection });
  await finish(viewer, at);
  expect(names(await list(viewer))).toEqual([]);
  const { nodes } = await list(viewer, { filter: { removed: true } });
  expect(nodes).toHaveLength(4);
  for (const node of nodes) expect(node).toMatchObject({ connection: null, object: null, removedAt: expect.anything() });
});

test('search finds names and paths whatever their case and takes no character as a pattern', async () => {
  const viewer = await t.newTenant();
  await synced(viewer);
  expect(names(await list(viewer, { filter: { search: 'CUSTOM' } }))).toEqual(['customers']);
  expect(names(await list(viewer, { filter: { search: '2024/' } }))).toEqual(['customers', 'orders']);
  expect(names(await list(viewer, { filter: { search: '%' } }))).toEqual([]);
  expect(names(await list(viewer, { filter: { search: 'c_stomers' } }))).toEqual([]);
});

test('what nobody owns can be listed; an owner who becomes known later is taken over by the objects', async () => {
  const viewer = await t.newTenant();
  const at = freshIds();
  await discover(viewer, at);
  expect((await list(viewer, { filter: { withoutOwner: true } })).totalCount).toBe(4);
  expect((await list(viewer, { filter: { withoutOwner: false } })).totalCount).toBe(0);
  await connect(viewer, at);
  expect((await list(viewer, { filter: { withoutOwner: true } })).totalCount).toBe(0);
});

test('pages of two give every asset once, in the order of the names', async () => {
  const viewer = await t.newTenant();
  await synced(viewer);
  await synced(viewer);
  const all = await list(viewer);
  const met: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Assets = await list(viewer, { first: 3, after });
    expect(page.totalCount).toBe(8);
    met.push(...page.nodes.map((node) => node.id));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(met).toEqual(all.nodes.map((node) => node.id));
  const { errors } = await t.graph('assets', ASSETS, { first: 3, after: 'nonsense' }, viewer);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR' } }]);
});

test('a reference from another subgraph is loaded, not echoed', async () => {
  const viewer = await t.newTenant();
  await synced(viewer);
  const [asset] = (await list(viewer)).nodes;
  const refs = [
    { __typename: 'Asset', id: asset?.id },
    { __typename: 'Asset', id: 'nonsense' },
  ];
  const { data } = await t.graph(
    'assets',
    `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Asset { name } } }`,
    { refs },
    viewer,
  );
  expect(data).toEqual({ _entities: [{ name: 'customers' }, null] });
});

test('connections and objects of other subgraphs lead to their assets', async () => {
  const viewer = await t.newTenant();
  const at = await synced(viewer);
  const refs = [
    { __typename: 'SourceObject', id: at.customers },
    { __typename: 'Connection', id: at.connection },
    { __typename: 'Connection', id: randomUUID() },
  ];
  const query = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Connection { asset { name } } ... on SourceObject { asset { name } } } }`;
  const { data } = await t.graph('assets', query, { refs }, viewer);
  expect(data).toEqual({ _entities: [{ asset: { name: 'customers' } }, { asset: { name: 'Sales' } }, { asset: null }] });
});

describe('an owner', () => {
  const ASSIGN = `mutation ($assetId: ID!, $userId: ID) { assignOwner(assetId: $assetId, userId: $userId) {
    ... on OwnerAssigned { asset { owner { id } findings { code } } } ... on InputRefused { problems { code field } } } }`;
  const assign = async (viewer: UserViewer, assetId: string, userId: string | null): Promise<unknown> => {
    const { data, errors } = await t.graph('assets', ASSIGN, { assetId, userId }, viewer);
    expect(errors).toBeUndefined();
    return (data as { assignOwner: unknown }).assignOwner;
  };
  const orders = async (viewer: UserViewer): Promise<Node> => {
    const found = (await list(viewer)).nodes.find(({ name }) => name === 'orders');
    if (found === undefined) throw new Error('the orders are not in the inventory');
    return found;
  };

  test('who was named stays the owner, whatever syncs say; nobody can be named, too', async () => {
    const [viewer, at, colleague] = [await t.newTenant(), freshIds(), randomUUID()];
    await tell(viewer, 'accounts.invitation-accepted', { userId: colleague, displayName: 'Ada', role: 'ANALYST', invitedBy: null });
    await connect(viewer, at);
    await discover(viewer, at);
    const { id } = await orders(viewer);
    expect(await assign(viewer, id, colleague)).toMatchObject({ asset: { owner: { id: colleague } } });
    await discover(viewer, at);
    expect((await orders(viewer)).owner).toEqual({ id: colleague });
    expect(await assign(viewer, id, null)).toMatchObject({
      asset: { owner: null, findings: expect.arrayContaining([{ code: 'NO_OWNER' }]) },
    });
    await discover(viewer, at);
    expect((await orders(viewer)).owner).toBeNull();
  });

  test('is of the tenant; who leaves owns nothing any more', async () => {
    const [viewer, at, colleague] = [await t.newTenant(), freshIds(), randomUUID()];
    await connect(viewer, at);
    await discover(viewer, at);
    const { id } = await orders(viewer);
    expect(await assign(viewer, id, colleague)).toEqual({ problems: [{ code: 'OWNER_UNKNOWN', field: 'userId' }] });
    expect(await assign(await t.newTenant(), id, null)).toEqual({ problems: [{ code: 'ASSET_NOT_FOUND', field: 'assetId' }] });
    await tell(viewer, 'accounts.invitation-accepted', { userId: colleague, displayName: 'Ada', role: 'ANALYST', invitedBy: null });
    await assign(viewer, id, colleague);
    await tell(viewer, 'accounts.access-changed', { userId: colleague, role: null });
    expect((await orders(viewer)).owner).toBeNull();
    expect(await assign(viewer, id, colleague)).toEqual({ problems: [{ code: 'OWNER_UNKNOWN', field: 'userId' }] });
  });
});
