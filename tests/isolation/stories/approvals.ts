import { AskApprovals } from '../../../subgraphs/agents/approval/ask-approvals.ts';
import type { Asking } from '../../../subgraphs/agents/approval/ask.ts';
import { seeTo } from '../../../subgraphs/agents/approval/see-to.ts';
import { tellRunEvent } from '../../../subgraphs/agents/live/tell-run-event.ts';
import { streamCursor } from '../../../subgraphs/kernel/events/stream-cursor.ts';
import type { Settler, Story } from './story.ts';

const HOUR_MS = 60 * 60 * 1_000;

/** What steps of an agent's run ask: one that waits and was escalated, one that was edited, one for each kind of decision that is to come. */
export const approvals: Story = {
  name: 'approvals',
  async live(settler) {
    const { run, canary, notes, system, viewer } = settler;
    const { tenantId, userId } = viewer;
    const { runs } = await run<{ runs: { nodes: { id: string; title: string; workflow: string }[] } }>(
      '{ runs(first: 50, status: FAILED) { nodes { id title workflow } } }',
    );
    const { agents } = await run<{ agents: { nodes: { id: string }[] } }>('{ agents(first: 1) { nodes { id } } }');
    // The one that a person has started.
    const failed = runs.nodes.find(({ title }) => title.endsWith('broken')) ?? runs.nodes[0];
    const agentId = agents.nodes[0]?.id;
    if (failed === undefined || agentId === undefined) throw new Error(`the story of ${canary} has no failed run, or no agent`);
    const raci: Asking['raci'] = {
      responsible: [{ kind: 'AGENT', id: agentId }],
      accountable: [
        { kind: 'USER', id: userId },
        { kind: 'ROLE', role: 'OWNER' },
      ],
      consulted: [{ kind: 'ROLE', role: 'ADMIN' }],
      informed: [{ kind: 'ROLE', role: 'VIEWER' }],
    };
    const asks = new AskApprovals({ clock: () => new Date() });
    const ask = (path: string, more: Partial<Asking> = {}): Promise<string> =>
      system.system.database.unitOfWork(tenantId, (unit) =>
        asks.ask(unit, { ...plain(settler), runId: failed.id, agentId, path, raci, ...more }),
      );
    const escalated = await ask('escalated', { slaMs: HOUR_MS });
    await system.system.database.unitOfWork(tenantId, (unit) =>
      seeTo(unit, system.system.runs, escalated, new Date(Date.now() + HOUR_MS + 1)),
    );
    await run(
      'mutation ($id: ID!, $payload: JSON, $comment: String) { decideApproval(id: $id, decision: EDIT, payload: $payload, comment: $comment) { __typename } }',
      {
        id: await ask('edited'),
        payload: { note: `${canary} edited` },
        comment: `${canary} changed it`,
      },
    );
    await run(
      'mutation ($ids: [ID!]!, $comment: String) { decideApprovals(ids: $ids, decision: REJECT, comment: $comment) { __typename } }',
      {
        ids: [await ask('one of several'), await ask('another')],
        comment: `${canary} says no to both`,
      },
    );
    for (const path of ['approve', 'answer', 'third']) await ask(path);
    notes.set('an approval among others', await ask('among others'));
    await system.system.database.unitOfWork(tenantId, async (unit) =>
      tellRunEvent(
        unit,
        { runId: failed.id, agentId, workflow: failed.workflow, title: failed.title, progress: 0.5, status: 'FAILED' },
        { kind: 'USAGE', path: 'edited', message: `${canary} used`, tool: `${canary}-tool`, verdict: 'EXECUTE', tokens: 10, costMicros: 20, durationMs: 30, approvalId: escalated }, // prettier-ignore
      ),
    );
  },
  exempt: {
    'Approval.whyNot': 'an owner may decide everything, be it by taking it over; tried in asking.test.ts',
    'ApprovalResult.approval': 'an approval, which is probed where approvals are; tried in asking.test.ts',
  },
  recipes: ({ notes }, known) => ({
    'Mutation.decideApproval.payload': [{ note: 'edited' }],
    'Mutation.decideApproval.comment': ['because'],
    'Mutation.decideApprovals.ids': [[notes.get('an approval among others')]],
    'Mutation.decideApprovals.comment': ['because'],
    'Query.approvals.runId': known.of('Run.id').slice(0, 5),
    'Query.approvals.agentId': known.of('Agent.id').slice(0, 2),
    'FeedFilterInput.kinds': [['APPROVAL', 'RUN']],
    'FeedFilterInput.agentId': known.of('Agent.id').slice(0, 2),
    'Subscription.approvalChanged.after': [streamCursor('approvals', 0)],
  }),
};

function plain({ canary }: Settler): Omit<Asking, 'agentId' | 'runId' | 'path'> {
  return {
    title: `${canary} wants something`,
    intent: `${canary} intends it`,
    evidence: { why: `${canary} evidence` },
    payload: { note: `${canary} payload` },
    tool: `${canary} tool`,
    cost: { tokens: 5, micros: 1_000 },
    touches: 3,
    raci: null,
    slaMs: null,
    expiresMs: null,
    onExpiry: 'REJECT',
  };
}
