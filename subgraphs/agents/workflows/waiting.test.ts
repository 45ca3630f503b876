import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import type { ToolCall } from '../tools/tool.ts';
import { askPersonTool } from '../tools/talk/ask-person.ts';
import { startTestWorkflows, toolStep, workflow, type TestWorkflows } from './workflows.testkit.ts';

let t: TestWorkflows;
const outside = { cut: false };
beforeAll(async () => {
  t = await startTestWorkflows({
    echo: ({ input }) => ({ output: input }),
    'ask-person': askPersonTool(),
    ask: ({ input }) => ({ output: { done: input } }),
    read: { effect: 'READ', call: async ({ input }: ToolCall) => ({ output: input }) },
    outside: {
      effect: 'OUTSIDE',
      call: async ({ input }: ToolCall) => {
        if (outside.cut) throw new Error('the line went dead');
        return { output: { sent: input } };
      },
    },
  });
});
afterAll(() => t[Symbol.asyncDispose]());

async function decide(viewer: UserViewer, id: string, decision: string): Promise<void> {
  const query = `mutation ($id: ID!, $decision: Decision!) { decideApproval(id: $id, decision: $decision) { __typename ... on InputRefused { problems { code message } } } }`;
  const { decideApproval } = await t.ask<{ decideApproval: { __typename: string } }>(viewer, query, { id, decision });
  expect(decideApproval).toMatchObject({ __typename: 'ApprovalDecided' });
}

describe('a run waits', () => {
  test('for a person’s decision, without a worker, and hands it on', async () => {
    const viewer = await t.newTenant();
    const ask = {
      id: 'ask',
      title: 'Ask',
      kind: 'APPROVAL',
      intent: 'Do it',
      evidence: {},
      payload: { much: 3 },
      onExpiry: 'REJECT',
      dependsOn: [],
      onError: 'FAIL',
    };
    await t.publish(
      viewer,
      workflow('asking', [ask, toolStep('act', 'echo', { input: '{{steps.ask.output.payload}}', dependsOn: ['ask'] })]),
    );
    const id = await t.start(viewer, 'asking');
    const waiting = await t.until(viewer, id, 'WAITING');
    await decide(viewer, waiting.steps[0]?.approval?.id ?? '', 'APPROVE');
    const run = await t.until(viewer, id, 'SUCCEEDED');
    expect(run.steps[1]?.output).toEqual({ much: 3 });
  });

  test('for what a person says to a question: a yes, a no and an answer all go on, and nothing is called', async () => {
    const viewer = await t.newTenant();
    await t.publish(
      viewer,
      workflow('curious', [toolStep('who', 'ask-person', { input: { question: 'Whose is it?', facts: { asset: 'Acme' } } })]),
    );
    for (const [decision, comment, told] of [
      ['APPROVE', null, 'APPROVED'],
      ['REJECT', 'nobody’s', 'REJECTED'],
      ['RESPOND', 'Ada’s', 'RESPONDED'],
    ] as const) {
      const id = await t.start(viewer, 'curious');
      const approval = (await t.until(viewer, id, 'WAITING')).steps[0]?.approval?.id;
      const shown = await t.ask(viewer, 'query ($id: ID!) { approval(id: $id) { intent evidence canEdit canRespond } }', { id: approval });
      expect(shown).toEqual({ approval: { intent: 'Whose is it?', evidence: { asset: 'Acme' }, canEdit: false, canRespond: true } });
      const say =
        'mutation ($id: ID!, $decision: Decision!, $comment: String) { decideApproval(id: $id, decision: $decision, comment: $comment) { __typename } }';
      await t.ask(viewer, say, { id: approval, decision, comment });
      const run = await t.until(viewer, id, 'SUCCEEDED');
      expect(run.steps[0]?.output).toEqual({ decision: told, comment, payload: null, decidedBy: viewer.userId });
      expect(t.calls.filter(({ key }) => key.startsWith(id))).toEqual([]);
    }
  });

  test('for a person where governance says so; a no fails the step', async () => {
    const viewer = await t.newTenant();
    t.verdicts.set('ask', 'PROPOSE');
    await t.publish(viewer, workflow('governed', [toolStep('act', 'ask')]));
    const [yes, no] = [await t.start(viewer, 'governed'), await t.start(viewer, 'governed')];
    const asked = async (id: string): Promise<string> => (await t.until(viewer, id, 'WAITING')).steps[0]?.approval?.id ?? '';
    await decide(viewer, await asked(yes), 'APPROVE');
    expect((await t.until(viewer, yes, 'SUCCEEDED')).steps[0]?.output).toEqual({ done: { of: 'act' } });
    await decide(viewer, await asked(no), 'REJECT');
    expect((await t.until(viewer, no, 'FAILED')).steps[0]).toMatchObject({ status: 'FAILED', problemCode: 'ACTION_REJECTED' });
    expect(t.calls.filter(({ key }) => key.startsWith(no))).toEqual([]);
    t.verdicts.delete('ask');
  });

  test('for a time, for an event of its tenant that fits, and for a run of its own', async () => {
    const viewer = await t.newTenant();
    const wait = (id: string, more: object): object => ({ id, title: id, kind: 'WAIT', dependsOn: [], onError: 'FAIL', ...more });
    const connectionId = '00000000-0000-4000-8000-00000000000a';
    await t.publish(
      viewer,
      workflow('inner', [toolStep('say', 'echo', { input: { said: 'inside' } })], { output: { heard: '{{steps.say.output.said}}' } }),
    );
    await t.publish(
      viewer,
      workflow('waits', [
        wait('time', { forMs: 50 }),
        wait('event', { event: { topic: 'connectors.connection-removed', match: { connectionId } }, forMs: 3_600_000 }),
        { id: 'own', title: 'Own', kind: 'WORKFLOW', workflow: 'inner', input: {}, dependsOn: [], onError: 'FAIL' },
      ]),
    );
    const id = await t.start(viewer, 'waits');
    await t.until(viewer, id, 'WAITING');
    await t.system.database.unitOfWork(viewer.tenantId, async (unit) => unit.emit('connectors.connection-removed', { connectionId }));
    const run = await t.until(viewer, id, 'SUCCEEDED');
    expect(run.steps.map(({ key, status }) => [key, status])).toEqual([
      ['time', 'SUCCEEDED'],
      ['event', 'SUCCEEDED'],
      ['own', 'SUCCEEDED'],
    ]);
    expect(run.steps[1]?.output).toMatchObject({ event: { connectionId } });
    expect(run.steps[2]).toMatchObject({ output: { heard: 'inside' }, childRun: { status: 'SUCCEEDED' } });
    expect((await t.run(viewer, run.steps[2]?.childRun?.id ?? '')).parent).toEqual({ id });
  });

  test('for word of an effect outside that may have happened; it is not done again before', async () => {
    const viewer = await t.newTenant();
    outside.cut = true;
    await t.publish(viewer, workflow('doubtful', [toolStep('send', 'outside')]));
    const id = await t.start(viewer, 'doubtful');
    await t.until(viewer, id, 'WAITING');
    outside.cut = false;
    const { effects } = await t.ask<{ effects: { nodes: { id: string; status: string }[] } }>(
      viewer,
      '{ effects { nodes { id status } } }',
    );
    expect(effects.nodes).toMatchObject([{ status: 'IN_DOUBT' }]);
    expect(t.calls.filter(({ key }) => key.startsWith(id))).toHaveLength(1);
  });
});

test('a dry run reads, and says what it would do', async () => {
  const viewer = await t.newTenant();
  await t.publish(viewer, workflow('dry', [toolStep('look', 'read'), toolStep('act', 'echo', { dependsOn: ['look'] })]));
  const id = await t.start(viewer, 'dry', {}, { mode: 'DRY' });
  const run = await t.until(viewer, id, 'SUCCEEDED');
  expect(run.mode).toBe('DRY');
  expect(run.steps[1]?.output).toMatchObject({ dryRun: true, tool: 'echo', verdict: 'EXECUTE' });
  expect(t.calls.filter(({ key }) => key.startsWith(id)).map(({ tool }) => tool)).toEqual(['read']);
});
