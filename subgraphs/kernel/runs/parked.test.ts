import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { openTestRuns, work, type TestRuns } from './runs.testkit.ts';
import type { StepContext, Workflow } from './workflow.ts';

/** What each run waits for, and how often its step was begun. */
const arrived = new Map<string, number>();
const begun = new Map<string, number>();
const WANTED = 2;

/** Waits until two things have arrived. */
async function gather(context: StepContext): Promise<void> {
  const { runId } = context;
  begun.set(runId, (begun.get(runId) ?? 0) + 1);
  await context.commit(async (_unit, step) => {
    if ((arrived.get(runId) ?? 0) < WANTED) step.park(null, 'two things');
  });
}

/** Lets a moment pass without holding a worker. */
async function nap(context: StepContext): Promise<void> {
  if (context.checkpoint === 'slept') return;
  await context.commit(async (_unit, step) => {
    step.checkpoint('slept');
    step.park(50, 'a moment');
  });
}

const workflows: Workflow[] = [
  { name: 'test.gather', title: 'Gather', steps: [work('GATHER', gather), work('AFTER', async () => {})] },
  { name: 'test.nap', title: 'Nap', steps: [work('NAP', nap)] },
];

let r: TestRuns;
beforeAll(async () => {
  r = await openTestRuns(workflows);
  await r.startWorker();
});
afterAll(() => r[Symbol.asyncDispose]());

describe('a parked step', () => {
  const parked = async (tenantId: string, id: string, times: number): Promise<void> =>
    eventually('it is parked', async () => begun.get(id) === times && (await r.run(tenantId, id)).phase === 'OUTSIDE');
  const wake = (tenantId: string, id: string) => r.t.database.unitOfWork(tenantId, (unit) => r.runs.wake(unit, id));

  test('holds no worker, goes on where it was when woken, and may park again', async () => {
    const tenantId = await r.t.newTenant();
    const id = await r.start(tenantId, 'test.gather');
    await parked(tenantId, id, 1);
    expect(await r.run(tenantId, id)).toMatchObject({ status: 'WAITING', worker: null, step: 'GATHER' });
    arrived.set(id, 1);
    expect(await wake(tenantId, id)).toBe(true);
    await parked(tenantId, id, 2);
    arrived.set(id, WANTED);
    expect(await wake(tenantId, id)).toBe(true);
    await r.until(tenantId, id, 'SUCCEEDED');
    expect((await r.steps(tenantId, id)).map(({ attempts }) => attempts)).toEqual([1, 1]);
    expect(await wake(tenantId, id)).toBe(false);
  });

  test('goes on by itself when its time has come', async () => {
    const tenantId = await r.t.newTenant();
    const id = await r.start(tenantId, 'test.nap');
    await r.until(tenantId, id, 'SUCCEEDED');
    expect((await r.events(tenantId, id)).map(({ kind }) => kind)).toContain('WAITING');
  });

  test('is cancelled at once', async () => {
    const tenantId = await r.t.newTenant();
    const id = await r.start(tenantId, 'test.gather');
    await parked(tenantId, id, 1);
    expect(await r.cancel(tenantId, id)).toBe(true);
    expect(await r.run(tenantId, id)).toMatchObject({ status: 'CANCELLED', phase: 'ENDED' });
    expect(await wake(tenantId, id)).toBe(false);
  });

  test('is woken by its own tenant alone', async () => {
    const [a, b] = [await r.t.newTenant(), await r.t.newTenant()];
    const id = await r.start(a, 'test.gather');
    await parked(a, id, 1);
    expect(await wake(b, id)).toBe(false);
    expect((await r.run(a, id)).phase).toBe('OUTSIDE');
  });
});
