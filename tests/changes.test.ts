import { afterAll, beforeAll, expect, test } from 'vitest';
import { streamCursor } from '../subgraphs/kernel/events/stream-cursor.ts';
import type { UserViewer } from '../subgraphs/kernel/viewer/viewer.ts';
import { eventually } from './testkit/eventually.ts';
import { type GraphCompany, type Unified, openGraphCompany } from './testkit/graph-company.ts';
import { socketClient } from './testkit/socket-client.ts';

interface Feed {
  nodes: { kind: string; recordId: string | null; record: { title: string; values: Record<string, unknown> } | null }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}
const FEED = `query ($first: Int!, $after: String, $filter: [RecordFilter!]) {
  recordChanges(entityType: "Account", first: $first, after: $after, filter: $filter) {
    nodes { kind recordId at record { title values } } pageInfo { endCursor hasNextPage } } }`;
const FOLLOW = `subscription ($after: String, $filter: [RecordFilter!]) { canonicalChanged(entityType: "Account", after: $after, filter: $filter) {
  cursor entityName changed removed whole changes(first: 50) { nodes { kind recordId record { title } } } } }`;

let company: GraphCompany;
beforeAll(async () => {
  company = await openGraphCompany();
});
afterAll(() => company[Symbol.asyncDispose]());

const accounts = (rows: readonly (readonly [string, string, number])[]): Record<string, string[]> => ({
  'accounts.csv': ['account_id,name,industry,annual_revenue', ...rows.map(([id, industry, revenue]) => `${id},Company ${id},${industry},${revenue}`)],
}); // prettier-ignore
const BEGIN = [['A1', 'retail', 10], ['A2', 'retail', 20], ['A3', 'media', 30], ['A4', 'media', 40]] as const; // prettier-ignore

const read = async (viewer: UserViewer, after: string | null = null, filter: object[] = [], first = 100): Promise<Feed> =>
  (await company.ask<{ recordChanges: Feed }>(viewer, FEED, { first, after, filter })).recordChanges;
const told = ({ nodes }: Feed): string[] => nodes.map(({ kind, record }) => `${kind} ${record?.title ?? '-'}`).toSorted();

async function begun(): Promise<{ viewer: UserViewer; unified: Unified; end: string | null }> {
  const viewer = await company.t.newTenant();
  const unified = await company.unify(viewer, accounts(BEGIN));
  let feed: Feed | null = null;
  await eventually('the feed begins', async () => {
    feed = await read(viewer);
    return feed.nodes.length > 0;
  });
  expect(told(feed as never)).toEqual(['WHOLE -']);
  return { viewer, unified, end: (feed as never as Feed).pageInfo.endCursor };
}

test('whoever follows the feed is told what came, changed and went, page by page, and can keep a part of it only', async () => {
  const { viewer, unified, end } = await begun();
  await company.resync(viewer, unified, accounts([['A1', 'retail', 10], ['A2', 'retail', 99], ['A3', 'retail', 30], ['A5', 'media', 50]])); // prettier-ignore
  await eventually('all changes are there', async () => (await read(viewer, end)).nodes.length === 4);
  expect(told(await read(viewer, end))).toEqual(['CREATED Company A5', 'REMOVED -', 'UPDATED Company A2', 'UPDATED Company A3']);
  const pages: string[] = [];
  for (let after = end, more = true; more;) {
    const page = await read(viewer, after, [], 1);
    pages.push(...told(page));
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  expect(pages.toSorted()).toEqual(told(await read(viewer, end)));
  const media = await read(viewer, end, [{ attribute: 'industry', values: ['media'] }]);
  expect(told(media)).toEqual(['CREATED Company A5', 'REMOVED -', 'REMOVED -', 'REMOVED -']);
  await company.resync(viewer, unified, {});
  expect(await read(viewer, (await read(viewer)).pageInfo.endCursor)).toMatchObject({ nodes: [] });
});

test('a subscription tells it as it happens, and goes on after a cursor without a gap', async () => {
  const { viewer, unified } = await begun();
  await using client = socketClient(company.url, await company.tokenOf(viewer));
  const follower = client.follow(FOLLOW, { after: streamCursor('canonical:Account', 0) });
  interface Told {
    canonicalChanged: { cursor: string; changed: number; removed: number; whole: boolean; changes: Feed };
  }
  const heard = (results: readonly { data?: unknown }[]): Told['canonicalChanged'][] => results.map(({ data }) => (data as Told).canonicalChanged);
  await eventually('what has been is told', () => follower.results.length === 1);
  expect(heard(follower.results)[0]).toMatchObject({ whole: true, changes: { nodes: [{ kind: 'WHOLE', recordId: null }] } });
  await company.resync(viewer, unified, accounts([['A1', 'retail', 11], ['A2', 'retail', 20], ['A3', 'media', 30], ['A4', 'media', 40]])); // prettier-ignore
  await eventually('the first change is told', () => follower.results.length === 2);
  expect(heard(follower.results)[1]).toMatchObject({ changed: 1, removed: 0, changes: { nodes: [{ kind: 'UPDATED', record: { title: 'Company A1' } }] } });
  await company.resync(viewer, unified, accounts([['A1', 'retail', 11], ['A2', 'retail', 22], ['A3', 'media', 30]])); // prettier-ignore
  await eventually('the second is told', () => follower.results.length === 3);
  const again = client.follow(FOLLOW, { after: heard(follower.results)[1]?.cursor });
  await eventually('whoever comes back is told what was missed', () => again.results.length === 1);
  expect(heard(again.results)).toEqual(heard(follower.results).slice(2));
}); // prettier-ignore

test('what there is not is told so', async () => {
  const viewer = await company.t.newTenant();
  await expect(read(viewer)).rejects.toThrow('ENTITY_TYPE_UNKNOWN');
  const { viewer: owner } = await begun();
  await expect(read(owner, null, [{ attribute: 'nothing', values: ['x'] }])).rejects.toThrow('ATTRIBUTE_UNKNOWN');
  await expect(read(owner, 'no cursor')).rejects.toThrow('BAD_CURSOR');
});
