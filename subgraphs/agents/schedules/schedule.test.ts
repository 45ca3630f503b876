import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asking, type Result } from './asking.testkit.ts';
import { BROKEN, GONE, startTestSchedules, type TestSchedules } from './schedules.testkit.ts';

let t: TestSchedules;
beforeAll(async () => {
  t = await startTestSchedules();
});
afterAll(() => t[Symbol.asyncDispose]());

const { ask, save, change, read, begunOf, later } = asking(() => t);

test('a moment begins one run, however many processes look at once', async () => {
  const viewer = await t.newCompany();
  const { schedule } = await save(viewer, { overlap: 'ALLOW', input: { depth: 2 } });
  await later(60, 8);
  expect(begunOf(viewer)).toHaveLength(1);
  expect(t.begun.find((run) => run.agentId === viewer.agentId)).toMatchObject({
    workflow: 'sweep', version: null, mode: 'LIVE', input: { depth: 2 }, cause: { kind: 'SCHEDULE', scheduleId: schedule?.id },
  }); // prettier-ignore
  await later(0, 8);
  await later(60, 8);
  expect(begunOf(viewer)).toHaveLength(2);
  const now = await read(viewer, schedule?.id);
  expect(now.firings.nodes.map(({ status }) => status)).toEqual(['STARTED', 'STARTED']);
  expect(now.firings.nodes[0]?.run?.id).toBe(begunOf(viewer)[1]);
});

test('what is missed is told of, and run as one', async () => {
  const viewer = await t.newCompany();
  const { schedule } = await save(viewer, { overlap: 'ALLOW' });
  await later(6 * 60 + 5);
  expect(begunOf(viewer)).toHaveLength(1);
  const { firings } = await read(viewer, schedule?.id);
  const told = firings.nodes.map(({ status, reason }) => `${status} ${reason ?? ''}`);
  expect(new Set(told)).toEqual(new Set(['STARTED ', 'SKIPPED 5 moments were missed.']));
});

test('runs of a schedule wait for one another, are left out, or go on side by side', async () => {
  const [queues, skips, allows] = [await t.newCompany(), await t.newCompany(), await t.newCompany()];
  const { schedule } = await save(queues, { overlap: 'QUEUE', maxQueued: 2 });
  await save(skips, { overlap: 'SKIP' });
  await save(allows, { overlap: 'ALLOW' });
  for (let hour = 0; hour < 4; hour++) await later(60, 3);
  expect([begunOf(queues).length, begunOf(skips).length, begunOf(allows).length]).toEqual([1, 1, 4]);
  const statuses = async (): Promise<string[]> => (await read(queues, schedule?.id)).firings.nodes.map(({ status }) => status);
  expect(await statuses()).toEqual(['SKIPPED', 'QUEUED', 'QUEUED', 'STARTED']);
  await t.end(queues, begunOf(queues)[0] ?? '');
  expect(await statuses()).toEqual(['SKIPPED', 'QUEUED', 'STARTED', 'STARTED']);
  await t.end(queues, begunOf(queues)[1] ?? '');
  expect(begunOf(queues)).toHaveLength(3);
});

test('a schedule is paused and goes on from its next moment, without catching up', async () => {
  const viewer = await t.newCompany();
  const { schedule } = await save(viewer, { overlap: 'ALLOW' });
  expect((await change(viewer, 'pauseSchedule', schedule?.id)).schedule).toMatchObject({ status: 'PAUSED', nextAt: null, nextTimes: [] });
  await later(5 * 60);
  expect(begunOf(viewer)).toEqual([]);
  const resumed = (await change(viewer, 'resumeSchedule', schedule?.id)).schedule;
  expect(resumed?.status).toBe('ACTIVE');
  expect(resumed?.nextTimes).toHaveLength(3);
  await later(60);
  expect(begunOf(viewer)).toHaveLength(1);
});

test('once is once', async () => {
  const viewer = await t.newCompany();
  const moment = new Date(t.clock.now.getTime() + 90_000).toISOString();
  const { schedule } = await save(viewer, { timing: 'ONCE', at: moment, cron: null });
  await later(2);
  await later(2);
  expect(begunOf(viewer)).toHaveLength(1);
  expect(await read(viewer, schedule?.id)).toMatchObject({ status: 'DONE', nextAt: null });
  expect((await change(viewer, 'resumeSchedule', schedule?.id)).problems).toEqual([{ code: 'AGENT_SCHEDULE_OVER', field: 'id' }]);
});

test('a schedule that names no time zone has the company’s', async () => {
  const viewer = await t.newCompany();
  const zone = async (over: object): Promise<unknown> => (await save(viewer, over)).schedule?.timeZone;
  expect(await zone({})).toBe('UTC');
  await t.system.database.unitOfWork(viewer.tenantId, (unit) =>
    sql`insert into tenant (id, name, slug, kind, created_at, time_zone)
      values (${viewer.tenantId}, 'Small', ${viewer.tenantId}, 'ORGANISATION', now(), 'Asia/Kolkata')`.execute(unit.sql),
  );
  expect(await zone({})).toBe('Asia/Kolkata');
  expect(await zone({ timeZone: 'Europe/Oslo' })).toBe('Europe/Oslo');
  const { times } = await ask<{ times: Date[] }>(viewer, '{ schedulePreview(cron: "0 6 * * *", count: 1) { times } }', {});
  expect(times[0]?.toISOString().slice(11, 16)).toBe('00:30');
});

test('a run that cannot begin is noted with why, and the schedule goes on', async () => {
  const viewer = await t.newCompany();
  const { schedule } = await save(viewer, { workflow: BROKEN });
  await later(60);
  const failed = await read(viewer, schedule?.id);
  expect(failed.problem).toEqual({ code: 'AGENT_SCHEDULE_INVALID' });
  expect(failed.firings.nodes).toMatchObject([{ status: 'FAILED', reason: 'It is broken.', run: null }]);
  await save(viewer, { id: schedule?.id, workflow: 'sweep' });
  await later(60);
  const mended = await read(viewer, schedule?.id);
  expect([mended.problem, mended.firings.nodes[0]?.status]).toEqual([null, 'STARTED']);
});

test('a person begins a run now, within the caps of the schedule', async () => {
  const viewer = await t.newCompany();
  const { schedule } = await save(viewer);
  const now = `mutation ($id: ID!) { runScheduleNow(id: $id) {
    ... on ScheduleFired { firing { status run { id } } schedule { id } } ... on InputRefused { problems { code field } } } }`;
  const first = await ask<Result>(viewer, now, { id: schedule?.id });
  expect(first.firing).toEqual({ status: 'STARTED', run: { id: begunOf(viewer)[0] } });
  expect((await ask<Result>(viewer, now, { id: schedule?.id })).firing).toEqual({ status: 'SKIPPED', run: null });
  expect((await ask<Result>(viewer, now, { id: randomUUID() })).problems).toEqual([{ code: 'AGENT_SCHEDULE_UNKNOWN', field: 'id' }]);
  const broken = await save(viewer, { workflow: BROKEN });
  expect((await ask<Result>(viewer, now, { id: broken.schedule?.id })).problems).toEqual([{ code: 'AGENT_SCHEDULE_INVALID', field: null }]);
});

test('what cannot be a schedule is refused; a change of somebody else is not overwritten', async () => {
  const viewer = await t.newCompany();
  const { schedule } = await save(viewer);
  const refused = async (over: object): Promise<unknown> => (await save(viewer, over)).problems;
  expect(await refused({ name: '', workflow: 'Sweep!' })).toEqual([
    { code: 'AGENT_SCHEDULE_INVALID', field: 'name' },
    { code: 'AGENT_SCHEDULE_INVALID', field: 'workflow' },
  ]);
  expect(await refused({ cron: '99 * * * *' })).toEqual([{ code: 'AGENT_SCHEDULE_CRON_INVALID', field: 'cron' }]);
  expect(await refused({ agentId: randomUUID() })).toEqual([{ code: 'AGENT_SCHEDULE_INVALID', field: 'agentId' }]);
  expect(await refused({ workflow: GONE })).toEqual([{ code: 'WORKFLOW_NOT_FOUND', field: 'workflow' }]);
  expect(await refused({ maxConcurrent: 0 })).toEqual([{ code: 'AGENT_SCHEDULE_INVALID', field: 'maxConcurrent' }]);
  const changed = { id: schedule?.id, expectedVersion: 1, name: 'Changed' };
  const results = await Promise.all([save(viewer, changed), save(viewer, changed)]);
  expect(results.flatMap(({ problems = [] }) => problems)).toEqual([
    { code: 'AGENT_SCHEDULE_CHANGED_MEANWHILE', field: 'expectedVersion' },
  ]);
});

test('a preview tells the next moments, or what is wrong', async () => {
  const viewer = await t.newCompany();
  const query = 'query ($cron: String!) { schedulePreview(cron: $cron, count: 2) { times problem { code } } }';
  expect(await ask(viewer, query, { cron: '15 6 1 * *' })).toMatchObject({
    times: expect.objectContaining({ length: 2 }) as object,
    problem: null,
  });
  expect(await ask(viewer, query, { cron: 'soon' })).toEqual({ times: [], problem: { code: 'AGENT_SCHEDULE_CRON_INVALID' } });
});
