import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import type { UserViewer } from '../../kernel/viewer/viewer.ts';
import { CHANGED, startTestWorkflows, toolStep, workflow, type TestWorkflows } from './workflows.testkit.ts';

/** Opened by tests; a tool called `gate` waits for it. */
let open: () => void = () => undefined;
let gate = new Promise<void>((resolve) => (open = resolve));

let t: TestWorkflows;
beforeAll(async () => {
  t = await startTestWorkflows({
    echo: ({ input }) => ({ output: input }),
    gate: async ({ input }) => {
      await gate;
      return { output: input };
    },
    broken: () => {
      throw new Error('never');
    },
  });
});
afterAll(() => t[Symbol.asyncDispose]());

const tell = async (viewer: UserViewer, mutation: string, id: string, more = ''): Promise<void> => {
  const answer = await t.ask<Record<string, unknown>>(viewer, `mutation ($id: ID!) { it: ${mutation}(id: $id${more}) ${CHANGED} }`, { id });
  expect(answer['it']).toMatchObject({ run: { id } });
};
const called = (id: string): string[] => t.calls.filter(({ key }) => key.startsWith(id)).map(({ key }) => key.slice(id.length + 1));

describe('a run', () => {
  test('that is paused begins nothing more, holds no worker, and goes on when it is resumed', async () => {
    const viewer = await t.newTenant();
    gate = new Promise<void>((resolve) => (open = resolve));
    await t.publish(viewer, workflow('pausing', [toolStep('first', 'gate'), toolStep('second', 'echo', { dependsOn: ['first'] })]));
    const id = await t.start(viewer, 'pausing');
    await eventually('the first step is under way', () => called(id).length === 1);
    await tell(viewer, 'pauseRun', id);
    open();
    await eventually('it rests', async () => {
      const { steps, status } = await t.run(viewer, id);
      return steps[0]?.status === 'SUCCEEDED' && status === 'WAITING';
    });
    expect(await t.run(viewer, id)).toMatchObject({ paused: true, canResume: true, canPause: false });
    expect(called(id)).toEqual(['first']);
    await tell(viewer, 'resumeRun', id);
    await t.until(viewer, id, 'SUCCEEDED');
    expect(called(id)).toEqual(['first', 'second']);
  });

  test('that is cancelled undoes what it did, last first; asked again it ends as it is', async () => {
    const viewer = await t.newTenant();
    const undo = (of: string): object => ({ compensate: { tool: 'echo', input: { undo: of } } });
    const steps = [
      toolStep('first', 'echo', undo('first')),
      toolStep('second', 'echo', { ...undo('second'), dependsOn: ['first'] }),
      { id: 'wait', title: 'Wait', kind: 'WAIT', forMs: 3_600_000, dependsOn: ['second'], onError: 'FAIL' },
    ];
    await t.publish(viewer, workflow('undone', steps));
    const [soft, hard] = [await t.start(viewer, 'undone'), await t.start(viewer, 'undone')];
    for (const id of [soft, hard]) await t.until(viewer, id, 'WAITING');
    await tell(viewer, 'cancelRun', soft);
    const run = await t.until(viewer, soft, 'CANCELLED');
    expect(called(soft)).toEqual(['first', 'second', 'second#undo', 'first#undo']);
    expect(run.steps.map(({ undoing }) => undoing)).toEqual(['UNDONE', 'UNDONE', null]);
    await tell(viewer, 'cancelRun', hard, ', hard: true');
    await t.until(viewer, hard, 'CANCELLED');
    expect(called(hard)).toEqual(['first', 'second']);
  });

  test('that fails undoes what it did, and a fork of it goes on without paying again for what was done', async () => {
    const viewer = await t.newTenant();
    const steps = [toolStep('first', 'echo'), toolStep('second', 'broken', { dependsOn: ['first'] })];
    await t.publish(viewer, workflow('forked', steps));
    const id = await t.start(viewer, 'forked');
    const run = await t.until(viewer, id, 'FAILED');
    expect(run.steps.map(({ status, problemCode }) => [status, problemCode])).toEqual([
      ['SUCCEEDED', null],
      ['FAILED', 'TOOL_FAILED'],
    ]);
    const { forkRun } = await t.ask<{ forkRun: { run: { id: string } } }>(
      viewer,
      `mutation ($id: ID!) { forkRun(id: $id, path: "second") ${CHANGED} }`,
      { id },
    );
    const fork = await t.until(viewer, forkRun.run.id, 'FAILED');
    expect(fork).toMatchObject({
      forkedFrom: { id },
      steps: [{ carried: true, status: 'SUCCEEDED', output: { of: 'first' } }, { carried: false }],
    });
    expect(called(forkRun.run.id)).toEqual(['second']);
  });

  test('of another tenant is nobody’s to tell anything', async () => {
    const [viewer, other] = [await t.newTenant(), await t.newTenant()];
    await t.publish(
      viewer,
      workflow('mine', [{ id: 'wait', title: 'Wait', kind: 'WAIT', forMs: 3_600_000, dependsOn: [], onError: 'FAIL' }]),
    );
    const id = await t.start(viewer, 'mine');
    await t.until(viewer, id, 'WAITING');
    for (const mutation of ['pauseRun', 'cancelRun', 'resumeRun']) {
      const { it } = await t.ask<{ it: object }>(other, `mutation ($id: ID!) { it: ${mutation}(id: $id) ${CHANGED} }`, { id });
      expect(it).toMatchObject({ problems: [{ code: 'RUN_NOT_FOUND' }] });
    }
    expect((await t.run(viewer, id)).status).toBe('WAITING');
  });
});
