import { expect } from 'vitest';
import { startTestSystem, type TestSystem } from '../../tests/testkit/test-system.ts';
import { defineConsumer } from '../kernel/outbox/consumer.ts';
import type { Workflow } from '../kernel/runs/workflow.ts';
import type { System } from '../kernel/system.ts';
import type { UserViewer } from '../kernel/viewer/viewer.ts';
import { SYNC_STAND_IN, eventsOf, newStory, tell } from './agents.testkit.ts';
import { agentsEntities } from './entities.ts';
import { createAgents } from './index.ts';

/** This subgraph on a system of its own. */
export interface TestAgents extends TestSystem {
  /** Every decision that the subgraph has told, whoever's it is. */
  decisions: { tenantId: string; payload: unknown }[];
  /** By how many milliseconds the subgraph's clock is ahead. */
  clock: { late: number };
}

export interface Approval {
  id: string;
  status: string;
  title: string;
  intent: string;
  evidence: unknown;
  decidedAt: string | null;
  decidedBy: { id: string } | null;
  comment: string | null;
}
export interface Run {
  id: string;
  status: string;
  problem: string | null;
  finishedAt: string | null;
  approval: Approval | null;
  steps: { key: string; name: string; status: string; detail: string | null }[];
}
export interface List<Node> {
  nodes: Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
export interface Decided {
  approval?: Approval;
  problems?: { code: string; field: string | null }[];
}

const APPROVAL = 'id status title intent evidence decidedAt comment decidedBy { id } run { id status }';
const RUN = `id title status problem finishedAt agent { pilot } connection { id } approval { ${APPROVAL} } steps { key name status detail }`;
export const PAGE = 'totalCount pageInfo { hasNextPage endCursor }';

export const DECIDE = `mutation ($id: ID!, $decision: Decision!, $comment: String) {
  decideApproval(id: $id, decision: $decision, comment: $comment) {
    ... on ApprovalDecided { approval { ${APPROVAL} } }
    ... on InputRefused { problems { code field } }
  }
}`;

/** @param others workflows that are known besides */
export async function startTestAgents(others: readonly Workflow[] = []): Promise<TestAgents> {
  const decisions: TestAgents['decisions'] = [];
  const clock = { late: 0 };
  const create = (system: System) => {
    const module = createAgents({ ...system, clock: () => new Date(Date.now() + clock.late) });
    const listener = defineConsumer('test.decisions', {
      'agents.approval-decided': async ({ tenantId, payload }) => void decisions.push({ tenantId, payload }),
    });
    return { ...module, consumers: [...module.consumers, listener], workflows: [...(module.workflows ?? []), SYNC_STAND_IN, ...others] };
  };
  return { ...(await startTestSystem([{ create, entities: agentsEntities }])), decisions, clock };
}

/** What the subgraph answers to an operation that must have no errors. */
export async function ask<Answer>(
  t: TestAgents,
  viewer: UserViewer,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<Answer> {
  const { data, errors } = await t.graph('agents', query, variables, viewer);
  expect(errors).toBeUndefined();
  return data as Answer;
}

/** The newest first, like every list here. */
export async function runsOf(t: TestAgents, viewer: UserViewer): Promise<Run[]> {
  return (await ask<{ runs: List<Run> }>(t, viewer, `{ runs { ${PAGE} nodes { ${RUN} } } }`)).runs.nodes;
}

export async function statuses(t: TestAgents, viewer: UserViewer): Promise<string[]> {
  return (await runsOf(t, viewer)).map(({ status }) => status);
}

export async function approvalsOf(t: TestAgents, viewer: UserViewer, status: string | null = null): Promise<Approval[]> {
  const query = `query ($status: ApprovalStatus) { approvals(status: $status) { ${PAGE} nodes { ${APPROVAL} } } }`;
  return (await ask<{ approvals: List<Approval> }>(t, viewer, query, { status })).approvals.nodes;
}

export async function decide(
  t: TestAgents,
  viewer: UserViewer,
  id: string | undefined,
  decision: 'APPROVE' | 'REJECT',
  comment: string | null = null,
): Promise<Decided> {
  return (await ask<{ decideApproval: Decided }>(t, viewer, DECIDE, { id, decision, comment })).decideApproval;
}

/** Tells a story up to its proposed mapping, and gives the approval that now waits. */
export async function waiting(t: TestAgents, viewer: UserViewer, story = newStory()) {
  const events = eventsOf(story, viewer.userId);
  await tell(t, viewer, events.started, events.discovered, events.finished, events.proposed);
  const [approval] = await approvalsOf(t, viewer, 'PENDING');
  return { story, events, approval };
}
