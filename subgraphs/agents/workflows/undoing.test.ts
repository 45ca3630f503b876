import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ToolCall } from '../tools/tool.ts';
import { startTestWorkflows, toolStep, workflow, type TestWorkflows } from './workflows.testkit.ts';

let t: TestWorkflows;
beforeAll(async () => {
  t = await startTestWorkflows({
    flaky: (_call, times) => {
      if (times < 3) throw new Error('not yet');
      return { output: { times } };
    },
    cut: {
      effect: 'OUTSIDE',
      call: async (_call: ToolCall) => {
        throw new Error('the line went dead');
      },
    },
    broken: () => {
      throw new Error('never');
    },
  });
});
afterAll(() => t[Symbol.asyncDispose]());

test('an undoing of which nobody knows whether it was done goes on with what a person says, however many tries the step itself had taken', async () => {
  const viewer = await t.newTenant();
  const retry = { maxAttempts: 5, firstDelayMs: 1, maxDelayMs: 1 };
  const steps = [
    toolStep('first', 'flaky', { retry, compensate: { tool: 'cut', input: {} } }),
    toolStep('second', 'broken', { dependsOn: ['first'] }),
  ];
  await t.publish(viewer, workflow('doubtful-undoing', steps));
  const id = await t.start(viewer, 'doubtful-undoing');
  const waiting = await t.until(viewer, id, 'WAITING');
  expect(waiting.steps[0]).toMatchObject({ attempts: 3, undoing: 'UNDOING' });
  const { effects } = await t.ask<{ effects: { nodes: { id: string; status: string }[] } }>(viewer, '{ effects { nodes { id status } } }');
  expect(effects.nodes).toMatchObject([{ status: 'IN_DOUBT' }]);
  const settle = 'mutation ($id: ID!) { settleEffect(id: $id, outcome: HAPPENED) { __typename } }';
  await t.ask(viewer, settle, { id: effects.nodes[0]?.id });
  const run = await t.until(viewer, id, 'FAILED');
  expect(run.steps[0]?.undoing).toBe('UNDONE');
  expect(t.calls.filter(({ key }) => key === `${id}:first#undo`)).toHaveLength(1);
});
