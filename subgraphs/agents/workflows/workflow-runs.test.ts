import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestWorkflows, toolStep, workflow, type TestWorkflows } from './workflows.testkit.ts';

let t: TestWorkflows;
beforeAll(async () => {
  t = await startTestWorkflows({
    echo: ({ input }) => ({ output: input }),
    flaky: (_call, times) => {
      if (times < 3) throw new Error('not yet');
      return { output: { times } };
    },
    broken: () => {
      throw new Error('never');
    },
  });
});
afterAll(() => t[Symbol.asyncDispose]());

describe('a run of a workflow', () => {
  test('does its steps in the order they depend on, hands outputs on, and shows each with what it came to', async () => {
    const viewer = await t.newTenant();
    await t.publish(
      viewer,
      workflow(
        'chain',
        [
          toolStep('first', 'echo', { input: { said: '{{input.word}}' } }),
          toolStep('second', 'echo', { input: { heard: '{{steps.first.output.said}}' }, dependsOn: ['first'] }),
        ],
        { input: { word: { type: 'STRING', description: 'A word.', required: true } } },
      ),
    );
    const id = await t.start(viewer, 'chain', { word: 'hello' });
    const run = await t.until(viewer, id, 'SUCCEEDED');
    expect(run.steps.map(({ key, status, output }) => ({ key, status, output }))).toEqual([
      { key: 'first', status: 'SUCCEEDED', output: { said: 'hello' } },
      { key: 'second', status: 'SUCCEEDED', output: { heard: 'hello' } },
    ]);
  });

  test('is started once by its id', async () => {
    const viewer = await t.newTenant();
    await t.publish(viewer, workflow('once', [toolStep('only', 'echo')]));
    const id = randomUUID();
    const ids = await Promise.all([1, 2, 3].map(() => t.start(viewer, 'once', {}, { id })));
    expect(new Set(ids)).toEqual(new Set([id]));
    await t.until(viewer, id, 'SUCCEEDED');
    expect(t.calls.filter(({ key }) => key.startsWith(id))).toHaveLength(1);
  });
});
