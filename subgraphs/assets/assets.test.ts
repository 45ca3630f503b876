import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Assets, ASSETS, freshIds, type InventoryTest, type Node, startInventoryTest } from './inventory.testkit.ts';

let i: InventoryTest;
beforeAll(async () => {
  i = await startInventoryTest();
});
afterAll(() => i[Symbol.asyncDispose]());

const names = ({ nodes }: Assets): string[] => nodes.map((node) => node.name);

test('a connection and each of its objects, also a skipped one, are in the inventory with owner, parent, counts and findings', async () => {
  const viewer = await i.t.newTenant();
  const at = await i.synced(viewer);
  const { nodes, totalCount } = await i.list(viewer);
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
  const owner = await i.t.newTenant();
  const at = await i.synced(owner);
  const [asset] = (await i.list(owner)).nodes;
  const stranger = await i.t.newTenant();
  expect(await i.list(stranger)).toMatchObject({ nodes: [], totalCount: 0 });
  const query = `query ($id: ID!, $refs: [_Any!]!) { asset(id: $id) { id } _entities(representations: $refs) { ... on Asset { id } ... on Connection { asset { id } } } }`;
  const refs = [
    { __typename: 'Asset', id: asset?.id },
    { __typename: 'Connection', id: at.connection },
  ];
  const { data } = await i.t.graph('assets', query, { id: asset?.id, refs }, stranger);
  expect(data).toEqual({ asset: null, _entities: [null, { asset: null }] });
  expect((await i.t.graph('assets', ASSETS)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('the same events again change nothing', async () => {
  const viewer = await i.t.newTenant();
  const at = await i.synced(viewer);
  const before = await i.list(viewer);
  await i.connect(viewer, at);
  await i.discover(viewer, at);
  await i.finish(viewer, at);
  expect(await i.list(viewer)).toEqual(before);
});

test('an object the last discovery did not meet is marked until it is met again', async () => {
  const viewer = await i.t.newTenant();
  const at = await i.synced(viewer);
  const codes = async (): Promise<string[] | undefined> => {
    const { nodes } = await i.list(viewer, { filter: { search: 'orders' } });
    return nodes[0]?.findings.map(({ code }) => code);
  };
  await i.discover(viewer, at, ['customers']);
  expect(await codes()).toContain('NOT_SEEN_LAST_SYNC');
  await i.discover(viewer, at);
  expect(await codes()).not.toContain('NOT_SEEN_LAST_SYNC');
});

test('a failed sync is a finding of its connection until one succeeds', async () => {
  const viewer = await i.t.newTenant();
  const at = await i.synced(viewer);
  const findings = async (): Promise<Node['findings'] | undefined> =>
    (await i.list(viewer, { filter: { kind: 'CONNECTION' } })).nodes[0]?.findings;
  await i.finish(viewer, at, 'The folder cannot be read.');
  expect(await findings()).toMatchObject([{ code: 'SYNC_FAILED', detail: 'The folder cannot be read.' }]);
  await i.finish(viewer, at);
  expect(await findings()).toEqual([]);
});

test('a removed connection leaves the list with all its objects, and is remembered', async () => {
  const viewer = await i.t.newTenant();
  const at = await i.synced(viewer);
  await i.tell(viewer, 'connectors.connection-removed', { connectionId: at.connection });
  await i.finish(viewer, at);
  expect(names(await i.list(viewer))).toEqual([]);
  const { nodes } = await i.list(viewer, { filter: { removed: true } });
  expect(nodes).toHaveLength(4);
  for (const node of nodes) expect(node).toMatchObject({ connection: null, object: null, removedAt: expect.anything() });
});

test('search finds names and paths whatever their case and takes no character as a pattern', async () => {
  const viewer = await i.t.newTenant();
  await i.synced(viewer);
  expect(names(await i.list(viewer, { filter: { search: 'CUSTOM' } }))).toEqual(['customers']);
  expect(names(await i.list(viewer, { filter: { search: '2024/' } }))).toEqual(['customers', 'orders']);
  expect(names(await i.list(viewer, { filter: { search: '%' } }))).toEqual([]);
  expect(names(await i.list(viewer, { filter: { search: 'c_stomers' } }))).toEqual([]);
});

test('what nobody owns can be listed; an owner who becomes known later is taken over by the objects', async () => {
  const viewer = await i.t.newTenant();
  const at = freshIds();
  await i.discover(viewer, at);
  expect((await i.list(viewer, { filter: { withoutOwner: true } })).totalCount).toBe(4);
  expect((await i.list(viewer, { filter: { withoutOwner: false } })).totalCount).toBe(0);
  await i.connect(viewer, at);
  expect((await i.list(viewer, { filter: { withoutOwner: true } })).totalCount).toBe(0);
});

test('pages of two give every asset once, in the order of the names', async () => {
  const viewer = await i.t.newTenant();
  await i.synced(viewer);
  await i.synced(viewer);
  const all = await i.list(viewer);
  const met: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Assets = await i.list(viewer, { first: 3, after });
    expect(page.totalCount).toBe(8);
    met.push(...page.nodes.map((node) => node.id));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(met).toEqual(all.nodes.map((node) => node.id));
  const { errors } = await i.t.graph('assets', ASSETS, { first: 3, after: 'nonsense' }, viewer);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR' } }]);
});

test('a reference from another subgraph is loaded, not echoed', async () => {
  const viewer = await i.t.newTenant();
  await i.synced(viewer);
  const [asset] = (await i.list(viewer)).nodes;
  const refs = [
    { __typename: 'Asset', id: asset?.id },
    { __typename: 'Asset', id: 'nonsense' },
  ];
  const { data } = await i.t.graph(
    'assets',
    `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Asset { name } } }`,
    { refs },
    viewer,
  );
  expect(data).toEqual({ _entities: [{ name: 'customers' }, null] });
});

test('connections and objects of other subgraphs lead to their assets', async () => {
  const viewer = await i.t.newTenant();
  const at = await i.synced(viewer);
  const refs = [
    { __typename: 'SourceObject', id: at.customers },
    { __typename: 'Connection', id: at.connection },
    { __typename: 'Connection', id: randomUUID() },
  ];
  const query = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Connection { asset { name } } ... on SourceObject { asset { name } } } }`;
  const { data } = await i.t.graph('assets', query, { refs }, viewer);
  expect(data).toEqual({ _entities: [{ asset: { name: 'customers' } }, { asset: { name: 'Sales' } }, { asset: null }] });
});
