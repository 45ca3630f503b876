import { afterAll, beforeAll, expect, test } from 'vitest';
import { type List, PAGE, type TestAgents, approvalsOf, ask, decide, runsOf, startTestAgents, waiting } from './agents-graph.testkit.ts';
import { eventsOf, newStory, tell } from './agents.testkit.ts';

let t: TestAgents;
beforeAll(async () => {
  t = await startTestAgents();
});
afterAll(() => t[Symbol.asyncDispose]());

test('another tenant sees and decides nothing', async () => {
  const owner = await t.newTenant();
  const { story, approval } = await waiting(t, owner);
  const [run] = await runsOf(t, owner);
  const refs = [
    { __typename: 'Run', id: run?.id },
    { __typename: 'Approval', id: approval?.id },
    { __typename: 'Connection', id: story.connectionId },
  ];
  const query = `query ($run: ID!, $approval: ID!, $refs: [_Any!]!) {
    run(id: $run) { title } approval(id: $approval) { title } runs { totalCount } approvals { totalCount }
    _entities(representations: $refs) { ... on Run { title } ... on Approval { title } ... on Connection { runs { totalCount } } }
  }`;
  const variables = { run: run?.id, approval: approval?.id, refs };
  expect(await ask(t, owner, query, variables)).toEqual({
    run: { title: 'Sync Sales' },
    approval: { title: 'Unify Sales' },
    runs: { totalCount: 1 },
    approvals: { totalCount: 1 },
    _entities: [{ title: 'Sync Sales' }, { title: 'Unify Sales' }, { runs: { totalCount: 1 } }],
  });
  const stranger = await t.newTenant();
  expect(await ask(t, stranger, query, variables)).toEqual({
    run: null,
    approval: null,
    runs: { totalCount: 0 },
    approvals: { totalCount: 0 },
    _entities: [null, null, { runs: { totalCount: 0 } }],
  });
  expect(await decide(t, stranger, approval?.id, 'APPROVE')).toEqual({ problems: [{ code: 'NOT_FOUND', field: 'id' }] });
  expect(await approvalsOf(t, owner, 'PENDING')).toHaveLength(1);
});

test('pages of runs and approvals give each once, the newest first', async () => {
  const viewer = await t.newTenant();
  const stories = Array.from({ length: 5 }, () => newStory());
  for (const { started, finished, proposed } of stories.map((story) => eventsOf(story))) await tell(t, viewer, started, finished, proposed);
  for (const list of ['runs', 'approvals'] as const) {
    const query = `query ($first: Int!, $after: String) { ${list}(first: $first, after: $after) { ${PAGE} nodes { id } } }`;
    const fetch = async (first: number, after: string | null) =>
      (await ask<Record<typeof list, List<{ id: string }>>>(t, viewer, query, { first, after }))[list];
    const all = await fetch(50, null);
    const met: string[] = [];
    let after: string | null = null;
    for (let more = true; more;) {
      const page: List<{ id: string }> = await fetch(2, after);
      expect(page.totalCount).toBe(5);
      met.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      more = page.pageInfo.hasNextPage;
    }
    expect(met).toEqual(all.nodes.map(({ id }) => id));
    const { errors } = await t.graph('agents', query, { first: 2, after: 'nonsense' }, viewer);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_CURSOR' } }]);
  }
});
