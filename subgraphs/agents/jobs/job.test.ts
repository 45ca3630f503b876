import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type List, type TestAgents, ask, startTestAgents } from '../agents-graph.testkit.ts';
import { eventsOf, newStory, tell } from '../agents.testkit.ts';

let t: TestAgents;
beforeAll(async () => {
  t = await startTestAgents();
});
afterAll(() => t[Symbol.asyncDispose]());

interface Job {
  id: string;
  superseded: boolean;
}

const jobsOf = async (viewer: UserViewer): Promise<List<Job>> =>
  (
    await ask<{ failedJobs: List<Job> }>(
      t,
      viewer,
      `{ failedJobs { totalCount pageInfo { hasNextPage endCursor } nodes { id code message todo step tries canRequeue superseded checkpoint failedAt
        run { id workflow status connection { id } } } } }`,
    )
  ).failedJobs;
const discard = (viewer: UserViewer, id: string) =>
  ask<Record<string, unknown>>(
    t,
    viewer,
    'mutation ($id: ID!) { discardJob(id: $id) { ... on JobDiscarded { run { id } } ... on InputRefused { problems { code } } } }',
    { id },
  );

async function failedSync(viewer: UserViewer, connectionId: string = randomUUID()): Promise<string> {
  const story = newStory(connectionId);
  const events = eventsOf(story);
  await tell(t, viewer, events.started, events.failed);
  return story.syncId;
}

test('a failed run is listed with why, where and what to do, until somebody puts it away; twice does no more', async () => {
  const viewer = await t.newTenant();
  const id = await failedSync(viewer);
  const { nodes, totalCount } = await jobsOf(viewer);
  expect(totalCount).toBe(1);
  expect(nodes).toMatchObject([
    {
      id,
      code: 'FOLDER_NOT_FOUND',
      message: 'The folder cannot be read.',
      todo: 'Look.',
      step: 'LAND',
      superseded: false,
      run: { id, status: 'FAILED' },
    },
  ]);
  for (let times = 0; times < 2; times++) expect(await discard(viewer, id)).toEqual({ discardJob: { run: { id } } });
  expect(await jobsOf(viewer)).toMatchObject({ totalCount: 0, nodes: [] });
});

test('of many that are put away at once none fails', async () => {
  const viewer = await t.newTenant();
  const id = await failedSync(viewer);
  const results = await Promise.all(Array.from({ length: 5 }, () => discard(viewer, id)));
  expect(results).toEqual(Array.from({ length: 5 }, () => ({ discardJob: { run: { id } } })));
});

test('a run that failed before the same work succeeded says that nothing is left to do', async () => {
  const viewer = await t.newTenant();
  const connectionId = randomUUID();
  const id = await failedSync(viewer, connectionId);
  const later = eventsOf(newStory(connectionId));
  await tell(t, viewer, later.started, later.empty);
  expect((await jobsOf(viewer)).nodes).toMatchObject([{ id, superseded: true }]);
});

test('somebody else’s step is not ours to go on with, unknown runs are none, and readers may only look', async () => {
  const viewer = await t.newTenant();
  const id = await failedSync(viewer);
  const requeue = 'mutation ($ids: [ID!]!) { requeueJobs(ids: $ids) { runs { id } refused { id problem { code } } } }';
  const unknown = randomUUID();
  expect(await ask(t, viewer, requeue, { ids: [id, unknown, 'nonsense', id] })).toEqual({
    requeueJobs: {
      runs: [],
      refused: [
        { id, problem: { code: 'RUN_NOT_RESUMABLE' } },
        { id: unknown, problem: { code: 'RUN_NOT_FOUND' } },
        { id: 'nonsense', problem: { code: 'RUN_NOT_FOUND' } },
      ],
    },
  });
  const stranger = await t.newTenant();
  expect(await discard(stranger, id)).toEqual({ discardJob: { problems: [{ code: 'RUN_NOT_FOUND' }] } });
  expect((await jobsOf(stranger)).totalCount).toBe(0);
  const reader: UserViewer = { ...viewer, role: 'ANALYST' };
  const { errors } = await t.graph('agents', `mutation { discardJob(id: "${id}") { __typename } }`, {}, reader);
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});
