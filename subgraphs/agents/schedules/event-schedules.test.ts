import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asking, type Company } from './asking.testkit.ts';
import { startTestSchedules, type TestSchedules } from './schedules.testkit.ts';

let t: TestSchedules;
beforeAll(async () => {
  t = await startTestSchedules();
});
afterAll(() => t[Symbol.asyncDispose]());

const { save, change, read, begunOf, tellOfAccounts, later } = asking(() => t);

test('what happens begins one run for all that comes in a while, and is handed on', async () => {
  const viewer = await t.newCompany();
  const other = await t.newCompany();
  const waits = { timing: 'EVENT', cron: null, on: 'CANONICAL_CHANGED', onlyFor: 'Account', debounceSeconds: 60, eventInput: 'event' };
  const { schedule } = await save(viewer, waits);
  await save(other, { ...waits, onlyFor: 'Opportunity' });
  await tellOfAccounts(viewer, 0);
  expect((await read(viewer, schedule?.id)).nextAt).toBeNull();
  for (const changed of [1, 2, 3]) await tellOfAccounts(viewer, changed);
  await tellOfAccounts(other, 5);
  await later(0);
  expect(begunOf(viewer)).toEqual([]);
  await later(2, 4);
  expect(begunOf(viewer)).toHaveLength(1);
  expect(t.begun.find((run) => run.agentId === viewer.agentId)?.input).toMatchObject({
    event: { entities: [{ name: 'Account', changed: 3 }] },
  });
  expect(begunOf(other)).toEqual([]);
  await later(10);
  expect(begunOf(viewer)).toHaveLength(1);
});

test('runs that set each other off are stopped after twenty, and counted anew once a person has looked; runs that change nothing go on', async () => {
  const [loops, looks] = [await t.newCompany(), await t.newCompany()];
  const waits = { timing: 'EVENT', cron: null, on: 'CANONICAL_CHANGED', debounceSeconds: 0, overlap: 'ALLOW' };
  const { schedule } = await save(loops, waits);
  const { schedule: harmless } = await save(looks, waits);
  const changed = (of: Company, runId: string): Promise<unknown> =>
    t.system.database.unitOfWork(of.tenantId, (unit) =>
      sql`insert into governance_decision (id, tenant_id, agent_id, run_id, path, action, complexity, verdict, rule, reason, version, findings, decided_at)
        values (${randomUUID()}, ${of.tenantId}, ${of.agentId}, ${runId}, 'act', 'graph.mutate', 3, 'EXECUTE', 'test', 'test', 1, '[]', ${t.clock.now})`.execute(
        unit.sql,
      ),
    );
  const round = async (): Promise<void> => {
    for (const schedule of [loops, looks]) await tellOfAccounts(schedule, 1);
    await later(2);
    const last = begunOf(loops).at(-1);
    if (last !== undefined) await changed(loops, last);
  };
  for (let nth = 0; nth < 22; nth++) await round();
  expect([begunOf(loops).length, begunOf(looks).length]).toEqual([20, 22]);
  const stopped = await read(loops, schedule?.id);
  expect([stopped.status, stopped.problem, stopped.firings.nodes[0]?.status]).toEqual([
    'PAUSED', { code: 'AGENT_SCHEDULE_GOES_ROUND' }, 'FAILED',
  ]); // prettier-ignore
  expect((await read(looks, harmless?.id)).status).toBe('ACTIVE');
  const resumed = await change(loops, 'resumeSchedule', schedule?.id);
  expect(resumed.schedule).toMatchObject({ status: 'ACTIVE', problem: null });
  await round();
  expect(begunOf(loops)).toHaveLength(21);
});

test('what happens again and again begins a run a minute at most', async () => {
  const viewer = await t.newCompany();
  await save(viewer, { timing: 'EVENT', cron: null, on: 'CANONICAL_CHANGED', debounceSeconds: 0, overlap: 'ALLOW' });
  for (let nth = 0; nth < 8; nth++) {
    await tellOfAccounts(viewer, 1);
    await later(0.25);
  }
  expect(begunOf(viewer)).toHaveLength(2);
});
