import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { ask as graph } from '../agents-graph.testkit.ts';
import type { Raci } from '../workflows/definition/definition.ts';
import { AgentRow } from '../agent/agent.entity.ts';
import { seeToDue } from './approval-clock.ts';
import { startTestAsking, type TestAsking } from './asking.testkit.ts';

let a: TestAsking;
beforeAll(async () => {
  a = await startTestAsking();
});
afterAll(() => a.t[Symbol.asyncDispose]());

const HOUR_MS = 60 * 60 * 1_000;
const DAY_MS = 24 * HOUR_MS;
const NOBODY: Raci = { responsible: [], accountable: [], consulted: [], informed: [] };
const user = (id: string) => ({ kind: 'USER' as const, id });
const as = (viewer: UserViewer, role: UserViewer['role']): UserViewer => ({ ...viewer, userId: randomUUID(), role });

interface Shown {
  id: string;
  status: string;
  payload: unknown;
  editedPayload: unknown;
  canDecide: boolean;
  needsReason: boolean;
  whyNot: string | null;
  escalation: { level: number } | null;
  history: { kind: string; by: { id: string } | null }[];
}
const FIELDS = `id status title path tool payload editedPayload cost tokens touches onExpiry dueAt canEdit canRespond canDecide needsReason whyNot comment
  agent { pilot } run { id } raci { accountable { kind user { id } } } escalation { level to } history { kind message by { id } }`;

async function waitingOf(viewer: UserViewer, runId: string): Promise<Shown> {
  const query = `query ($runId: ID) { approvals(runId: $runId) { nodes { ${FIELDS} } } }`;
  const { approvals } = await graph<{ approvals: { nodes: Shown[] } }>(a.t, viewer, query, { runId });
  const [approval] = approvals.nodes;
  if (approval === undefined) throw new Error('nothing was asked');
  return approval;
}

type Said = { decision: string; comment?: string; payload?: unknown };
/** The codes of what is wrong with a decision; empty when it was taken. */
async function say(viewer: UserViewer, id: string, said: Said): Promise<string[]> {
  const mutation = `mutation ($id: ID!, $decision: Decision!, $comment: String, $payload: JSON) {
    decideApproval(id: $id, decision: $decision, comment: $comment, payload: $payload) {
      ... on ApprovalDecided { approval { status } } ... on InputRefused { problems { code field } } } }`;
  type Answer = { decideApproval: { problems?: { code: string; field: string }[] } };
  const { decideApproval } = await graph<Answer>(a.t, viewer, mutation, { id, ...said });
  await a.t.settled();
  return (decideApproval.problems ?? []).map(({ code, field }) => `${code} ${field}`);
}

const statusOfRun = async (viewer: UserViewer, id: string): Promise<string> =>
  (await graph<{ run: { status: string } }>(a.t, viewer, 'query ($id: ID!) { run(id: $id) { status } }', { id })).run.status;

describe('a step that asks', () => {
  test('waits, is shown with what it wants to do, and goes on with the decision', async () => {
    const viewer = await a.t.newTenant();
    const runId = await a.start(viewer);
    expect(await statusOfRun(viewer, runId)).toBe('WAITING');
    const approval = await waitingOf(viewer, runId);
    expect(approval).toMatchObject({
      status: 'PENDING', path: 'cancel-seats', payload: { seats: 12, vendor: 'Acme' }, cost: 0.25, touches: 12, agent: { pilot: 'FINOPS' }, run: { id: runId },
      canEdit: true, canRespond: true, canDecide: true, whyNot: null, history: [{ kind: 'ASKED' }],
    }); // prettier-ignore
    expect(await say(viewer, approval.id, { decision: 'APPROVE', comment: 'go' })).toEqual([]);
    expect(a.told.get(runId)).toMatchObject({ decision: 'APPROVED', comment: 'go', payload: { seats: 12 }, decidedBy: viewer.userId });
    expect(await statusOfRun(viewer, runId)).toBe('SUCCEEDED');
  });

  test('is told what a person made of the payload, and what they answered', async () => {
    const viewer = await a.t.newTenant();
    const [edited, answered] = [await a.start(viewer), await a.start(viewer)];
    const one = await waitingOf(viewer, edited);
    for (const [payload, code] of [
      [undefined, 'APPROVAL_PAYLOAD_INVALID payload'],
      ['a text', 'APPROVAL_PAYLOAD_INVALID payload'],
      [{ seats: 'x'.repeat(70_000) }, 'APPROVAL_PAYLOAD_INVALID payload'],
    ] as const)
      expect(await say(viewer, one.id, { decision: 'EDIT', payload })).toEqual([code]);
    expect(await say(viewer, one.id, { decision: 'EDIT', payload: { seats: 3, vendor: 'Acme' } })).toEqual([]);
    expect(a.told.get(edited)).toMatchObject({ decision: 'EDITED', payload: { seats: 3 } });
    expect(await waitingOf(viewer, edited)).toMatchObject({
      status: 'APPROVED',
      editedPayload: { seats: 3 },
      history: [{}, { kind: 'EDITED' }],
    });

    const other = await waitingOf(viewer, answered);
    expect(await say(viewer, other.id, { decision: 'RESPOND' })).toEqual(['APPROVAL_ANSWER_NEEDED comment']);
    expect(await say(viewer, other.id, { decision: 'RESPOND', comment: 'ask again in May' })).toEqual([]);
    expect(a.told.get(answered)).toMatchObject({ decision: 'RESPONDED', comment: 'ask again in May' });
  });

  test('asked twice is one approval, and what is withdrawn can be decided no more', async () => {
    const viewer = await a.t.newTenant();
    const runId = await a.start(viewer);
    const { id } = await waitingOf(viewer, runId);
    const withdraw = () => a.t.system.database.unitOfWork(viewer.tenantId, (unit) => a.asks.withdraw(unit, runId, null));
    await withdraw();
    await withdraw();
    expect(await say(viewer, id, { decision: 'APPROVE' })).toEqual(['APPROVAL_ALREADY_DECIDED id']);
    expect((await waitingOf(viewer, runId)).history.map(({ kind }) => kind)).toEqual(['ASKED', 'WITHDRAWN']);
  });

  test('of many who decide at once one wins, and the run goes on once', async () => {
    const viewer = await a.t.newTenant();
    const runId = await a.start(viewer);
    const { id } = await waitingOf(viewer, runId);
    const people = Array.from({ length: 8 }, () => as(viewer, 'OPERATOR'));
    const outcomes = await Promise.all(
      people.map((person, index) => say(person, id, { decision: index % 2 === 0 ? 'APPROVE' : 'REJECT' })),
    );
    expect(outcomes.filter((problems) => problems.length === 0)).toHaveLength(1);
    expect(new Set(outcomes.flat())).toEqual(new Set(['APPROVAL_ALREADY_DECIDED id']));
    const winner = people[outcomes.findIndex((problems) => problems.length === 0)];
    expect(a.told.get(runId)?.decidedBy).toBe(winner?.userId);
  });
});

describe('who answers for it', () => {
  test('whoever is responsible cannot approve, others not accountable neither, and an owner takes over with a reason', async () => {
    const owner = await a.t.newTenant();
    const [doer, decider, other] = [as(owner, 'OPERATOR'), as(owner, 'OPERATOR'), as(owner, 'ADMIN')];
    const raci = { ...NOBODY, responsible: [user(doer.userId)], accountable: [user(decider.userId), user(doer.userId)] };
    const [first, second] = [await a.start(owner, { raci }), await a.start(owner, { raci })];
    const { id } = await waitingOf(owner, first);
    expect(await say(doer, id, { decision: 'APPROVE', comment: 'mine' })).toEqual(['APPROVAL_BY_RESPONSIBLE id']);
    expect(await say(other, id, { decision: 'APPROVE', comment: 'mine' })).toEqual(['APPROVAL_NOT_ACCOUNTABLE id']);
    expect(await say(owner, id, { decision: 'APPROVE' })).toEqual(['APPROVAL_REASON_NEEDED comment']);
    expect(await waitingOf(doer, first)).toMatchObject({ canDecide: false, whyNot: expect.any(String) as unknown });
    expect(await waitingOf(owner, first)).toMatchObject({ canDecide: true, needsReason: true });
    const mine = 'query { approvals(mine: true, status: PENDING) { totalCount } }';
    expect(await graph(a.t, decider, mine)).toEqual({ approvals: { totalCount: 2 } });
    expect(await graph(a.t, doer, mine)).toEqual({ approvals: { totalCount: 0 } });
    expect(await say(decider, id, { decision: 'APPROVE' })).toEqual([]);
    const taken = await waitingOf(owner, second);
    expect(await say(owner, taken.id, { decision: 'REJECT', comment: 'they are away' })).toEqual([]);
    expect((await waitingOf(owner, second)).history.map(({ kind }) => kind)).toEqual(['ASKED', 'TAKEN_OVER', 'REJECTED']);
  });

  test('whoever had a responsible agent do it does not approve it', async () => {
    const owner = await a.t.newTenant();
    const starter = as(owner, 'ADMIN');
    const raci: Raci = { ...NOBODY, responsible: [{ kind: 'AGENT', id: randomUUID() }] };
    const { id } = await waitingOf(owner, await a.start(owner, { raci }, starter.userId));
    expect(await say(starter, id, { decision: 'APPROVE' })).toEqual(['APPROVAL_BY_RESPONSIBLE id']);
    expect(await say(as(owner, 'OPERATOR'), id, { decision: 'APPROVE' })).toEqual([]);
  });

  test('whoever is accountable decides, whatever their role', async () => {
    const owner = await a.t.newTenant();
    const [named, other] = [as(owner, 'VIEWER'), as(owner, 'VIEWER')];
    const raci: Raci = { ...NOBODY, accountable: [user(named.userId), { kind: 'ROLE', role: 'ANALYST' }] };
    const [first, second] = [await a.start(owner, { raci }), await a.start(owner, { raci })];
    const { id } = await waitingOf(other, first);
    expect(await say(other, id, { decision: 'APPROVE' })).toEqual(['APPROVAL_NOT_ACCOUNTABLE id']);
    expect(await say(named, id, { decision: 'APPROVE' })).toEqual([]);
    expect(a.told.get(first)).toMatchObject({ decision: 'APPROVED', decidedBy: named.userId });
    expect(await say(as(owner, 'ANALYST'), (await waitingOf(owner, second)).id, { decision: 'REJECT' })).toEqual([]);
  });

  test('those who answer for the agent decide what a step asks that names nobody', async () => {
    const owner = await a.t.newTenant();
    const named = as(owner, 'VIEWER');
    await graph(a.t, owner, '{ agents { totalCount } }');
    const raci: Raci = { ...NOBODY, accountable: [user(named.userId)] };
    await a.t.system.database.unitOfWork(owner.tenantId, ({ em }) => em.nativeUpdate(AgentRow, { tenantId: owner.tenantId }, { raci }));
    const { id } = await waitingOf(owner, await a.start(owner));
    expect(await say(as(owner, 'OPERATOR'), id, { decision: 'APPROVE' })).toEqual(['APPROVAL_NOT_ACCOUNTABLE id']);
    expect(await say(named, id, { decision: 'APPROVE' })).toEqual([]);
  });

  test('several are decided each by itself', async () => {
    const owner = await a.t.newTenant();
    const runs = [await a.start(owner), await a.start(owner)];
    const ids = await Promise.all(runs.map(async (runId) => (await waitingOf(owner, runId)).id));
    const mutation = `mutation ($ids: [ID!]!, $decision: Decision!) { decideApprovals(ids: $ids, decision: $decision) {
      ... on ApprovalsDecided { results { id approval { status } problems { code } } } ... on InputRefused { problems { code field } } } }`;
    const none = randomUUID();
    expect(await graph(a.t, owner, mutation, { ids: [...ids, none, 'nonsense'], decision: 'REJECT' })).toEqual({
      decideApprovals: {
        results: [
          ...ids.map((id) => ({ id, approval: { status: 'REJECTED' }, problems: [] })),
          ...[none, 'nonsense'].map((id) => ({ id, approval: null, problems: [{ code: 'NOT_FOUND' }] })),
        ],
      },
    });
    const many = Array.from({ length: 101 }, () => randomUUID());
    expect(await graph(a.t, owner, mutation, { ids: many, decision: 'REJECT' })).toEqual({
      decideApprovals: { problems: [{ code: 'TOO_MANY_APPROVALS', field: 'ids' }] },
    });
    await a.t.settled();
    expect(runs.map((runId) => a.told.get(runId)?.decision)).toEqual(['REJECTED', 'REJECTED']);
  });
});

describe('time', () => {
  const later = async (ms: number, look: () => Promise<void>): Promise<void> => {
    a.t.clock.late = ms;
    try {
      await seeToDue({ ...a.t.system, clock: () => new Date(Date.now() + ms) });
      await a.t.settled();
      await look();
    } finally {
      a.t.clock.late = 0;
    }
  };

  test('nobody decides: administrators are asked too, then owners, and in the end it is not done', async () => {
    const owner = await a.t.newTenant();
    const admin = as(owner, 'ADMIN');
    const raci = { ...NOBODY, accountable: [user(randomUUID())] };
    const runId = await a.start(owner, { raci, slaMs: HOUR_MS });
    const { id } = await waitingOf(owner, runId);
    expect(await say(admin, id, { decision: 'APPROVE', comment: 'early' })).toEqual(['APPROVAL_NOT_ACCOUNTABLE id']);
    await later(HOUR_MS, async () => {
      expect(await waitingOf(admin, runId)).toMatchObject({ escalation: { level: 1 }, canDecide: true });
      expect(await waitingOf(owner, runId)).toMatchObject({ needsReason: true });
    });
    await later(2 * HOUR_MS + 1_000, async () =>
      expect(await waitingOf(owner, runId)).toMatchObject({ escalation: { level: 2 }, needsReason: false }),
    );
    await later(7 * DAY_MS, async () => expect(a.told.get(runId)).toMatchObject({ decision: 'EXPIRED', decidedBy: null }));
    expect((await waitingOf(owner, runId)).history.map(({ kind }) => kind)).toEqual(['ASKED', 'ESCALATED', 'ESCALATED', 'EXPIRED']);
  });

  test('nobody decides, and then it may be done, or the next have as long again', async () => {
    const owner = await a.t.newTenant();
    const done = await a.start(owner, { expiresMs: HOUR_MS, onExpiry: 'APPROVE' });
    const up = await a.start(owner, { expiresMs: HOUR_MS, onExpiry: 'ESCALATE' });
    await later(HOUR_MS, async () => {
      expect(a.told.get(done)).toMatchObject({ decision: 'APPROVED', decidedBy: null });
      expect(await waitingOf(owner, up)).toMatchObject({ status: 'PENDING', escalation: { level: 1 } });
    });
    await later(2 * HOUR_MS + 1_000, async () =>
      expect(await waitingOf(owner, up)).toMatchObject({ status: 'PENDING', escalation: { level: 2 } }),
    );
    await later(4 * HOUR_MS, async () => expect(a.told.get(up)).toMatchObject({ decision: 'EXPIRED' }));
  });

  test('what is due is done once, however many see to it, and beats a decision that comes too late', async () => {
    const owner = await a.t.newTenant();
    const runId = await a.start(owner, { slaMs: HOUR_MS, expiresMs: 3 * HOUR_MS });
    const { id } = await waitingOf(owner, runId);
    const system = { ...a.t.system, clock: () => new Date(Date.now() + HOUR_MS) };
    await Promise.all(Array.from({ length: 5 }, () => seeToDue(system)));
    expect((await waitingOf(owner, runId)).history.map(({ kind }) => kind)).toEqual(['ASKED', 'ESCALATED']);
    a.t.clock.late = 3 * HOUR_MS;
    try {
      expect(await say(owner, id, { decision: 'APPROVE' })).toEqual(['APPROVAL_ALREADY_DECIDED id']);
    } finally {
      a.t.clock.late = 0;
    }
    await eventually('the run is told', () => a.told.get(runId)?.decision === 'EXPIRED');
  });
});
