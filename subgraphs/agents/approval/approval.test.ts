import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { DECIDE, type TestAgents, approvalsOf, decide, runsOf, startTestAgents, statuses, waiting } from '../agents-graph.testkit.ts';
import { eventsOf, newStory, tell } from '../agents.testkit.ts';

let t: TestAgents;
beforeAll(async () => {
  t = await startTestAgents();
});
afterAll(() => t[Symbol.asyncDispose]());

test('a decision is told to whoever owns what was asked for', async () => {
  const viewer = await t.newTenant();
  const { story, approval } = await waiting(t, viewer);
  await decide(t, viewer, approval?.id, 'REJECT', 'wrong table');
  await t.settled();
  expect(t.decisions.filter(({ tenantId }) => tenantId === viewer.tenantId)).toEqual([
    {
      tenantId: viewer.tenantId,
      payload: {
        approvalId: approval?.id,
        subject: `mapping:${story.proposalId}`,
        status: 'REJECTED',
        decidedBy: viewer.userId,
        comment: 'wrong table',
      },
    },
  ]);
  expect(await runsOf(t, viewer)).toMatchObject([{ status: 'FAILED', problem: expect.stringContaining('rejected') }]);
});

test('a mapping accepted on its own page approves what waited, by the person who accepted it', async () => {
  const viewer = await t.newTenant();
  const { events } = await waiting(t, viewer);
  await tell(t, viewer, events.published);
  expect(await approvalsOf(t, viewer)).toMatchObject([{ status: 'APPROVED', decidedBy: { id: viewer.userId } }]);
  expect(await statuses(t, viewer)).toEqual(['RUNNING']);
});

test('a mapping that was published already asks nobody', async () => {
  const viewer = await t.newTenant();
  const events = eventsOf(newStory());
  await tell(t, viewer, events.started, events.finished, events.published, events.proposed, events.unified, events.measured);
  expect(await approvalsOf(t, viewer)).toEqual([]);
  expect(await statuses(t, viewer)).toEqual(['SUCCEEDED']);
});

test('of two people who decide at the same time one wins, and the other is told', async () => {
  const viewer = await t.newTenant();
  const { approval } = await waiting(t, viewer);
  const colleague: UserViewer = { ...viewer, userId: randomUUID(), role: 'OPERATOR' };
  const both = await Promise.all([decide(t, viewer, approval?.id, 'APPROVE'), decide(t, colleague, approval?.id, 'REJECT')]);
  const [winner] = both.flatMap((result) => result.approval ?? []);
  expect(both.flatMap((result) => result.problems ?? [])).toEqual([{ code: 'APPROVAL_ALREADY_DECIDED', field: 'id' }]);
  await t.settled();
  expect(t.decisions.filter(({ tenantId }) => tenantId === viewer.tenantId)).toMatchObject([{ payload: { status: winner?.status } }]);
  expect(await approvalsOf(t, viewer)).toMatchObject([{ status: winner?.status, decidedBy: winner?.decidedBy }]);
});

test('what is not there cannot be decided, and a comment has a limit', async () => {
  const viewer = await t.newTenant();
  for (const id of [randomUUID(), 'nonsense']) {
    expect(await decide(t, viewer, id, 'APPROVE')).toEqual({ problems: [{ code: 'NOT_FOUND', field: 'id' }] });
  }
  const { approval } = await waiting(t, viewer);
  expect(await decide(t, viewer, approval?.id, 'APPROVE', 'x'.repeat(2_001))).toEqual({
    problems: [{ code: 'INVALID_INPUT', field: 'comment' }],
  });
});

test('an approval nobody decides expires with its run, and can then not be decided', async () => {
  const viewer = await t.newTenant();
  const { approval } = await waiting(t, viewer);
  t.clock.late = 8 * 24 * 60 * 60 * 1_000;
  try {
    expect(await runsOf(t, viewer)).toMatchObject([{ status: 'FAILED', approval: { status: 'EXPIRED' } }]);
    expect(await decide(t, viewer, approval?.id, 'APPROVE')).toEqual({ problems: [{ code: 'APPROVAL_ALREADY_DECIDED', field: 'id' }] });
  } finally {
    t.clock.late = 0;
  }
});

test('a newer proposal of a connection takes the place of the one that waits', async () => {
  const viewer = await t.newTenant();
  const { story, approval } = await waiting(t, viewer);
  const newer = await waiting(t, viewer, newStory(story.connectionId));
  expect(newer.approval?.id).not.toBe(approval?.id);
  expect((await approvalsOf(t, viewer)).map(({ status }) => status)).toEqual(['PENDING', 'EXPIRED']);
  expect(await statuses(t, viewer)).toEqual(['WAITING', 'FAILED']);
});

test('who only reads, and is not named as accountable, sees the approvals and decides nothing', async () => {
  const owner = await t.newTenant();
  const { approval } = await waiting(t, owner);
  for (const role of ['ANALYST', 'VIEWER', 'AGENT'] as const) {
    const reader: UserViewer = { ...owner, userId: randomUUID(), role };
    expect(await approvalsOf(t, reader, 'PENDING')).toHaveLength(1);
    if (role !== 'AGENT') {
      expect(await decide(t, reader, approval?.id, 'APPROVE')).toEqual({ problems: [{ code: 'APPROVAL_NOT_YOURS', field: 'id' }] });
      continue;
    }
    const { errors } = await t.graph('agents', DECIDE, { id: approval?.id, decision: 'APPROVE' }, reader);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  expect((await t.graph('agents', '{ runs { totalCount } }')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});
