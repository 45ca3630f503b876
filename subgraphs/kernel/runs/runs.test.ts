import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../../../tests/testkit/eventually.ts';
import { commonErrors } from '../errors/common.errors.ts';
import { openTestRuns, work, type TestRuns, type TestWorker } from './runs.testkit.ts';
import type { StepContext, Workflow } from './workflow.ts';

const PAGES = 5;
/** What the steps of this file do, by run. */
const seen = new Map<string, string[]>();
const note = (runId: string, what: string): void => void seen.set(runId, [...(seen.get(runId) ?? []), what]);
const failures = new Map<string, unknown>();
const gates = new Map<string, Promise<void>>();

/** Reads pages from its checkpoint on, as a sync does. */
async function pages(context: StepContext): Promise<void> {
  const { runId, checkpoint } = context;
  for (let page = typeof checkpoint === 'number' ? checkpoint : 0; page < PAGES; page += 1) {
    if (page === 3) await gates.get(runId);
    if (page === 3 && failures.has(runId)) {
      note(runId, 'failure');
      throw failures.get(runId);
    }
    await context.commit(async (_unit, step) => {
      note(runId, `page ${page}`);
      step.checkpoint(page + 1);
      step.progress((page + 1) / PAGES, `${page + 1} pages`);
    });
  }
}

const sync: Workflow = {
  name: 'test.sync',
  title: 'Test sync',
  steps: [
    work('FIND', async ({ runId }) => note(runId, 'find'), 1),
    work('LAND', pages, 6),
    { kind: 'WAIT', name: 'MAP', title: 'Map', weight: 2 },
    work('CLOSE', async ({ runId }) => note(runId, 'close'), 1),
  ],
};

let r: TestRuns;
let first: TestWorker;
beforeAll(async () => {
  r = await openTestRuns([sync]);
  first = await r.startWorker();
});
afterAll(() => r[Symbol.asyncDispose]());

describe('a run', () => {
  test('goes through its steps, waits where somebody else has to act, and goes on when told', async () => {
    const tenantId = await r.t.newTenant();
    const id = await r.start(tenantId, 'test.sync');
    await eventually('it is at MAP', async () => (await r.run(tenantId, id)).step === 'MAP');
    expect(await r.run(tenantId, id)).toMatchObject({ status: 'RUNNING', phase: 'OUTSIDE', progress: 0.7, worker: null, attempt: 1 });
    await r.tell(tenantId, id, { step: 'MAP', status: 'WAITING', detail: 'a person has to look' });
    expect(await r.run(tenantId, id)).toMatchObject({ status: 'WAITING' });
    await r.tell(tenantId, id, { step: 'MAP', status: 'SUCCEEDED' });
    expect(await r.until(tenantId, id, 'SUCCEEDED')).toMatchObject({ progress: 1, phase: 'ENDED', problem: null });
    expect((await r.steps(tenantId, id)).map(({ name, status }) => `${name} ${status}`)).toEqual([
      'FIND SUCCEEDED',
      'LAND SUCCEEDED',
      'MAP SUCCEEDED',
      'CLOSE SUCCEEDED',
    ]);
    expect(seen.get(id)).toEqual(['find', ...Array.from({ length: PAGES }, (_, page) => `page ${page}`), 'close']);
    const kinds = (await r.events(tenantId, id)).map(({ kind, step }) => `${kind} ${step ?? ''}`.trim());
    expect(kinds).toEqual([
      'STARTED',
      'STEP_STARTED FIND',
      'STEP_FINISHED FIND',
      'STEP_STARTED LAND',
      ...Array.from({ length: PAGES }, () => 'PROGRESSED LAND'),
      'STEP_FINISHED LAND',
      'STEP_STARTED MAP',
      'WAITING MAP',
      'STEP_FINISHED MAP',
      'STEP_STARTED CLOSE',
      'STEP_FINISHED CLOSE',
      'FINISHED',
    ]);
  });

  test('started twice under one id is one run', async () => {
    const tenantId = await r.t.newTenant();
    const id = await r.start(tenantId, 'test.sync');
    await r.start(tenantId, 'test.sync', id);
    await eventually('it is at MAP', async () => (await r.run(tenantId, id)).step === 'MAP');
    expect(seen.get(id)?.filter((what) => what === 'find')).toHaveLength(1);
  });

  test('is another tenant’s to nobody: neither told, cancelled nor resumed', async () => {
    const [a, b] = [await r.t.newTenant(), await r.t.newTenant()];
    const id = await r.start(a, 'test.sync');
    expect([await r.cancel(b, id), await r.resume(b, id), await r.cancel(a, randomUUID())]).toEqual([false, false, false]);
    await r.tell(b, id, { step: 'MAP', status: 'FAILED' });
    await eventually('it is at MAP', async () => (await r.run(a, id)).step === 'MAP');
    expect((await r.steps(a, id)).find(({ name }) => name === 'MAP')?.status).toBe('RUNNING');
  });

  test('whose start was rolled back is never worked on', async () => {
    const tenantId = await r.t.newTenant();
    const id = randomUUID();
    const start = r.t.database.unitOfWork(tenantId, async (unit) => {
      await r.runs.start(unit, { id, workflow: 'test.sync', title: 'T', subject: {}, startedBy: null });
      throw new Error('never mind');
    });
    await expect(start).rejects.toThrow('never mind');
    const other = await r.start(tenantId, 'test.sync');
    await eventually('a later one is done', async () => (await r.run(tenantId, other)).step === 'MAP');
    expect(seen.has(id)).toBe(false);
  });
});

describe('news', () => {
  test('that came before the run got there counts when it does', async () => {
    const tenantId = await r.t.newTenant();
    const id = await r.start(tenantId, 'test.sync');
    await r.tell(tenantId, id, { step: 'MAP', status: 'SKIPPED', detail: 'nothing to map' });
    expect(await r.until(tenantId, id, 'SUCCEEDED')).toMatchObject({ progress: 1 });
  });

  test('of failure ends the run with its problem, and what is late changes nothing', async () => {
    const tenantId = await r.t.newTenant();
    const id = await r.start(tenantId, 'test.sync');
    await eventually('it is at MAP', async () => (await r.run(tenantId, id)).step === 'MAP');
    const problem = { code: 'MAPPING_REJECTED', message: 'The mapping was rejected.', todo: 'Connect again.' };
    await r.tell(tenantId, id, { step: 'MAP', status: 'FAILED', problem });
    await r.tell(tenantId, id, { step: 'MAP', status: 'SUCCEEDED' });
    expect(await r.run(tenantId, id)).toMatchObject({ status: 'FAILED', problem });
    expect(await r.cancel(tenantId, id)).toBe(false);
  });
});

describe('a step that fails', () => {
  test('is tried again from its last commit, and the run goes on', async () => {
    const tenantId = await r.t.newTenant();
    const id = randomUUID();
    failures.set(id, new Error('the line broke'));
    await r.start(tenantId, 'test.sync', id);
    await eventually('it failed twice', () => (seen.get(id) ?? []).filter((what) => what === 'failure').length === 2);
    failures.delete(id);
    await eventually('it is at MAP', async () => (await r.run(tenantId, id)).step === 'MAP');
    expect(seen.get(id)?.filter((what) => what.startsWith('page'))).toEqual(['page 0', 'page 1', 'page 2', 'page 3', 'page 4']);
    expect((await r.events(tenantId, id)).map(({ kind }) => kind)).toContain('RETRYING');
  });

  test('too often fails the run without telling what only the log may know; resumed, it goes on from its last commit', async () => {
    const tenantId = await r.t.newTenant();
    const id = randomUUID();
    failures.set(id, new Error('secret detail'));
    await r.start(tenantId, 'test.sync', id);
    const failed = await r.until(tenantId, id, 'FAILED');
    expect(failed.problem).toMatchObject({ code: 'RUN_STEP_ERROR' });
    expect(JSON.stringify(await r.events(tenantId, id))).not.toContain('secret');
    failures.delete(id);
    expect(await r.resume(tenantId, id)).toBe(true);
    await eventually('it is at MAP', async () => (await r.run(tenantId, id)).step === 'MAP');
    expect(await r.run(tenantId, id)).toMatchObject({ attempt: 2, problem: null, finishedAt: null });
    expect(seen.get(id)?.filter((what) => what === 'page 2')).toHaveLength(1);
  });

  test('for a reason that no retry mends fails the run at once', async () => {
    const tenantId = await r.t.newTenant();
    const id = randomUUID();
    failures.set(id, commonErrors.NOT_FOUND({ what: 'table' }));
    await r.start(tenantId, 'test.sync', id);
    expect((await r.until(tenantId, id, 'FAILED')).problem).toMatchObject({ code: 'NOT_FOUND' });
    expect(seen.get(id)?.filter((what) => what === 'failure')).toHaveLength(1);
  });
});

describe('cancelling', () => {
  test('a run that waits ends it at once; resumed, it waits again', async () => {
    const tenantId = await r.t.newTenant();
    const id = await r.start(tenantId, 'test.sync');
    await eventually('it is at MAP', async () => (await r.run(tenantId, id)).step === 'MAP');
    expect(await r.cancel(tenantId, id)).toBe(true);
    expect(await r.run(tenantId, id)).toMatchObject({ status: 'CANCELLED', phase: 'ENDED' });
    expect(await r.resume(tenantId, id)).toBe(true);
    await r.tell(tenantId, id, { step: 'MAP', status: 'SUCCEEDED' });
    await r.until(tenantId, id, 'SUCCEEDED');
  });

  test('a run that is worked on ends it at the next commit, which does not go through', async () => {
    const tenantId = await r.t.newTenant();
    const id = randomUUID();
    const gate = Promise.withResolvers<void>();
    gates.set(id, gate.promise);
    await r.start(tenantId, 'test.sync', id);
    await eventually('three pages are in', () => (seen.get(id) ?? []).includes('page 2'));
    expect(await r.cancel(tenantId, id)).toBe(true);
    expect(await r.run(tenantId, id)).toMatchObject({ status: 'RUNNING' });
    gate.resolve();
    await r.until(tenantId, id, 'CANCELLED');
    expect(seen.get(id)).not.toContain('page 3');
    expect((await r.events(tenantId, id)).slice(-2).map(({ kind }) => kind)).toEqual(['CANCELLING', 'FINISHED']);
  });
});

describe('a worker that is gone', () => {
  /** As if the worker had said nothing for the length of its lease. */
  const silence = (tenantId: string, id: string, epoch: number) =>
    r.t.database.unitOfWork(tenantId, (unit) =>
      sql`update durable_run set lease_until = now() - interval '1 second' where id = ${id} and epoch = ${epoch}`.execute(unit.sql),
    );

  test('is replaced by another from the last commit, and what it still does goes nowhere', async () => {
    const tenantId = await r.t.newTenant();
    const id = randomUUID();
    const gate = Promise.withResolvers<void>();
    gates.set(id, gate.promise);
    await r.start(tenantId, 'test.sync', id);
    await eventually('three pages are in', () => (seen.get(id) ?? []).includes('page 2'));
    const { epoch } = await r.run(tenantId, id);
    await using other = await r.startWorker();
    await eventually('it was taken over', async () => {
      await silence(tenantId, id, epoch);
      const run = await r.run(tenantId, id);
      return run.phase === 'HELD' && run.epoch > epoch;
    });
    gate.resolve();
    await eventually('it is at MAP', async () => (await r.run(tenantId, id)).step === 'MAP');
    expect((await r.run(tenantId, id)).epoch).toBeGreaterThan(epoch);
    expect(seen.get(id)?.filter((what) => what.startsWith('page'))).toEqual(['page 0', 'page 1', 'page 2', 'page 3', 'page 4']);
    expect((await r.events(tenantId, id)).filter(({ kind }) => kind === 'TAKEN_OVER')).toHaveLength(1);
    expect(await other.metrics.registry.metrics()).toContain('autonomos_runs_taken_over_total 1');
  });

  test('in good order hands its runs over at once', async () => {
    const tenantId = await r.t.newTenant();
    const id = randomUUID();
    const gate = Promise.withResolvers<void>();
    gates.set(id, gate.promise);
    await r.start(tenantId, 'test.sync', id);
    await eventually('three pages are in', () => (seen.get(id) ?? []).includes('page 2'));
    await using other = await r.startWorker();
    const leaving = first.worker.stop();
    gate.resolve();
    await leaving;
    await eventually('it is at MAP', async () => (await r.run(tenantId, id)).step === 'MAP');
    expect(await other.worker.settled()).toBe('AT_REST');
    expect(seen.get(id)?.filter((what) => what.startsWith('page'))).toEqual(['page 0', 'page 1', 'page 2', 'page 3', 'page 4']);
  });

  test('is not waited for by a process that knows it is the only one', async () => {
    const tenantId = await r.t.newTenant();
    const id = await r.start(tenantId, 'test.sync');
    // Held for an hour by a process that is no more, and its segment with it.
    await r.t.database.unitOfWork(tenantId, (unit) =>
      sql`update durable_run set phase = 'HELD', epoch = epoch + 1, worker = 'dead', lease_until = now() + interval '1 hour' where id = ${id}`.execute(
        unit.sql,
      ),
    );
    await using only = await r.startWorker({ sole: true });
    await eventually('it is at MAP', async () => (await r.run(tenantId, id)).step === 'MAP');
    expect((await r.events(tenantId, id)).map(({ kind }) => kind)).toContain('TAKEN_OVER');
    await only.worker.settled();
  });
});

test('the app cannot look into the carrier’s tables, nor use more of its functions than our own', async () => {
  const tenantId = await r.t.newTenant();
  for (const forbidden of ['select 1 from dbos.workflow_status', "select dbos.enqueue_workflow('segment', 'segments')"]) {
    await expect(r.t.database.unitOfWork(tenantId, (unit) => sql.raw(forbidden).execute(unit.sql))).rejects.toThrow('permission denied');
  }
});

test('a tenant with many runs does not hold up another’s', async () => {
  const [busy, other] = [await r.t.newTenant(), await r.t.newTenant()];
  await using alone = await r.startWorker();
  const gate = Promise.withResolvers<void>();
  const many = Array.from({ length: 12 }, () => randomUUID());
  for (const id of many) {
    gates.set(id, gate.promise);
    await r.start(busy, 'test.sync', id);
  }
  const id = await r.start(other, 'test.sync');
  await eventually('the other’s run is at MAP', async () => (await r.run(other, id)).step === 'MAP');
  const held = await Promise.all(many.map(async (each) => (await r.run(busy, each)).phase === 'HELD'));
  expect(held.filter(Boolean).length).toBeLessThan(many.length);
  gate.resolve();
  for (const each of many) await eventually('the busy tenant’s run is at MAP', async () => (await r.run(busy, each)).step === 'MAP');
  await alone.worker.settled();
});
