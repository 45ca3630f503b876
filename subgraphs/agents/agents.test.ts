import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestSystem, type TestSystem } from '../../tests/testkit/test-system.ts';
import { defineConsumer } from '../kernel/outbox/consumer.ts';
import type { System } from '../kernel/system.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import { SYNC_STAND_IN, eventsOf, newStory, tell } from './agents.testkit.ts';
import { agentsEntities } from './entities.ts';
import { createAgents } from './index.ts';

const decisions: { tenantId: string; payload: unknown }[] = [];
let late = 0;
let t: TestSystem;

beforeAll(async () => {
  const create = (system: System) => {
    const module = createAgents({ ...system, clock: () => new Date(Date.now() + late) });
    const listener = defineConsumer('test.decisions', {
      'agents.approval-decided': async ({ tenantId, payload }) => void decisions.push({ tenantId, payload }),
    });
    return { ...module, consumers: [...module.consumers, listener], workflows: [...(module.workflows ?? []), SYNC_STAND_IN] };
  };
  t = await startTestSystem([{ create, entities: agentsEntities }]);
});
afterAll(() => t[Symbol.asyncDispose]());

const APPROVAL = 'id status title intent evidence decidedAt comment decidedBy { id } run { id status }';
const RUN = `id title status problem finishedAt agent { pilot } connection { id } approval { ${APPROVAL} } steps { key name status detail }`;
const PAGE = 'totalCount pageInfo { hasNextPage endCursor }';

interface Approval {
  id: string;
  status: string;
  title: string;
  intent: string;
  evidence: unknown;
  decidedAt: string | null;
  decidedBy: { id: string } | null;
  comment: string | null;
}
interface Run {
  id: string;
  status: string;
  problem: string | null;
  finishedAt: string | null;
  approval: Approval | null;
  steps: { key: string; name: string; status: string; detail: string | null }[];
}
interface List<Node> {
  nodes: Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function ask<Answer>(viewer: UserViewer, query: string, variables: Record<string, unknown> = {}): Promise<Answer> {
  const { data, errors } = await t.graph('agents', query, variables, viewer);
  expect(errors).toBeUndefined();
  return data as Answer;
}
const runsOf = async (viewer: UserViewer): Promise<Run[]> =>
  (await ask<{ runs: List<Run> }>(viewer, `{ runs { ${PAGE} nodes { ${RUN} } } }`)).runs.nodes;
const approvalsOf = async (viewer: UserViewer, status: string | null = null): Promise<Approval[]> => {
  const query = `query ($status: ApprovalStatus) { approvals(status: $status) { ${PAGE} nodes { ${APPROVAL} } } }`;
  return (await ask<{ approvals: List<Approval> }>(viewer, query, { status })).approvals.nodes;
};
const statuses = async (viewer: UserViewer): Promise<string[]> => (await runsOf(viewer)).map(({ status }) => status);

const DECIDE = `mutation ($id: ID!, $decision: Decision!, $comment: String) {
  decideApproval(id: $id, decision: $decision, comment: $comment) {
    ... on ApprovalDecided { approval { ${APPROVAL} } }
    ... on InputRefused { problems { code field } }
  }
}`;
interface Decided {
  approval?: Approval;
  problems?: { code: string; field: string | null }[];
}
async function decide(
  viewer: UserViewer,
  id: string | undefined,
  decision: 'APPROVE' | 'REJECT',
  comment: string | null = null,
): Promise<Decided> {
  return (await ask<{ decideApproval: Decided }>(viewer, DECIDE, { id, decision, comment })).decideApproval;
}

async function waiting(viewer: UserViewer, story = newStory()) {
  const events = eventsOf(story, viewer.userId);
  await tell(t, viewer, events.started, events.discovered, events.finished, events.proposed);
  const [approval] = await approvalsOf(viewer, 'PENDING');
  return { story, events, approval };
}

test('every tenant has the four pilots, whoever asks or whatever happens first', async () => {
  const [asking, telling] = [await t.newTenant(), await t.newTenant()];
  await tell(t, telling, {
    topic: 'accounts.tenant-registered',
    payload: { tenantId: telling.tenantId, name: 'Acme', ownerId: telling.userId },
  });
  const query = `query ($after: String) { agents(first: 3, after: $after) { ${PAGE} nodes { id pilot name runs { totalCount } } } }`;
  interface Agents {
    agents: List<{ id: string; pilot: string; runs: { totalCount: number } }>;
  }
  for (const viewer of [asking, telling]) {
    const first = (await ask<Agents>(viewer, query)).agents;
    const second = (await ask<Agents>(viewer, query, { after: first.pageInfo.endCursor })).agents;
    expect([...first.nodes, ...second.nodes].map(({ pilot }) => pilot)).toEqual(['FINOPS', 'REVOPS', 'DATAOPS', 'SECOPS']);
    expect([first.totalCount, first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([4, true, false]);
  }
});

test('the pilots are made once, also when many ask at the same time', async () => {
  const viewer = await t.newTenant();
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask(viewer, '{ agents { totalCount nodes { id } } }')));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
});

test('a run follows its sync from the start to the unified records, asking a person on the way', async () => {
  const viewer = await t.newTenant();
  const { story, events, approval } = await waiting(viewer);
  expect(await runsOf(viewer)).toMatchObject([
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
  expect(await decide(viewer, approval?.id, 'APPROVE', ' looks right ')).toMatchObject({
    approval: { status: 'APPROVED', decidedBy: { id: viewer.userId }, comment: 'looks right', run: { status: 'RUNNING' } },
  });
  await tell(t, viewer, events.published, events.unified, events.measured);
  const [run] = await runsOf(viewer);
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

test('a decision is told to whoever owns what was asked for', async () => {
  const viewer = await t.newTenant();
  const { story, approval } = await waiting(viewer);
  await decide(viewer, approval?.id, 'REJECT', 'wrong table');
  await t.settled();
  expect(decisions.filter(({ tenantId }) => tenantId === viewer.tenantId)).toEqual([
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
  expect(await runsOf(viewer)).toMatchObject([{ status: 'FAILED', problem: expect.stringContaining('rejected') }]);
});

test('a mapping accepted on its own page approves what waited, by the person who accepted it', async () => {
  const viewer = await t.newTenant();
  const { events } = await waiting(viewer);
  await tell(t, viewer, events.published);
  expect(await approvalsOf(viewer)).toMatchObject([{ status: 'APPROVED', decidedBy: { id: viewer.userId } }]);
  expect(await statuses(viewer)).toEqual(['RUNNING']);
});

test('a mapping that was published already asks nobody', async () => {
  const viewer = await t.newTenant();
  const events = eventsOf(newStory());
  await tell(t, viewer, events.started, events.finished, events.published, events.proposed, events.unified, events.measured);
  expect(await approvalsOf(viewer)).toEqual([]);
  expect(await statuses(viewer)).toEqual(['SUCCEEDED']);
});

test('of two people who decide at the same time one wins, and the other is told', async () => {
  const viewer = await t.newTenant();
  const { approval } = await waiting(viewer);
  const colleague: UserViewer = { ...viewer, userId: randomUUID(), role: 'OPERATOR' };
  const both = await Promise.all([decide(viewer, approval?.id, 'APPROVE'), decide(colleague, approval?.id, 'REJECT')]);
  const [winner] = both.flatMap((result) => result.approval ?? []);
  expect(both.flatMap((result) => result.problems ?? [])).toEqual([{ code: 'APPROVAL_ALREADY_DECIDED', field: 'id' }]);
  await t.settled();
  expect(decisions.filter(({ tenantId }) => tenantId === viewer.tenantId)).toMatchObject([{ payload: { status: winner?.status } }]);
  expect(await approvalsOf(viewer)).toMatchObject([{ status: winner?.status, decidedBy: winner?.decidedBy }]);
});

test('what is not there cannot be decided, and a comment has a limit', async () => {
  const viewer = await t.newTenant();
  for (const id of [randomUUID(), 'nonsense']) {
    expect(await decide(viewer, id, 'APPROVE')).toEqual({ problems: [{ code: 'NOT_FOUND', field: 'id' }] });
  }
  const { approval } = await waiting(viewer);
  expect(await decide(viewer, approval?.id, 'APPROVE', 'x'.repeat(2_001))).toEqual({
    problems: [{ code: 'INVALID_INPUT', field: 'comment' }],
  });
});

test('an approval nobody decides expires with its run, and can then not be decided', async () => {
  const viewer = await t.newTenant();
  const { approval } = await waiting(viewer);
  late = 8 * 24 * 60 * 60 * 1_000;
  try {
    expect(await runsOf(viewer)).toMatchObject([{ status: 'FAILED', approval: { status: 'EXPIRED' } }]);
    expect(await decide(viewer, approval?.id, 'APPROVE')).toEqual({ problems: [{ code: 'APPROVAL_ALREADY_DECIDED', field: 'id' }] });
  } finally {
    late = 0;
  }
});

test('a failed sync fails its run with the problem', async () => {
  const viewer = await t.newTenant();
  const events = eventsOf(newStory());
  await tell(t, viewer, events.started, events.failed);
  expect(await runsOf(viewer)).toMatchObject([{ status: 'FAILED', problem: 'The folder cannot be read.' }]);
});

test('the whole story told again changes nothing', async () => {
  const viewer = await t.newTenant();
  const { events } = await waiting(viewer);
  const { started, discovered, finished, proposed, published, unified, measured } = events;
  await tell(t, viewer, published, unified, measured);
  const before = [await runsOf(viewer), await approvalsOf(viewer)];
  await tell(t, viewer, started, discovered, finished, proposed, published, unified, measured);
  expect([await runsOf(viewer), await approvalsOf(viewer)]).toEqual(before);
});

test('each sync has a run; a later one ends when its records are unified or when nothing is new', async () => {
  const viewer = await t.newTenant();
  const { story, events } = await waiting(viewer);
  await tell(t, viewer, events.published, events.unified, events.measured);
  const second = eventsOf({ ...newStory(story.connectionId), proposalId: story.proposalId });
  await tell(t, viewer, second.started, second.finished);
  expect(await statuses(viewer)).toEqual(['RUNNING', 'SUCCEEDED']);
  await tell(t, viewer, second.unified);
  expect(await statuses(viewer)).toEqual(['RUNNING', 'SUCCEEDED']);
  await tell(t, viewer, second.measured);
  const third = eventsOf(newStory(story.connectionId));
  await tell(t, viewer, third.started, third.unchanged);
  expect(await statuses(viewer)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
});

test('a sync that found no table has nothing to unify and ends its run', async () => {
  const viewer = await t.newTenant();
  const events = eventsOf(newStory());
  await tell(t, viewer, events.started, events.empty);
  expect(await statuses(viewer)).toEqual(['SUCCEEDED']);
});

test('a newer proposal of a connection takes the place of the one that waits', async () => {
  const viewer = await t.newTenant();
  const { story, approval } = await waiting(viewer);
  const newer = await waiting(viewer, newStory(story.connectionId));
  expect(newer.approval?.id).not.toBe(approval?.id);
  expect((await approvalsOf(viewer)).map(({ status }) => status)).toEqual(['PENDING', 'EXPIRED']);
  expect(await statuses(viewer)).toEqual(['WAITING', 'FAILED']);
});

test('records that landed while a mapping waited are unified with its publication, and given up with its rejection', async () => {
  for (const decision of ['APPROVE', 'REJECT'] as const) {
    const viewer = await t.newTenant();
    const { story, events, approval } = await waiting(viewer);
    const second = eventsOf(newStory(story.connectionId));
    await tell(t, viewer, second.started, second.finished);
    await decide(viewer, approval?.id, decision);
    if (decision === 'APPROVE') await tell(t, viewer, events.published, events.unified, events.measured);
    const end = decision === 'APPROVE' ? 'SUCCEEDED' : 'FAILED';
    expect(await statuses(viewer)).toEqual([end, end]);
  }
});

test('removing a connection ends its runs and withdraws what they asked for', async () => {
  const viewer = await t.newTenant();
  const { events } = await waiting(viewer);
  await tell(t, viewer, events.removed);
  expect(await runsOf(viewer)).toMatchObject([
    { status: 'FAILED', problem: expect.stringContaining('removed'), approval: { status: 'EXPIRED' } },
  ]);
});

test('another tenant sees and decides nothing', async () => {
  const owner = await t.newTenant();
  const { story, approval } = await waiting(owner);
  const [run] = await runsOf(owner);
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
  expect(await ask(owner, query, variables)).toEqual({
    run: { title: 'Sync Sales' },
    approval: { title: 'Unify Sales' },
    runs: { totalCount: 1 },
    approvals: { totalCount: 1 },
    _entities: [{ title: 'Sync Sales' }, { title: 'Unify Sales' }, { runs: { totalCount: 1 } }],
  });
  const stranger = await t.newTenant();
  expect(await ask(stranger, query, variables)).toEqual({
    run: null,
    approval: null,
    runs: { totalCount: 0 },
    approvals: { totalCount: 0 },
    _entities: [null, null, { runs: { totalCount: 0 } }],
  });
  expect(await decide(stranger, approval?.id, 'APPROVE')).toEqual({ problems: [{ code: 'NOT_FOUND', field: 'id' }] });
  expect(await approvalsOf(owner, 'PENDING')).toHaveLength(1);
});

test('who may only read sees the approvals and may not decide them', async () => {
  const owner = await t.newTenant();
  const { approval } = await waiting(owner);
  for (const role of ['ANALYST', 'VIEWER', 'AGENT'] as const) {
    const reader: UserViewer = { ...owner, userId: randomUUID(), role };
    expect(await approvalsOf(reader, 'PENDING')).toHaveLength(1);
    const { errors } = await t.graph('agents', DECIDE, { id: approval?.id, decision: 'APPROVE' }, reader);
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  }
  expect((await t.graph('agents', '{ runs { totalCount } }')).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
});

test('pages of runs and approvals give each once, the newest first', async () => {
  const viewer = await t.newTenant();
  const stories = Array.from({ length: 5 }, () => newStory());
  for (const { started, finished, proposed } of stories.map((story) => eventsOf(story))) await tell(t, viewer, started, finished, proposed);
  for (const list of ['runs', 'approvals'] as const) {
    const query = `query ($first: Int!, $after: String) { ${list}(first: $first, after: $after) { ${PAGE} nodes { id } } }`;
    const fetch = async (first: number, after: string | null) =>
      (await ask<Record<typeof list, List<{ id: string }>>>(viewer, query, { first, after }))[list];
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

const CHANGE = `... on RunChanged { run { id status canCancel canResume attempt } } ... on InputRefused { problems { code } }`;
const change = (viewer: UserViewer, what: 'cancelRun' | 'resumeRun', id: string | undefined) =>
  ask<Record<string, unknown>>(viewer, `mutation ($id: ID!) { ${what}(id: $id) { ${CHANGE} } }`, { id });

test('a run that is cancelled withdraws what it asked for, and cannot be resumed when a person’s decision was all that was missing', async () => {
  const viewer = await t.newTenant();
  const { approval } = await waiting(viewer);
  const [run] = await runsOf(viewer);
  expect(await change(viewer, 'cancelRun', run?.id)).toMatchObject({
    cancelRun: { run: { status: 'CANCELLED', canCancel: false, canResume: false } },
  });
  await t.settled();
  expect(await approvalsOf(viewer)).toMatchObject([{ id: approval?.id, status: 'EXPIRED' }]);
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
  const [run] = await runsOf(viewer);
  expect(await change(viewer, 'cancelRun', run?.id)).toMatchObject({ cancelRun: { run: { status: 'CANCELLED' } } });
  await t.settled();
  expect(await approvalsOf(viewer)).toMatchObject([{ status: 'PENDING', run: { status: 'CANCELLED' } }]);
});

test('a mapping that is published after all has its run go on where publishing failed', async () => {
  const viewer = await t.newTenant();
  const { story, events, approval } = await waiting(viewer);
  await decide(viewer, approval?.id, 'APPROVE');
  const { connectionId, proposalId } = story;
  await tell(t, viewer, {
    topic: 'ontology.publishing-failed',
    payload: { proposalId, connectionId, code: 'PUBLISHING_FAILED', message: 'The disk is full.' },
  });
  expect(await runsOf(viewer)).toMatchObject([{ status: 'FAILED', problem: 'The disk is full.' }]);
  await tell(t, viewer, events.published, events.unified, events.measured);
  expect(await runsOf(viewer)).toMatchObject([{ status: 'SUCCEEDED', problem: null }]);
});

test('a proposal that came without a sync has a run of its own', async () => {
  const viewer = await t.newTenant();
  const { connectionId, proposalId } = newStory();
  const { proposed, published, unified, measured } = eventsOf({ connectionId, proposalId, syncId: randomUUID() });
  await tell(t, viewer, proposed);
  const query = '{ runs { nodes { workflow status steps { key status } } } }';
  expect(await ask(viewer, query)).toEqual({
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
  expect(await statuses(viewer)).toEqual(['SUCCEEDED']);
});

test('runs are listed by how they stand, by their connection and by their agent', async () => {
  const viewer = await t.newTenant();
  const { story } = await waiting(viewer);
  const other = eventsOf(newStory());
  await tell(t, viewer, other.started, other.failed);
  const query = `query ($status: RunStatus, $connectionId: ID) {
    runs(status: $status, connectionId: $connectionId) { totalCount nodes { status connection { id } } }
    agents { nodes { pilot runs { totalCount } } }
  }`;
  const listed = (variables: object) =>
    ask<{ runs: List<{ status: string; connection: { id: string } }> }>(viewer, query, { ...variables });
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

test('the feed tells a story in sentences, the newest first, each with what it is about', async () => {
  const viewer = await t.newTenant();
  const { events, approval } = await waiting(viewer);
  await decide(viewer, approval?.id, 'APPROVE', 'fine');
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
  const all = (await ask<{ feed: List<Told> }>(viewer, query, { first: 100, after: null })).feed;
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
  const first = (await ask<{ feed: List<Told> }>(viewer, query, { first: 3, after: null })).feed;
  const rest = (await ask<{ feed: List<Told> }>(viewer, query, { first: 100, after: first.pageInfo.endCursor })).feed;
  expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes);
  expect(all.totalCount).toBe(all.nodes.length);
});
