import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../../../tests/testkit/test-system.ts';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { ontologyEntities } from '../../entities.ts';
import { createOntology } from '../../index.ts';
import { act, ask, connected, goldenNames } from '../resolution.testkit.ts';

let t: TestSystem;
let viewer: UserViewer;
beforeAll(async () => {
  t = await startTestSystem([{ create: createOntology, entities: ontologyEntities }]);
  viewer = await t.newTenant();
  await connected(t, viewer);
});
afterAll(() => t[Symbol.asyncDispose]());

interface Cluster {
  id: string;
  memberCount: number;
  sources: number;
  verified: boolean;
  weakest: number | null;
  record: { id: string; members: { totalCount: number } };
}
interface Clusters {
  totalCount: number;
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  nodes: Cluster[];
}

async function clusters(first = 100, after: string | null = null): Promise<Clusters> {
  const query = `query ($first: Int!, $after: String) { resolutionClusters(entityType: "Account", first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } nodes { id memberCount sources verified weakest record { id members { totalCount } } } } }`;
  return (await ask<{ resolutionClusters: Clusters }>(t, viewer, query, { first, after })).resolutionClusters;
}

test('clusters come by size with what holds them together, each once, and no single record among them', async () => {
  const all = await clusters();
  expect(all.nodes.length).toBeGreaterThan(3);
  expect(all.nodes).toHaveLength(all.totalCount);
  for (const { id, memberCount, sources, record } of all.nodes) {
    expect([record.id, record.members.totalCount]).toEqual([id, memberCount]);
    expect(sources).toBe(2);
  }
  expect(all.nodes.every(({ weakest }) => weakest !== null && weakest > 0)).toBe(true);
  const [one, two] = all.nodes.map(({ id }) => id);
  await act(t, viewer, 'mergeRecords(ids: $ids)', { ids: [one, two] });
  const met: string[] = [];
  for (let page = await clusters(3); ; page = await clusters(3, page.pageInfo.endCursor)) {
    met.push(...page.nodes.map(({ id }) => id));
    if (!page.pageInfo.hasNextPage) break;
  }
  const merged = await clusters();
  expect(met).toEqual(merged.nodes.map(({ id }) => id));
  expect(merged.nodes[0]).toMatchObject({ memberCount: 4, sources: 2 });
});

test('two records that only a person holds together have no weakest pair', async () => {
  const known = new Set((await clusters()).nodes.map(({ id }) => id));
  const singles = (await goldenNames(t, viewer)).filter(({ id }) => !known.has(id)).slice(0, 2);
  await act(t, viewer, 'mergeRecords(ids: $ids)', { ids: singles.map(({ id }) => id) });
  const made = (await clusters()).nodes.filter(({ id }) => !known.has(id));
  expect(made).toMatchObject([{ memberCount: 2, weakest: null }]);
});
