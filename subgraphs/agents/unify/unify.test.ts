import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestAgents, approvalsOf, ask, decide, runsOf, startTestAgents, statuses, waiting } from '../agents-graph.testkit.ts';
import { eventsOf, newStory, tell } from '../agents.testkit.ts';

let t: TestAgents;
beforeAll(async () => {
  t = await startTestAgents();
});
afterAll(() => t[Symbol.asyncDispose]());

test('a run follows its sync from the start to the unified records, asking a person on the way', async () => {
  const viewer = await t.newTenant();
  const { story, events, approval } = await waiting(t, viewer);
  expect(await runsOf(t, viewer)).toMatchObject([
    {
      title: 'Sync Sales',
      status: 'WAITING',
      agent: { pilot: 'DATAOPS' },
      connection: { id: story.connectionId },
      approval: { id: approval?.id },
    },
  ]);
  expect(approval).toMatchObject({
    title: 'Unify Sales',
    intent: 'Publish the mapping of 2 tables and 19 columns',
    evidence: { tables: 2, fields: 19, lowestConfidence: 0.71, connectionId: story.connectionId, proposalId: story.proposalId },
  });
  expect(await decide(t, viewer, approval?.id, 'APPROVE', ' looks right ')).toMatchObject({
    approval: { status: 'APPROVED', decidedBy: { id: viewer.userId }, comment: 'looks right', run: { status: 'RUNNING' } },
  });
  await tell(t, viewer, events.published, events.unified, events.measured);
  const [run] = await runsOf(t, viewer);
  expect(run).toMatchObject({ status: 'SUCCEEDED', problem: null, finishedAt: expect.anything() });
  expect(run?.steps.map(({ key, status }) => `${key} ${status}`)).toEqual([
    'DISCOVER SUCCEEDED',
    'LAND SUCCEEDED',
    'MAP SUCCEEDED',
    'RESOLVE SUCCEEDED',
    'METRICS SUCCEEDED',
  ]);
  expect(run?.steps.map(({ detail }) => detail).slice(2)).toEqual([
    'version 1 of the model, 0 entity types',
    'Account: 120 changed',
    '7 metrics can be asked for',
  ]);
});

test('a failed sync fails its run with the problem', async () => {
  const viewer = await t.newTenant();
  const events = eventsOf(newStory());
  await tell(t, viewer, events.started, events.failed);
  expect(await runsOf(t, viewer)).toMatchObject([{ status: 'FAILED', problem: 'The folder cannot be read.' }]);
});

test('the whole story told again changes nothing', async () => {
  const viewer = await t.newTenant();
  const { events } = await waiting(t, viewer);
  const { started, discovered, finished, proposed, published, unified, measured } = events;
  await tell(t, viewer, published, unified, measured);
  const before = [await runsOf(t, viewer), await approvalsOf(t, viewer)];
  await tell(t, viewer, started, discovered, finished, proposed, published, unified, measured);
  expect([await runsOf(t, viewer), await approvalsOf(t, viewer)]).toEqual(before);
});

test('each sync has a run; a later one ends when its records are unified or when nothing is new', async () => {
  const viewer = await t.newTenant();
  const { story, events } = await waiting(t, viewer);
  await tell(t, viewer, events.published, events.unified, events.measured);
  const second = eventsOf({ ...newStory(story.connectionId), proposalId: story.proposalId });
  await tell(t, viewer, second.started, second.finished);
  expect(await statuses(t, viewer)).toEqual(['RUNNING', 'SUCCEEDED']);
  await tell(t, viewer, second.unified);
  expect(await statuses(t, viewer)).toEqual(['RUNNING', 'SUCCEEDED']);
  await tell(t, viewer, second.measured);
  const third = eventsOf(newStory(story.connectionId));
  await tell(t, viewer, third.started, third.unchanged);
  expect(await statuses(t, viewer)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
});

test('a sync that found no table has nothing to unify and ends its run', async () => {
  const viewer = await t.newTenant();
  const events = eventsOf(newStory());
  await tell(t, viewer, events.started, events.empty);
  expect(await statuses(t, viewer)).toEqual(['SUCCEEDED']);
});

test('records that landed while a mapping waited are unified with its publication, and given up with its rejection', async () => {
  for (const decision of ['APPROVE', 'REJECT'] as const) {
    const viewer = await t.newTenant();
    const { story, events, approval } = await waiting(t, viewer);
    const second = eventsOf(newStory(story.connectionId));
    await tell(t, viewer, second.started, second.finished);
    await decide(t, viewer, approval?.id, decision);
    if (decision === 'APPROVE') await tell(t, viewer, events.published, events.unified, events.measured);
    const end = decision === 'APPROVE' ? 'SUCCEEDED' : 'FAILED';
    expect(await statuses(t, viewer)).toEqual([end, end]);
  }
});

test('removing a connection ends its runs and withdraws what they asked for', async () => {
  const viewer = await t.newTenant();
  const { events } = await waiting(t, viewer);
  await tell(t, viewer, events.removed);
  expect(await runsOf(t, viewer)).toMatchObject([
    { status: 'FAILED', problem: expect.stringContaining('removed'), approval: { status: 'EXPIRED' } },
  ]);
});

test('a mapping that is published after all has its run go on where publishing failed', async () => {
  const viewer = await t.newTenant();
  const { story, events, approval } = await waiting(t, viewer);
  await decide(t, viewer, approval?.id, 'APPROVE');
  const { connectionId, proposalId } = story;
  await tell(t, viewer, {
    topic: 'ontology.publishing-failed',
    payload: { proposalId, connectionId, code: 'PUBLISHING_FAILED', message: 'The disk is full.' },
  });
  expect(await runsOf(t, viewer)).toMatchObject([{ status: 'FAILED', problem: 'The disk is full.' }]);
  await tell(t, viewer, events.published, events.unified, events.measured);
  expect(await runsOf(t, viewer)).toMatchObject([{ status: 'SUCCEEDED', problem: null }]);
});

test('a proposal that came without a sync has a run of its own', async () => {
  const viewer = await t.newTenant();
  const { connectionId, proposalId } = newStory();
  const { proposed, published, unified, measured } = eventsOf({ connectionId, proposalId, syncId: randomUUID() });
  await tell(t, viewer, proposed);
  const query = '{ runs { nodes { workflow status steps { key status } } } }';
  expect(await ask(t, viewer, query)).toEqual({
    runs: {
      nodes: [
        {
          workflow: 'ontology.map',
          status: 'WAITING',
          steps: [
            { key: 'MAP', status: 'WAITING' },
            { key: 'RESOLVE', status: 'PENDING' },
            { key: 'METRICS', status: 'PENDING' },
          ],
        },
      ],
    },
  });
  await tell(t, viewer, published, unified, measured);
  expect(await statuses(t, viewer)).toEqual(['SUCCEEDED']);
});
