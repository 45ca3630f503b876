import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { type List, type TestAgents, approvalsOf, ask, runsOf, startTestAgents, waiting } from '../agents-graph.testkit.ts';
import { eventsOf, newStory, tell } from '../agents.testkit.ts';

let t: TestAgents;
beforeAll(async () => {
  t = await startTestAgents();
});
afterAll(() => t[Symbol.asyncDispose]());

const CHANGE = `... on RunChanged { run { id status canCancel canResume attempt } } ... on InputRefused { problems { code } }`;
const change = (viewer: UserViewer, what: 'cancelRun' | 'resumeRun', id: string | undefined) =>
  ask<Record<string, unknown>>(t, viewer, `mutation ($id: ID!) { ${what}(id: $id) { ${CHANGE} } }`, { id });

test('a run that is cancelled withdraws what it asked for, and cannot be resumed when a person’s decision was all that was missing', async () => {
  const viewer = await t.newTenant();
  const { approval } = await waiting(t, viewer);
  const [run] = await runsOf(t, viewer);
  expect(await change(viewer, 'cancelRun', run?.id)).toMatchObject({
    cancelRun: { run: { status: 'CANCELLED', canCancel: false, canResume: false } },
  });
  await t.settled();
  expect(await approvalsOf(t, viewer)).toMatchObject([{ id: approval?.id, status: 'EXPIRED' }]);
  expect(await change(viewer, 'cancelRun', run?.id)).toEqual({ cancelRun: { problems: [{ code: 'RUN_NOT_CANCELLABLE' }] } });
  expect(await change(viewer, 'resumeRun', run?.id)).toEqual({ resumeRun: { problems: [{ code: 'RUN_NOT_RESUMABLE' }] } });
  for (const id of [randomUUID(), 'nonsense'])
    expect(await change(viewer, 'resumeRun', id)).toEqual({ resumeRun: { problems: [{ code: 'RUN_NOT_FOUND' }] } });
  const reader: UserViewer = { ...viewer, userId: randomUUID(), role: 'ANALYST' };
  const { errors } = await t.graph('agents', `mutation { cancelRun(id: "${run?.id}") { __typename } }`, {}, reader);
  expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
});

test('a run that is cancelled while its own work goes on keeps what it asked for: it can be resumed', async () => {
  const viewer = await t.newTenant();
  const events = eventsOf(newStory(), viewer.userId);
  await tell(t, viewer, events.started, events.discovered, events.proposed);
  const [run] = await runsOf(t, viewer);
  expect(await change(viewer, 'cancelRun', run?.id)).toMatchObject({ cancelRun: { run: { status: 'CANCELLED' } } });
  await t.settled();
  expect(await approvalsOf(t, viewer)).toMatchObject([{ status: 'PENDING', run: { status: 'CANCELLED' } }]);
});

test('runs are listed by how they stand, by their connection and by their agent', async () => {
  const viewer = await t.newTenant();
  const { story } = await waiting(t, viewer);
  const other = eventsOf(newStory());
  await tell(t, viewer, other.started, other.failed);
  const query = `query ($status: RunStatus, $connectionId: ID) {
    runs(status: $status, connectionId: $connectionId) { totalCount nodes { status connection { id } } }
    agents { nodes { pilot runs { totalCount } } }
  }`;
  const listed = (variables: object) =>
    ask<{ runs: List<{ status: string; connection: { id: string } }> }>(t, viewer, query, { ...variables });
  expect((await listed({})).runs.totalCount).toBe(2);
  expect((await listed({ status: 'FAILED' })).runs.nodes.map(({ status }) => status)).toEqual(['FAILED']);
  expect((await listed({ connectionId: story.connectionId })).runs).toMatchObject({
    totalCount: 1,
    nodes: [{ connection: { id: story.connectionId } }],
  });
  expect(await listed({})).toMatchObject({
    agents: {
      nodes: [
        { pilot: 'FINOPS', runs: { totalCount: 0 } },
        { pilot: 'REVOPS', runs: { totalCount: 0 } },
        { pilot: 'DATAOPS', runs: { totalCount: 2 } },
        { pilot: 'SECOPS', runs: { totalCount: 0 } },
      ],
    },
  });
});
