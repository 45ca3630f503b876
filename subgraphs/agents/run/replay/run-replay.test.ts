import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UserViewer } from '../../../kernel/viewer/viewer.ts';
import { CHANGED, startTestWorkflows, toolStep, workflow, type TestWorkflows } from '../../workflows/workflows.testkit.ts';

let t: TestWorkflows;
beforeAll(async () => {
  t = await startTestWorkflows({
    echo: ({ input }) => ({ output: input }),
    // What it says changes from call to call: a replay that called it would come to something else.
    random: () => ({ output: { said: Math.random() } }),
    flaky: (_call, times) => {
      if (times < 2) throw new Error('not yet');
      return { output: { times } };
    },
    broken: () => {
      throw new Error('never');
    },
  });
});
afterAll(() => t[Symbol.asyncDispose]());

interface Replay {
  same: boolean;
  status: string | null;
  output: unknown;
  problem: string | null;
  run: { id: string };
  version: { version: number };
  steps: {
    key: string;
    change: string;
    status: string | null;
    statusBefore: string | null;
    input: unknown;
    inputBefore: unknown;
    output: unknown;
  }[];
}
const REPLAY = `query ($id: ID!, $version: Int) { runReplay(runId: $id, version: $version) {
  same status output problem run { id } version { version } steps { key change status statusBefore input inputBefore output outputBefore problem problemBefore } } }`;

const replay = async (viewer: UserViewer, id: string, version: number | null = null): Promise<Replay | null> =>
  (await t.ask<{ runReplay: Replay | null }>(viewer, REPLAY, { id, version })).runReplay;
const changes = (found: Replay | null): [string, string][] | undefined => found?.steps.map(({ key, change }) => [key, change]);
const called = (id: string): number => t.calls.filter(({ key }) => key.startsWith(id)).length;

describe('a replay of a run', () => {
  test('comes to the same with the answers the run was given, and calls nothing', async () => {
    const viewer = await t.newTenant();
    const map = {
      id: 'each', title: 'Each', kind: 'MAP', over: [1, 2], concurrency: 2, maxItems: 5, steps: [toolStep('say', 'random', { input: '{{item}}' })],
      dependsOn: ['first'], onError: 'FAIL',
    }; // prettier-ignore
    const retry = { maxAttempts: 3, firstDelayMs: 1, maxDelayMs: 1 };
    const steps = [
      toolStep('first', 'flaky', { retry }),
      map,
      toolStep('last', 'echo', { input: '{{steps.each.output}}', dependsOn: ['each'] }),
    ];
    await t.publish(viewer, workflow('replayed', steps));
    const id = await t.start(viewer, 'replayed');
    const run = await t.until(viewer, id, 'SUCCEEDED');
    const before = called(id);
    const found = await replay(viewer, id);
    expect(found).toMatchObject({
      same: true,
      status: 'SUCCEEDED',
      output: run.output,
      problem: null,
      run: { id },
      version: { version: 1 },
    });
    expect(changes(found)).toEqual(['first', 'each', 'each[0].say', 'each[1].say', 'last'].map((key) => [key, 'SAME']));
    expect(called(id)).toBe(before);
  });

  test('of one that failed and was undone, and of a fork of it, comes to the same', async () => {
    const viewer = await t.newTenant();
    const steps = [
      toolStep('first', 'random', { compensate: { tool: 'echo', input: { undo: '{{output.said}}' } } }),
      toolStep('second', 'broken', { dependsOn: ['first'] }),
    ];
    await t.publish(viewer, workflow('undone', steps));
    const id = await t.start(viewer, 'undone');
    await t.until(viewer, id, 'FAILED');
    expect(await replay(viewer, id)).toMatchObject({ same: true, status: 'FAILED' });
    const { forkRun } = await t.ask<{ forkRun: { run: { id: string } } }>(
      viewer,
      `mutation ($id: ID!) { forkRun(id: $id, path: "second") ${CHANGED} }`,
      { id },
    );
    await t.until(viewer, forkRun.run.id, 'FAILED');
    expect(await replay(viewer, forkRun.run.id)).toMatchObject({ same: true, status: 'FAILED' });
  });

  test('by a newer version says what is asked otherwise, and where the run has no answer', async () => {
    const viewer = await t.newTenant();
    await t.publish(viewer, workflow('newer', [toolStep('one', 'echo'), toolStep('two', 'echo', { dependsOn: ['one'] })]));
    const id = await t.start(viewer, 'newer');
    await t.until(viewer, id, 'SUCCEEDED');
    await t.publish(
      viewer,
      workflow('newer', [toolStep('one', 'echo', { input: { of: 'other' } }), toolStep('two', 'echo', { dependsOn: ['one'] })]),
    );
    await t.publish(viewer, workflow('newer', [toolStep('one', 'echo'), toolStep('new', 'echo', { dependsOn: ['one'] })]));
    const otherwise = await replay(viewer, id, 2);
    expect(otherwise).toMatchObject({
      same: true,
      version: { version: 2 },
      steps: [{ input: { of: 'other' }, inputBefore: { of: 'one' } }, {}],
    });
    expect(changes(otherwise)).toEqual([
      ['one', 'INPUT'],
      ['two', 'SAME'],
    ]);
    const stopped = await replay(viewer, id, 3);
    expect(stopped).toMatchObject({ same: false, status: null });
    expect(changes(stopped)).toEqual([
      ['one', 'SAME'],
      ['new', 'UNANSWERED'],
      ['two', 'REMOVED'],
    ]);
    const { errors } = await t.graph('agents', REPLAY, { id, version: 9 }, viewer);
    expect(errors?.[0]?.extensions['code']).toBe('WORKFLOW_VERSION_NOT_FOUND');
  });

  test('is there for runs of one’s own that have ended, only', async () => {
    const [viewer, other] = [await t.newTenant(), await t.newTenant()];
    const wait = { id: 'wait', title: 'Wait', kind: 'WAIT', forMs: 3_600_000, dependsOn: [], onError: 'FAIL' };
    await t.publish(viewer, workflow('waits', [wait]));
    await t.publish(viewer, workflow('ends', [toolStep('one', 'echo')]));
    const [waits, ends] = [await t.start(viewer, 'waits'), await t.start(viewer, 'ends')];
    await t.until(viewer, waits, 'WAITING');
    await t.until(viewer, ends, 'SUCCEEDED');
    const { errors } = await t.graph('agents', REPLAY, { id: waits }, viewer);
    expect(errors?.[0]?.extensions['code']).toBe('RUN_NOT_REPLAYABLE');
    expect(await replay(other, ends)).toBeNull();
    expect(await replay(viewer, 'nothing')).toBeNull();
  });
});
