import { afterAll, beforeAll, expect, test } from 'vitest';
import { type List, PAGE, type TestAgents, ask, decide, startTestAgents, waiting } from '../agents-graph.testkit.ts';
import { tell } from '../agents.testkit.ts';

let t: TestAgents;
beforeAll(async () => {
  t = await startTestAgents();
});
afterAll(() => t[Symbol.asyncDispose]());

test('the feed tells a story in sentences, the newest first, each with what it is about', async () => {
  const viewer = await t.newTenant();
  const { events, approval } = await waiting(t, viewer);
  await decide(t, viewer, approval?.id, 'APPROVE', 'fine');
  await tell(t, viewer, events.published, events.unified, events.measured);
  await tell(t, viewer, events.removed);
  const query = `query ($first: Int!, $after: String) { feed(first: $first, after: $after) {
    ${PAGE} nodes { cursor topic severity title detail run { id } connection { id } approval { id } } } }`;
  interface Told {
    topic: string;
    severity: string;
    title: string;
    run: { id: string } | null;
    approval: { id: string } | null;
  }
  const all = (await ask<{ feed: List<Told> }>(t, viewer, query, { first: 100, after: null })).feed;
  expect(all.nodes.map(({ severity, title }) => `${severity} ${title}`)).toEqual([
    'INFO A connection was removed.',
    'SUCCESS Sync Sales: done.',
    'SUCCESS 7 metrics can be asked for.',
    'SUCCESS Version 1 of the business model was published.',
    'SUCCESS A request was approved.',
    'WARNING “Unify Sales” waits for a decision.',
    'INFO A mapping of 2 tables and 19 columns was proposed.',
    'INFO Sync Sales has begun.',
  ]);
  expect(all.nodes.find(({ topic }) => topic === 'agents.approval-requested')?.approval).toEqual({ id: approval?.id });
  const first = (await ask<{ feed: List<Told> }>(t, viewer, query, { first: 3, after: null })).feed;
  const rest = (await ask<{ feed: List<Told> }>(t, viewer, query, { first: 100, after: first.pageInfo.endCursor })).feed;
  expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes);
  expect(all.totalCount).toBe(all.nodes.length);
});
